import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { CURRENCIES } from '@/lib/core/money';
import { LOCALES } from '@/lib/i18n/locales';
import { renderMail } from '@/lib/messages/render-mail';
import { TEMPLATE_NAMES, type TemplateData, type TemplateName } from '@/lib/messages/templates';

// The code of a gift certificate is made from it when its letter is rendered.
process.env.AUTH_SECRET ??= 'test-secret-test-secret-test-secret-1234';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' as const });
const order = {
  orderNumber: 'T-27-000123',
  url: 'https://twelvefold.example/orders/ord_1',
  items: [
    { title: 'Наш рік', detail: 'A3 · September 2027', quantity: 2, total: eur(4980) },
    { title: 'For mum', quantity: 5, total: eur(9000) },
  ],
  delivery: eur(690),
  tax: eur(2445),
  total: eur(14670),
};

const claim = {
  claimNumber: 'C-26-001001',
  orderNumber: 'T-26-001234',
  url: 'https://twelvefold.example/orders/ord_1',
};

const SAMPLES: { [N in TemplateName]: TemplateData<N> } = {
  'verify-email': { code: '048213', url: 'https://twelvefold.example/verify' },
  'already-registered': {
    signInUrl: 'https://twelvefold.example/sign-in',
    resetUrl: 'https://twelvefold.example/forgot-password',
  },
  'reset-password': { url: 'https://twelvefold.example/reset-password?token=a&b=c' },
  'password-changed': { resetUrl: 'https://twelvefold.example/forgot-password' },
  'order-confirmed': {
    ...order,
    arrives: { from: '2027-08-09' as never, to: '2027-08-12' as never },
    deliverTo: ['Олена Ткач', 'вул. Шевченка 1', '01001 Київ'],
  },
  'order-in-production': order,
  'order-shipped': {
    ...order,
    parcels: [
      {
        recipient: 'Олена Коваль',
        carrier: 'Nova Poshta',
        trackingNumber: '20450000000000',
        trackingUrl: 'https://tracking.example/20450000000000',
      },
    ],
  },
  'order-delivered': order,
  'order-files-ready': {
    ...order,
    wrap: eur(390),
    discount: eur(1000),
    certificate: eur(2000),
    due: eur(3000),
  },
  'order-cancelled': { ...order, refund: eur(14670), certificateRefund: eur(2000) },
  'order-refunded': { ...order, amount: eur(1000) },
  'calendar-comment': {
    title: 'Наш рік',
    author: 'Ben',
    url: 'https://twelvefold.example/calendars/cal_1',
  },
  'gift-certificate': {
    certificateId: 'gft_1',
    worth: eur(5000),
    buyerName: 'Олена',
    recipientName: 'Марко',
    message: 'З днем народження <3',
    validTo: '2029-11-21' as never,
    url: 'https://twelvefold.example/templates',
  },
  'certificate-bought': {
    worth: eur(5000),
    recipientName: 'Марко',
    deliverOn: '2027-08-09' as never,
    url: 'https://twelvefold.example/gift-certificates/gft_1',
  },
  'certificate-refunded': {
    worth: eur(5000),
    recipientName: 'Марко',
    url: 'https://twelvefold.example/gift-certificates/gft_1',
  },
  'email-changed': { helpUrl: 'https://twelvefold.example/' },
  'phone-code': { code: '048213' },
  'export-ready': { url: 'https://twelvefold.example/account/data' },
  'account-erased': { number: 'E-26-001001' },
  'set-ready': { theme: 'Казка', url: 'https://twelvefold.example/studio/sets/job_1' },
  'abandoned-cart': { title: 'Наш рік', url: 'https://twelvefold.example/cart' },
  'next-year': { title: 'Наш рік', url: 'https://twelvefold.example/calendars' },
  'claim-received': claim,
  'claim-reprint': { ...claim, answer: 'Стор. 3: так і є.' },
  'claim-refund': { ...claim, amount: eur(1000) },
  'claim-declined': { ...claim, answer: 'Стор. 3: так і є.' },
  'print-hand-off': {
    number: 'P-26-001001',
    orderNumber: 'T-26-001234',
    copies: 5,
    url: 'https://twelvefold.example/api/print-links/x.y',
    lastDay: '2027-08-09' as never,
  },
  'training-ready': { name: 'Марійка', url: 'https://twelvefold.example/studio/models/lor_1' },
  'training-failed': {
    name: 'Марійка',
    url: 'https://twelvefold.example/studio/models/lor_1',
    reason: 'photos',
    stars: 120,
  },
};

const links = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);

