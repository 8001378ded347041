import type { Access } from '@/lib/core/actor';
import type { Things } from './belongings';

export type PageExpectation = {
  access: Access;
  path: (target: Things) => string;
  /** The page shows the owner's own words to them, and so would to a stranger if it were open. */
  showsSecret?: true;
  /** Where a visitor who may see it is sent on instead. */
  sendsOnTo?: RegExp;
  /** The address has a key that opens nothing, for whoever it is: the key alone decides, and its own tests give the right one. */
  hasWrongKey?: true;
};

/** Every page. One that is not here, or not on disk any more, fails the test. */
export const PAGES: Record<string, PageExpectation> = {
  '/': { access: 'public', path: () => '/' },
  // Whoever is signed in already has nothing to do there.
  '/sign-in': { access: 'public', path: () => '/sign-in', sendsOnTo: /^\/calendars$/ },
  '/sign-up': { access: 'public', path: () => '/sign-up', sendsOnTo: /^\/calendars$/ },
  '/verify': { access: 'public', path: () => '/verify', sendsOnTo: /^\/calendars$/ },
  '/forgot-password': { access: 'public', path: () => '/forgot-password' },
  '/reset-password': { access: 'public', path: () => '/reset-password?token=x' },
  '/account': { access: 'customer', path: () => '/account' },
  '/account/dates': { access: 'guest', path: () => '/account/dates', showsSecret: true },
  '/account/links': { access: 'customer', path: () => '/account/links' },
  '/telegram': { access: 'public', path: () => '/telegram' },
  '/account/addresses': {
    access: 'customer',
    path: () => '/account/addresses',
    showsSecret: true,
  },
  '/account/stars': { access: 'customer', path: () => '/account/stars' },
  '/pictures': { access: 'guest', path: () => '/pictures', showsSecret: true },
  '/studio': { access: 'customer', path: () => '/studio', showsSecret: true },
  '/studio/sets': { access: 'customer', path: () => '/studio/sets', showsSecret: true },
  '/studio/sets/new': { access: 'customer', path: () => '/studio/sets/new', showsSecret: true },
  '/studio/sets/[jobId]': {
    access: 'customer',
    path: ({ job }) => `/studio/sets/${job}`,
    showsSecret: true,
  },
  '/studio/generate': {
    access: 'customer',
    path: ({ generation }) => `/studio/generate?from=${generation}`,
    showsSecret: true,
  },
  '/studio/gallery': { access: 'customer', path: () => '/studio/gallery', showsSecret: true },
  '/calendars': { access: 'guest', path: () => '/calendars', showsSecret: true },
  '/calendars/new': { access: 'public', path: () => '/calendars/new' },
  '/calendars/[calendarId]': {
    access: 'guest',
    path: ({ calendar }) => `/calendars/${calendar}`,
    showsSecret: true,
  },
  '/calendars/[calendarId]/preview': {
    access: 'guest',
    path: ({ calendar }) => `/calendars/${calendar}/preview`,
    showsSecret: true,
  },
  '/calendars/[calendarId]/order': {
    access: 'guest',
    path: ({ calendar }) => `/calendars/${calendar}/order`,
    showsSecret: true,
  },
  '/calendars/[calendarId]/next-year': {
    access: 'guest',
    path: ({ calendar }) => `/calendars/${calendar}/next-year`,
  },
  '/shared/[key]': {
    access: 'public',
    path: () => `/shared/${'x'.repeat(43)}`,
    hasWrongKey: true,
  },
  '/your-dates/[key]': {
    access: 'public',
    path: () => `/your-dates/${'x'.repeat(43)}`,
    hasWrongKey: true,
  },
  '/studio/models': { access: 'customer', path: () => '/studio/models', showsSecret: true },
  '/studio/models/new': {
    access: 'customer',
    path: ({ loraModel }) => `/studio/models/new?model=${loraModel}&step=subject`,
    showsSecret: true,
  },
  '/studio/models/[loraModelId]': {
    access: 'customer',
    path: ({ loraModel }) => `/studio/models/${loraModel}`,
    showsSecret: true,
  },
  '/styles': { access: 'public', path: () => '/styles' },
  '/templates': { access: 'public', path: () => '/templates' },
  '/templates/[slug]': { access: 'public', path: () => '/templates/family-year' },
  '/cart': { access: 'public', path: () => '/cart', showsSecret: true },
  // The cart that was filled by hand cannot be ordered, so the owner is sent back to it.
  '/checkout': { access: 'customer', path: () => '/checkout', sendsOnTo: /^\/cart/ },
  '/orders': { access: 'customer', path: () => '/orders', showsSecret: true },
  '/orders/[orderId]': {
    access: 'customer',
    path: ({ order }) => `/orders/${order}`,
    showsSecret: true,
  },
  '/admin': { access: 'staff', path: () => '/admin' },
  '/admin/orders': { access: 'orders', path: () => '/admin/orders', showsSecret: true },
  '/admin/packing': { access: 'production', path: () => '/admin/packing' },
  '/admin/packing/slips': {
    access: 'production',
    path: ({ parcel }) => `/admin/packing/slips?ids=${parcel}`,
    showsSecret: true,
  },
  '/admin/delivery': { access: 'production', path: () => '/admin/delivery' },
  '/admin/tills': { access: 'finance', path: () => '/admin/tills' },
  '/admin/webhooks': { access: 'finance', path: () => '/admin/webhooks' },
  '/admin/webhooks/[webhookEventId]': {
    access: 'finance',
    path: ({ webhookEvent }) => `/admin/webhooks/${webhookEvent}`,
  },
  '/admin/stars': { access: 'finance', path: () => '/admin/stars' },
  // Customers have nothing to show there and go on to where they wanted to be.
  '/second-factor': { access: 'customer', path: () => '/second-factor', sendsOnTo: /^\/account$/ },
  '/account/data': { access: 'customer', path: () => '/account/data' },
  '/account/erase': { access: 'customer', path: () => '/account/erase' },
  '/erasure/[key]': {
    access: 'public',
    path: () => `/erasure/${'x'.repeat(43)}`,
    hasWrongKey: true,
  },
  '/account/messages': { access: 'customer', path: () => '/account/messages' },
  '/unsubscribe/[token]': {
    access: 'public',
    path: () => '/unsubscribe/e30.x',
    hasWrongKey: true,
  },
  '/admin/staff': { access: 'admin', path: () => '/admin/staff' },
  '/admin/settings': { access: 'admin', path: () => '/admin/settings' },
  '/admin/jobs': { access: 'admin', path: () => '/admin/jobs' },
  '/admin/audit': { access: 'admin', path: () => '/admin/audit' },
  '/admin/customers': { access: 'support', path: () => '/admin/customers' },
  '/admin/customers/[userId]': {
    access: 'support',
    path: ({ account }) => `/admin/customers/${account}`,
  },
  '/admin/messages': { access: 'support', path: () => '/admin/messages' },
  '/admin/messages/[outboxMessageId]': {
    access: 'support',
    path: ({ outboxMessage }) => `/admin/messages/${outboxMessage}`,
  },
  '/admin/studio': { access: 'content', path: () => '/admin/studio' },
  '/admin/studio/[workId]': {
    access: 'content',
    path: ({ upscale }) => `/admin/studio/${upscale}`,
  },
  '/admin/holidays': { access: 'content', path: () => '/admin/holidays' },
  '/admin/themes': { access: 'content', path: () => '/admin/themes' },
  '/admin/themes/[themeId]': { access: 'content', path: () => '/admin/themes/atelier' },
  '/admin/templates': { access: 'content', path: () => '/admin/templates' },
  '/admin/templates/[slug]': { access: 'content', path: () => '/admin/templates/family-year' },
  '/admin/products': { access: 'finance', path: () => '/admin/products' },
  '/admin/products/delivery': { access: 'finance', path: () => '/admin/products/delivery' },
  '/admin/promos': { access: 'finance', path: () => '/admin/promos' },
  '/admin/promos/new': { access: 'finance', path: () => '/admin/promos/new' },
  '/admin/promos/[promoCodeId]': {
    access: 'finance',
    path: ({ promoCode }) => `/admin/promos/${promoCode}`,
  },
  '/admin/certificates': {
    access: 'finance',
    path: () => '/admin/certificates',
    showsSecret: true,
  },
  '/admin/certificates/new': { access: 'admin', path: () => '/admin/certificates/new' },
  '/admin/certificates/[certificateId]': {
    access: 'finance',
    path: ({ certificate }) => `/admin/certificates/${certificate}`,
    showsSecret: true,
  },
  '/gift-certificates': { access: 'public', path: () => '/gift-certificates', showsSecret: true },
  '/gift-certificates/balance': { access: 'public', path: () => '/gift-certificates/balance' },
  '/gift-certificates/[certificateId]': {
    access: 'customer',
    path: ({ certificate }) => `/gift-certificates/${certificate}`,
    showsSecret: true,
  },
  '/gift-certificates/[certificateId]/print': {
    access: 'customer',
    path: ({ certificate }) => `/gift-certificates/${certificate}/print`,
    showsSecret: true,
  },
  '/admin/prompts': { access: 'content', path: () => '/admin/prompts' },
  '/admin/prompts/[promptThemeId]': {
    access: 'content',
    path: ({ promptTheme }) => `/admin/prompts/${promptTheme}`,
    showsSecret: true,
  },
  '/admin/prompts/[promptThemeId]/test': {
    access: 'content',
    path: ({ promptTheme }) => `/admin/prompts/${promptTheme}/test`,
    showsSecret: true,
  },
  '/admin/models': { access: 'content', path: () => '/admin/models' },
  '/admin/print': { access: 'production', path: () => '/admin/print' },
  '/admin/print/houses': { access: 'production', path: () => '/admin/print/houses' },
  '/admin/claims': { access: 'claims', path: () => '/admin/claims' },
  '/admin/claims/[claimId]': {
    access: 'claims',
    path: ({ claim }) => `/admin/claims/${claim}`,
    showsSecret: true,
  },
  '/admin/orders/[orderId]': {
    access: 'orders',
    path: ({ order }) => `/admin/orders/${order}`,
    showsSecret: true,
  },
};