describe.each(LOCALES)('in %s', (locale) => {
  test.each(TEMPLATE_NAMES)('%s is complete: subject, text and HTML without holes', (name) => {
    const mail = renderMail(name, locale, SAMPLES[name]);
    for (const part of [mail.subject, mail.text, mail.html]) {
      expect(part.trim().length).toBeGreaterThan(10);
      expect(part).not.toMatch(/messages\.|undefined|\[object|\{[a-zA-Z]+\}/);
    }
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).toContain(`<html lang="${locale}">`);
  });

  test.each(TEMPLATE_NAMES)('%s says in text what it says in HTML: every link', (name) => {
    const mail = renderMail(name, locale, SAMPLES[name]);
    for (const link of links(mail.html)) {
      expect(mail.text).toContain(link?.replaceAll('&amp;', '&'));
    }
  });
});

test.each(TEMPLATE_NAMES)('%s shares no sentence between the languages', (name) => {
  const sentences = (locale: string) =>
    renderMail(name, locale, SAMPLES[name])
      .text.split('\n')
      .filter((line) => /^[^\d]{20,}$/.test(line) && !line.includes('http'));
  const everywhere = LOCALES.flatMap((locale) => [...new Set(sentences(locale))]);
  expect(everywhere.filter((line, index) => everywhere.indexOf(line) !== index)).toEqual([]);
});

test('a language that we do not speak is written to in English', () => {
  expect(renderMail('verify-email', 'fr', SAMPLES['verify-email']).subject).toBe(
    '048213 is your Twelvefold code',
  );
});

test('numbers follow the language: Ukrainian has three plurals', () => {
  const { text } = renderMail('order-confirmed', 'uk', SAMPLES['order-confirmed']);
  expect(text).toContain('2 календарі:');
  expect(text).toContain('5 календарів:');
  expect(text).toContain('з 9 серпня 2027 р. до 12 серпня 2027 р.');
});

test('numbers and days follow the language: Polish and German', () => {
  const polish = renderMail('order-confirmed', 'pl', SAMPLES['order-confirmed']).text;
  expect(polish).toContain('2 kalendarze:');
  expect(polish).toContain('5 kalendarzy:');
  expect(polish).toContain('od 9 sierpnia 2027 do 12 sierpnia 2027');
  const german = renderMail('order-confirmed', 'de', SAMPLES['order-confirmed']).text;
  expect(german).toContain('2 Kalender:');
  expect(german).toContain('9. August 2027 bis 12. August 2027');
  expect(german).toContain('146,70');
});

test('amounts, address and expected days stand in the confirmation', () => {
  const { text, html } = renderMail('order-confirmed', 'en', SAMPLES['order-confirmed']);
  for (const part of ['€146.70', '€6.90', '€24.45', 'August 9, 2027', 'T-27-000123']) {
    expect(text).toContain(part);
    expect(html).toContain(part);
  }
  expect(html).toContain('Олена Ткач<br>вул. Шевченка 1');
});

test('text from customers is shown literally, never as markup', () => {
  const hostile = `<img src=x onerror=alert(1)> "'&{t('x')}`;
  const data = {
    ...order,
    items: [{ title: hostile, detail: hostile, quantity: 1, total: eur(1) }],
  };
  const { html, text } = renderMail('order-in-production', 'en', data);
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;&#39;&amp;{t(&#39;x&#39;)}');
  expect(text).toContain(hostile);
});

test('a cancelled order says either what goes back or that nothing was paid', () => {
  const back = renderMail('order-cancelled', 'en', { ...order, refund: eur(14670) }).text;
  const unpaid = renderMail('order-cancelled', 'en', order).text;
  expect(back).toContain('€146.70 goes back');
  expect(unpaid).toContain('Nothing was paid');
  expect(unpaid).not.toContain('goes back');
});

test.each([
  ['a link that runs a script', 'reset-password', { url: 'javascript:alert(1)' }],
  ['a code with anything else in it', 'verify-email', { code: '12<b>' }],
  [
    'an unknown currency',
    'order-refunded',
    { ...order, amount: { amountMinor: 1, currency: 'XXX' } },
  ],
  [
    'an amount that is not whole',
    'order-refunded',
    { ...order, amount: { amountMinor: 1.5, currency: 'EUR' } },
  ],
  ['no items', 'order-delivered', { ...order, items: [] }],
  [
    'a day that does not exist',
    'order-confirmed',
    { ...order, arrives: { from: '2027-02-30', to: '2027-03-01' } },
  ],
  ['nothing', 'order-shipped', {}],
] as const)('%s does not become a letter', (_what, name, data) => {
  expect(() => renderMail(name, 'en', data)).toThrow(ZodError);
});

test('every currency that we sell in can be written', () => {
  for (const currency of CURRENCIES) {
    const mail = renderMail('order-refunded', 'uk', {
      ...order,
      amount: { amountMinor: 123_456, currency },
    });
    expect(mail.subject).toMatch(/1\s?234,56/);
  }
});
