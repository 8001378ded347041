import { BUILT_IN_TEMPLATES } from '@/lib/calendars/templates/data/built-in';
import type { Access } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { SANDBOX_NOVA_POSHTA_SENDER } from '@/lib/sandbox/keys';
import { LORA_CONSENT_VERSION } from '@/lib/studio/consent-text';
import { aBookDate, aSmallPhoto, documentWith, type Things } from './belongings';

/** One request that names somebody's things. */
export type Ask = {
  /** What it tries, where a route has more than one way to name things. */
  name?: string;
  /** @param target whose things it names @param own the things of the one who asks */
  path: (target: Things, own: Things) => string;
  body?: (target: Things, own: Things) => unknown;
  /** A body that is not JSON. */
  raw?: () => Promise<Buffer>;
  headers?: Record<string, string>;
  /** What somebody gets who may do it to these things: the owner, at staff edges a staff member. */
  allowed: number;
  /** The answer names no things, so there is nothing foreign in it. */
  namesNothing?: true;
};

export type RouteExpectation = {
  access: Access;
  asks: Ask[];
  /** An edge that proves its sender by a signature instead of cookies. */
  isSigned?: true;
  /**
   * For an admin who looks with a customer's eyes, where it is not the rule: they see what the customer sees and change
   * nothing. 'allowed' is a change that ends the look, 'hidden' what the customer alone gets to see.
   */
  whileLooking?: 'allowed' | 'hidden';
};

const CROSSED = 'CROSSED-OUT';
const key = () => crypto.randomUUID();
/** Of the right shape, made for nothing. */
const WRONG_KEY = 'x'.repeat(43);

const address = {
  recipient: 'Stranger',
  phone: '+4930123456',
  line1: 'Street 1',
  line2: '',
  city: 'Berlin',
  postalCode: '10115',
  region: '',
  country: 'DE',
};

const aSubject = () => ({
  categoryId: 'painting',
  name: CROSSED,
  facts: { ageYears: null, kindOf: '' },
});

const aGift = () => ({
  currency: 'EUR',
  amountMinor: 50_00,
  buyerName: CROSSED,
  recipientName: CROSSED,
  message: '',
  handOver: { how: 'print' },
  locale: 'en',
  requestKey: key(),
});

const aPromo = () => ({
  code: `STRANGER${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`,
  kind: 'PERCENT',
  basisPoints: 500,
  amounts: {},
  minimums: {},
  firstDay: null,
  lastDay: null,
  maxUses: null,
  oncePerCustomer: false,
  isActive: false,
  note: CROSSED,
});

const ask = (
  path: Ask['path'],
  body?: Ask['body'],
  more: Partial<Omit<Ask, 'path' | 'body'>> = {},
): Ask => ({ path, ...(body ? { body } : {}), allowed: 200, ...more });

/**
 * Every route and method with the requests that try it. A route that is not here, or that is not on disk any more, fails
 * the test: somebody who adds a route decides here who may use it.
 */
export const ROUTES: Record<string, RouteExpectation> = {
  'GET /api/account': {
    access: 'public',
    asks: [ask(() => '/api/account', undefined, { namesNothing: true })],
  },
  'GET /api/health': {
    access: 'public',
    asks: [ask(() => '/api/health', undefined, { namesNothing: true })],
  },
  'GET /api/auth/[...nextauth]': {
    access: 'public',
    asks: [ask(() => '/api/auth/csrf', undefined, { namesNothing: true })],
  },
  'POST /api/auth/[...nextauth]': {
    access: 'public',
    whileLooking: 'allowed',
    // Without the page's token the library sends the browser back to its page.
    asks: [
      ask(() => '/api/auth/signout', undefined, {
        raw: async () => Buffer.from('csrfToken=x'),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        namesNothing: true,
        allowed: 302,
      }),
    ],
  },
  'POST /api/studio/jobs': {
    access: 'customer',
    asks: [
      ask(
        () => '/api/studio/jobs',
        ({ studioModel }, own) => ({
          kind: 'PROMPT',
          requestKey: key(),
          baseModelId: own.pictureModel,
          starsShown: 2,
          prompt: 'a red bench',
          negativePrompt: '',
          formatId: 'wall-a3-portrait',
          layoutId: 'photo-above',
          sizePx: null,
          steps: 28,
          guidance: 3.5,
          seed: null,
          loras: [{ loraModelId: studioModel, scale: 1 }],
          count: 1,
        }),
      ),
    ],
  },
  'GET /api/studio/jobs/[jobId]': {
    access: 'customer',
    asks: [ask(({ job }) => `/api/studio/jobs/${job}`)],
  },
  'POST /api/studio/jobs/[jobId]/cancel': {
    access: 'customer',
    asks: [ask(({ job }) => `/api/studio/jobs/${job}/cancel`)],
  },
  'PUT /api/studio/jobs/[jobId]/choices': {
    access: 'customer',
    asks: [
      ask(
        ({ job }) => `/api/studio/jobs/${job}/choices`,
        ({ generation }) => ({ month: 1, generationId: generation }),
      ),
      ask(
        (_target, own) => `/api/studio/jobs/${own.job}/choices`,
        ({ generation }) => ({ month: 1, generationId: generation }),
        { name: 'another’s picture' },
      ),
    ],
  },
  'POST /api/studio/jobs/[jobId]/calendar': {
    access: 'customer',
    asks: [
      ask(
        ({ job }) => `/api/studio/jobs/${job}/calendar`,
        () => ({
          into: 'new',
          formatId: 'wall-a3-portrait',
          layoutId: 'photo-above',
          from: '2090-01',
        }),
      ),
      ask(
        (_target, own) => `/api/studio/jobs/${own.job}/calendar`,
        ({ looseCalendar }) => ({ into: 'existing', calendarId: looseCalendar }),
        { name: 'into another’s calendar' },
      ),
    ],
  },
  'GET /api/studio/generations': {
    access: 'customer',
    asks: [
      ask(() => '/api/studio/generations', undefined, { namesNothing: true }),
      ask(({ studioModel }) => `/api/studio/generations?loraModelId=${studioModel}`, undefined, {
        name: 'by model',
      }),
    ],
  },
  'GET /api/studio/generations/[generationId]': {
    access: 'customer',
    asks: [ask(({ generation }) => `/api/studio/generations/${generation}`)],
  },
  'PATCH /api/studio/generations/[generationId]': {
    access: 'customer',
    asks: [
      ask(
        ({ generation }) => `/api/studio/generations/${generation}`,
        () => ({ isFavourite: true }),
      ),
    ],
  },
  'POST /api/studio/generations/[generationId]/repeats': {
    access: 'customer',
    asks: [
      ask(
        ({ generation }) => `/api/studio/generations/${generation}/repeats`,
        () => ({ how: 'again', starsShown: 2 }),
      ),
    ],
  },
  'GET /api/studio/models': {
    access: 'customer',
    asks: [ask(() => '/api/studio/models', undefined, { namesNothing: true })],
  },
  'POST /api/studio/models': {
    access: 'customer',
    asks: [ask(() => '/api/studio/models', aSubject, { namesNothing: true })],
  },
  'GET /api/studio/models/[loraModelId]': {
    access: 'customer',
    asks: [ask(({ loraModel }) => `/api/studio/models/${loraModel}`)],
  },
  'DELETE /api/studio/models/[loraModelId]': {
    access: 'customer',
    asks: [ask(({ loraModel }) => `/api/studio/models/${loraModel}`)],
  },
  'PUT /api/studio/models/[loraModelId]/subject': {
    access: 'customer',
    asks: [ask(({ loraModel }) => `/api/studio/models/${loraModel}/subject`, aSubject)],
  },
  'PUT /api/studio/models/[loraModelId]/consent': {
    access: 'customer',
    asks: [
      ask(
        ({ loraModel }) => `/api/studio/models/${loraModel}/consent`,
        () => ({ agrees: true, isGuardian: false, textVersion: LORA_CONSENT_VERSION }),
      ),
    ],
  },
  'PUT /api/studio/models/[loraModelId]/photos': {
    access: 'customer',
    asks: [
      ask(
        ({ loraModel }) => `/api/studio/models/${loraModel}/photos`,
        ({ loosePicture }) => ({ photos: [{ pictureId: loosePicture, isKept: false }] }),
      ),
    ],
  },
  'PUT /api/studio/models/[loraModelId]/name': {
    access: 'customer',
    asks: [
      ask(
        ({ loraModel }) => `/api/studio/models/${loraModel}/name`,
        () => ({ name: CROSSED }),
      ),
    ],
  },
  'PUT /api/studio/models/[loraModelId]/default': {
    access: 'customer',
    asks: [
      ask(
        ({ loraModel }) => `/api/studio/models/${loraModel}/default`,
        () => ({ isDefault: false }),
      ),
    ],
  },
  'PUT /api/studio/models/[loraModelId]/sharing': {
    access: 'customer',
    asks: [
      ask(
        ({ loraModel }) => `/api/studio/models/${loraModel}/sharing`,
        () => ({ isPublic: false, starsRequired: 20, description: CROSSED }),
      ),
    ],
  },
  'POST /api/studio/models/[loraModelId]/trainings': {
    access: 'customer',
    asks: [
      ask(
        ({ loraModel }) => `/api/studio/models/${loraModel}/trainings`,
        () => ({
          baseModelId: newId('baseModel'),
          priceStars: 60,
          requestKey: key(),
          isAgain: true,
        }),
        // One is under way.
        { allowed: 409 },
      ),
    ],
  },
  'DELETE /api/studio/models/[loraModelId]/trainings/[trainingId]': {
    access: 'customer',
    asks: [
      ask(({ loraModel, training }) => `/api/studio/models/${loraModel}/trainings/${training}`),
    ],
  },
  'GET /api/styles/[loraModelId]/preview': {
    access: 'public',
    asks: [
      // A look that is not shared: its sample is not there for anybody.
      ask(({ loraModel }) => `/api/styles/${loraModel}/preview`, undefined, { allowed: 404 }),
    ],
  },
  'GET /api/studio/print-masters': {
    access: 'customer',
    asks: [ask(({ calendar }) => `/api/studio/print-masters?calendarId=${calendar}`)],
  },
  'POST /api/studio/print-masters': {
    access: 'customer',
    asks: [
      ask(
        () => '/api/studio/print-masters',
        ({ calendar }) => ({ calendarId: calendar, stars: 0 }),
      ),
    ],
  },
  'POST /api/webhooks/stripe': {
    access: 'public',
    isSigned: true,
    asks: [
      ask(
        () => '/api/webhooks/stripe',
        () => ({ id: 'evt_1' }),
        {
          namesNothing: true,
          allowed: 400,
        },
      ),
    ],
  },
  'POST /api/webhooks/telegram': {
    access: 'public',
    isSigned: true,
    asks: [
      ask(
        () => '/api/webhooks/telegram',
        () => ({ update_id: 1 }),
        { namesNothing: true, allowed: 400 },
      ),
    ],
  },
  'POST /api/webhooks/unsubscribe': {
    access: 'public',
    isSigned: true,
    asks: [
      ask(() => '/api/webhooks/unsubscribe?token=e30.x', undefined, {
        namesNothing: true,
        allowed: 404,
      }),
    ],
  },
  'GET /api/account/exports/[dataExportId]': {
    access: 'customer',
    whileLooking: 'hidden',
    asks: [ask(({ dataExport }) => `/api/account/exports/${dataExport}`)],
  },
  'PUT /api/account/message-preferences': {
    access: 'customer',
    asks: [
      ask(
        () => '/api/account/message-preferences',
        () => ({ kind: 'studio', channel: 'MAIL', isOn: false }),
        { namesNothing: true },
      ),
    ],
  },
  'DELETE /api/impersonation': {
    access: 'guest',
    whileLooking: 'allowed',
    asks: [ask(() => '/api/impersonation', undefined, { namesNothing: true })],
  },
  'PUT /api/admin/settings/[settingKey]': {
    access: 'admin',
    asks: [
      ask(
        () => '/api/admin/settings/claim_days',
        () => ({ value: 30 }),
        { namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/jobs/retry': {
    access: 'admin',
    asks: [
      ask(
        () => '/api/admin/jobs/retry',
        () => ({ queue: 'outbox.send', jobId: key() }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/jobs/delete': {
    access: 'admin',
    asks: [
      ask(
        () => '/api/admin/jobs/delete',
        () => ({ queue: 'outbox.send', jobId: key() }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/staff': {
    access: 'admin',
    asks: [
      ask(
        () => '/api/admin/staff',
        () => ({ email: `${key()}@example.com`, role: 'STAFF', desks: [] }),
        { namesNothing: true },
      ),
    ],
  },
  'PUT /api/admin/staff/[userId]': {
    access: 'admin',
    asks: [
      ask(
        ({ account }) => `/api/admin/staff/${account}`,
        () => ({ role: 'ADMIN', desks: [] }),
        // The owner of the things is a customer: nobody of the staff.
        { allowed: 404 },
      ),
    ],
  },
  'DELETE /api/admin/staff/[userId]/second-factor': {
    access: 'admin',
    asks: [
      ask(
        ({ account }) => `/api/admin/staff/${account}/second-factor`,
        undefined,
        // The owner of the things is a customer: nobody of the staff.
        { allowed: 404 },
      ),
    ],
  },
  'POST /api/admin/customers/[userId]/block': {
    access: 'support',
    asks: [
      ask(
        ({ account }) => `/api/admin/customers/${account}/block`,
        () => ({ isBlocked: true, reason: CROSSED }),
      ),
    ],
  },
  'POST /api/admin/customers/[userId]/impersonation': {
    access: 'admin',
    asks: [
      ask(
        ({ account }) => `/api/admin/customers/${account}/impersonation`,
        () => ({ reason: CROSSED }),
      ),
    ],
  },
  'POST /api/admin/messages/[outboxMessageId]/retry': {
    access: 'support',
    asks: [ask(({ outboxMessage }) => `/api/admin/messages/${outboxMessage}/retry`)],
  },
  'POST /api/webhooks/monobank': {
    access: 'public',
    isSigned: true,
    asks: [
      ask(
        () => '/api/webhooks/monobank',
        () => ({ invoiceId: 'p2_1', status: 'success' }),
        { namesNothing: true, allowed: 400 },
      ),
    ],
  },
  'POST /api/webhooks/fal': {
    access: 'public',
    isSigned: true,
    asks: [
      ask(
        () => '/api/webhooks/fal?request=mrq_1',
        () => ({ request_id: 'r', status: 'OK' }),
        { namesNothing: true, allowed: 400 },
      ),
    ],
  },
  'POST /api/webhooks/prodigi': {
    access: 'public',
    isSigned: true,
    // Without a signature it is only a hint, and one about nothing of ours changes nothing.
    asks: [
      ask(
        () => '/api/webhooks/prodigi',
        () => ({ id: 'evt_1', type: 'com.prodigi.order', subject: 'ord_1' }),
        { namesNothing: true },
      ),
    ],
  },
  'GET /api/print-links/[token]': {
    access: 'public',
    asks: [
      ask(() => `/api/print-links/e30.${WRONG_KEY}`, undefined, {
        namesNothing: true,
        allowed: 404,
      }),
    ],
  },
  'POST /api/orders/[orderId]/claims': {
    access: 'customer',
    asks: [
      ask(
        ({ paidOrder }) => `/api/orders/${paidOrder}/claims`,
        ({ orderItem }) => ({
          requestKey: key(),
          kind: 'OTHER',
          text: `${CROSSED} is broken`,
          items: [{ orderItemId: orderItem, quantity: 1 }],
          pictureIds: [],
        }),
        // Nothing has arrived yet.
        { allowed: 409 },
      ),
    ],
  },
  'POST /api/orders/[orderId]/claims/[claimId]/withdraw': {
    access: 'customer',
    asks: [
      ask(({ paidOrder, claim }) => `/api/orders/${paidOrder}/claims/${claim}/withdraw`),
      ask(
        ({ claim }, { paidOrder }) => `/api/orders/${paidOrder}/claims/${claim}/withdraw`,
        undefined,
        {
          name: 'a claim by way of one’s own order',
        },
      ),
    ],
  },
  'POST /api/admin/claims/[claimId]/decision': {
    access: 'claims',
    asks: [
      ask(
        ({ claim }) => `/api/admin/claims/${claim}/decision`,
        () => ({ decision: 'DECLINE', answer: CROSSED }),
      ),
    ],
  },
  'GET /api/admin/claims/[claimId]/pictures/[pictureId]/[rendition]': {
    access: 'claims',
    asks: [
      ask(({ claim, claimPicture }) => `/api/admin/claims/${claim}/pictures/${claimPicture}/thumb`),
    ],
  },
  'POST /api/admin/print/hand-overs': {
    access: 'production',
    asks: [
      ask(
        () => '/api/admin/print/hand-overs',
        // Each order is answered for itself, also one that is not there.
        ({ paidOrder, printHouse }) => ({ orderIds: [paidOrder], printHouseId: printHouse }),
        { namesNothing: true },
      ),
    ],
  },
  'GET /api/admin/print/zip': {
    access: 'production',
    asks: [ask(({ printJob }) => `/api/admin/print/zip?jobs=${printJob}`)],
  },
  'POST /api/admin/print/jobs/[printJobId]/move': {
    access: 'production',
    asks: [
      ask(
        ({ printJob }) => `/api/admin/print/jobs/${printJob}/move`,
        () => ({ to: 'PRINTING' }),
      ),
    ],
  },
  'POST /api/admin/print/jobs/[printJobId]/resend': {
    access: 'production',
    asks: [
      ask(
        ({ lostPrintJob }) => `/api/admin/print/jobs/${lostPrintJob}/resend`,
        ({ printHouse }) => ({ printHouseId: printHouse }),
      ),
    ],
  },
  'POST /api/admin/print/jobs/[printJobId]/check': {
    access: 'production',
    asks: [ask(({ printJob }) => `/api/admin/print/jobs/${printJob}/check`)],
  },
  'POST /api/admin/print/houses': {
    access: 'production',
    asks: [
      ask(
        () => '/api/admin/print/houses',
        () => ({ kind: 'MANUAL', name: CROSSED, isActive: false, sortOrder: 1000, settings: {} }),
        { namesNothing: true },
      ),
    ],
  },
  'PUT /api/admin/print/houses/[printHouseId]': {
    access: 'production',
    asks: [
      ask(
        ({ printHouse }) => `/api/admin/print/houses/${printHouse}`,
        () => ({ kind: 'MANUAL', name: CROSSED, isActive: false, sortOrder: 1000, settings: {} }),
      ),
    ],
  },
  'GET /api/model-files/[token]': {
    access: 'public',
    // Without our signature nothing opens, for nobody.
    asks: [
      ask(() => `/api/model-files/e30.${WRONG_KEY}`, undefined, {
        namesNothing: true,
        allowed: 404,
      }),
    ],
  },

  'GET /api/pictures': {
    access: 'guest',
    asks: [
      ask(() => '/api/pictures', undefined, { namesNothing: true }),
      ask(({ picture }) => `/api/pictures?ids=${picture}`, undefined, { name: 'by id' }),
    ],
  },
  'POST /api/pictures': {
    access: 'guest',
    asks: [
      ask(() => '/api/pictures', undefined, {
        raw: aSmallPhoto,
        headers: { 'x-file-name': 'photo.jpg' },
        allowed: 201,
        namesNothing: true,
      }),
    ],
  },
  'GET /api/pictures/events': {
    access: 'guest',
    asks: [ask(() => '/api/pictures/events', undefined, { namesNothing: true })],
  },
  'POST /api/pictures/deletions': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/pictures/deletions',
        ({ loosePicture }) => ({ pictureIds: [loosePicture], removeFromCalendars: true }),
      ),
    ],
  },
  'GET /api/pictures/[pictureId]': {
    access: 'guest',
    asks: [ask(({ picture }) => `/api/pictures/${picture}`)],
  },
  'DELETE /api/pictures/[pictureId]': {
    access: 'guest',
    asks: [
      ask(({ loosePicture }) => `/api/pictures/${loosePicture}`),
      ask(({ picture }) => `/api/pictures/${picture}?removeFromCalendars=true`, undefined, {
        name: 'out of calendars',
      }),
    ],
  },
  'GET /api/pictures/[pictureId]/[rendition]': {
    access: 'guest',
    asks: ['thumb', 'screen'].map((name) =>
      ask(({ picture }) => `/api/pictures/${picture}/${name}`, undefined, { name }),
    ),
  },
  'GET /api/pictures/[pictureId]/soft-proof': {
    access: 'guest',
    asks: [ask(({ picture }) => `/api/pictures/${picture}/soft-proof?condition=fogra39`)],
  },

  'POST /api/calendars': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/calendars',
        ({ picture }) => ({ document: documentWith(picture, CROSSED) }),
        { name: 'with a picture' },
      ),
    ],
  },
  'GET /api/calendars/[calendarId]': {
    access: 'guest',
    asks: [ask(({ calendar }) => `/api/calendars/${calendar}`)],
  },
  'PUT /api/calendars/[calendarId]': {
    access: 'guest',
    asks: [
      ask(
        ({ calendar }) => `/api/calendars/${calendar}`,
        () => ({ expectedVersion: 1, document: documentWith(null, CROSSED) }),
      ),
      ask(
        (_target, { calendar }) => `/api/calendars/${calendar}`,
        ({ picture }) => ({ expectedVersion: 1, document: documentWith(picture, CROSSED) }),
        { name: 'with a picture' },
      ),
    ],
  },
  'PATCH /api/calendars/[calendarId]': {
    access: 'guest',
    asks: [
      ask(
        ({ calendar }) => `/api/calendars/${calendar}`,
        () => ({ title: CROSSED }),
      ),
    ],
  },
  'DELETE /api/calendars/[calendarId]': {
    access: 'guest',
    asks: [ask(({ looseCalendar }) => `/api/calendars/${looseCalendar}`)],
  },
  'POST /api/calendars/[calendarId]/duplicate': {
    access: 'guest',
    asks: [
      ask(
        ({ calendar }) => `/api/calendars/${calendar}/duplicate`,
        () => ({ title: CROSSED }),
      ),
    ],
  },
  'POST /api/admin/looks/preview': {
    access: 'content',
    asks: [
      ask(
        () => '/api/admin/looks/preview',
        () => ({ template: BUILT_IN_TEMPLATES['family-year'] }),
        { namesNothing: true },
      ),
    ],
  },
  'PUT /api/admin/themes/[themeId]': {
    access: 'content',
    asks: [
      ask(
        () => '/api/admin/themes/stranger-theme',
        () => ({ name: CROSSED, theme: {}, status: 'DRAFT', expectedVersion: null }),
        { allowed: 422, namesNothing: true },
      ),
    ],
  },
  'DELETE /api/admin/themes/[themeId]': {
    access: 'content',
    asks: [
      ask(() => '/api/admin/themes/no-such-theme', undefined, {
        allowed: 404,
        namesNothing: true,
      }),
    ],
  },
  'PUT /api/admin/templates/[slug]': {
    access: 'content',
    asks: [
      ask(
        () => '/api/admin/templates/stranger-template',
        () => ({ template: {}, status: 'DRAFT', position: 0, expectedVersion: null }),
        { allowed: 422, namesNothing: true },
      ),
    ],
  },
  'DELETE /api/admin/templates/[slug]': {
    access: 'content',
    asks: [
      ask(() => '/api/admin/templates/no-such-template', undefined, {
        allowed: 404,
        namesNothing: true,
      }),
    ],
  },
  'GET /api/templates/[slug]/pages/[index]': {
    access: 'public',
    asks: [ask(() => '/api/templates/family-year/pages/0', undefined, { namesNothing: true })],
  },
  'GET /api/dates': {
    access: 'guest',
    asks: [ask(() => '/api/dates', undefined, { namesNothing: true })],
  },
  'PUT /api/dates': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/dates',
        ({ bookDate }) => ({ source: 'OWN', dates: [aBookDate(bookDate, CROSSED)] }),
        { namesNothing: true },
      ),
    ],
  },
  'DELETE /api/dates/[dateId]': {
    access: 'guest',
    asks: [ask(({ bookDate }) => `/api/dates/${bookDate}`)],
  },
  'POST /api/date-invites': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/date-invites',
        ({ calendar }) => ({ title: CROSSED, days: 30, calendarId: calendar }),
      ),
    ],
  },
  'DELETE /api/date-invites/[inviteId]': {
    access: 'guest',
    asks: [ask(({ dateInvite }) => `/api/date-invites/${dateInvite}`)],
  },
  'POST /api/invited/[key]/dates': {
    access: 'public',
    asks: [
      ask(
        () => `/api/invited/${WRONG_KEY}/dates`,
        () => ({
          contributor: CROSSED,
          text: CROSSED,
          kind: 'other',
          when: { every: 'once', date: '2090-01-02' },
        }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'DELETE /api/invited/[key]/dates/[dateId]': {
    access: 'public',
    asks: [
      ask(
        ({ bookDate }) => `/api/invited/${WRONG_KEY}/dates/${bookDate}`,
        () => ({ ticket: 'x' }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'GET /api/calendars/[calendarId]/shares': {
    access: 'guest',
    asks: [ask(({ calendar }) => `/api/calendars/${calendar}/shares`)],
  },
  'POST /api/calendars/[calendarId]/shares': {
    access: 'guest',
    asks: [
      ask(
        ({ calendar }) => `/api/calendars/${calendar}/shares`,
        () => ({ days: 7, mayComment: true }),
      ),
    ],
  },
  'DELETE /api/calendars/[calendarId]/shares/[shareId]': {
    access: 'guest',
    asks: [
      ask(({ calendar, share }) => `/api/calendars/${calendar}/shares/${share}`),
      ask(({ share }, { calendar }) => `/api/calendars/${calendar}/shares/${share}`, undefined, {
        name: 'through another calendar',
      }),
    ],
  },
  'POST /api/calendars/[calendarId]/comments': {
    access: 'guest',
    asks: [
      ask(
        ({ calendar }) => `/api/calendars/${calendar}/comments`,
        () => ({ pageIndex: 0, author: CROSSED, text: CROSSED }),
      ),
    ],
  },
  'PATCH /api/calendars/[calendarId]/comments/[commentId]': {
    access: 'guest',
    asks: [
      ask(
        ({ calendar, comment }) => `/api/calendars/${calendar}/comments/${comment}`,
        () => ({ isResolved: true }),
      ),
    ],
  },
  'DELETE /api/calendars/[calendarId]/comments/[commentId]': {
    access: 'guest',
    asks: [
      ask(({ calendar, comment }) => `/api/calendars/${calendar}/comments/${comment}`),
      ask(
        ({ comment }, { calendar }) => `/api/calendars/${calendar}/comments/${comment}`,
        undefined,
        { name: 'through another calendar' },
      ),
    ],
  },
  'GET /api/calendars/[calendarId]/comments/events': {
    access: 'guest',
    asks: [ask(({ calendar }) => `/api/calendars/${calendar}/comments/events`)],
  },
  'GET /api/calendars/[calendarId]/roll-over': {
    access: 'guest',
    asks: [ask(({ calendar }) => `/api/calendars/${calendar}/roll-over`)],
  },
  'POST /api/calendars/[calendarId]/roll-over': {
    access: 'guest',
    asks: [
      ask(
        ({ calendar }) => `/api/calendars/${calendar}/roll-over`,
        () => ({ shift: [] }),
      ),
    ],
  },
  'GET /api/calendars/[calendarId]/project': {
    access: 'guest',
    asks: [ask(({ calendar }) => `/api/calendars/${calendar}/project`)],
  },
  'GET /api/calendars/[calendarId]/dates.ics': {
    access: 'guest',
    asks: [ask(({ calendar }) => `/api/calendars/${calendar}/dates.ics`)],
  },
  'POST /api/calendars/projects': {
    access: 'guest',
    // Whose pictures an archive may name is told in the tests of importing.
    asks: [
      ask(() => '/api/calendars/projects', undefined, {
        raw: async () => Buffer.from('no archive'),
        headers: { 'content-type': 'application/zip' },
        allowed: 422,
        namesNothing: true,
      }),
    ],
  },
  // The key in the address is the access; one that opens nothing answers everybody alike.
  'GET /api/shared/[key]/comments': {
    access: 'public',
    asks: [
      ask(() => `/api/shared/${WRONG_KEY}/comments`, undefined, {
        allowed: 404,
        namesNothing: true,
      }),
    ],
  },
  'POST /api/shared/[key]/comments': {
    access: 'public',
    asks: [
      ask(
        () => `/api/shared/${WRONG_KEY}/comments`,
        () => ({ pageIndex: 0, author: CROSSED, text: CROSSED }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'GET /api/shared/[key]/pages/[index]': {
    access: 'public',
    asks: [
      ask(() => `/api/shared/${WRONG_KEY}/pages/0`, undefined, {
        allowed: 404,
        namesNothing: true,
      }),
    ],
  },
  'GET /api/calendars/[calendarId]/pages/[index]': {
    access: 'guest',
    asks: [ask(({ calendar }) => `/api/calendars/${calendar}/pages/1`)],
  },
  'GET /api/calendars/[calendarId]/versions': {
    access: 'guest',
    asks: [ask(({ calendar }) => `/api/calendars/${calendar}/versions`)],
  },
  'GET /api/calendars/[calendarId]/versions/[version]': {
    access: 'guest',
    asks: [ask(({ calendar }) => `/api/calendars/${calendar}/versions/1`)],
  },
  'POST /api/calendars/[calendarId]/proofs': {
    access: 'guest',
    asks: ['PROOF', 'PRINT'].map((kind) =>
      ask(
        ({ calendar }) => `/api/calendars/${calendar}/proofs`,
        () => ({ kind }),
        { name: kind },
      ),
    ),
  },
  'POST /api/calendars/autofill': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/calendars/autofill',
        ({ picture }) => ({ document: documentWith(null, CROSSED), pictureIds: [picture] }),
      ),
    ],
  },
  'POST /api/calendars/check': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/calendars/check',
        ({ picture }) => ({ document: documentWith(picture, CROSSED) }),
      ),
    ],
  },
  'POST /api/calendars/render': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/calendars/render',
        ({ picture }) => ({ document: documentWith(picture, CROSSED), pages: [0, 1, 2] }),
      ),
    ],
  },
  'POST /api/calendars/soft-proof-colours': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/calendars/soft-proof-colours',
        () => ({ colours: ['#a63d22'], condition: 'fogra39' }),
        { namesNothing: true },
      ),
    ],
  },
  'POST /api/calendars/holidays': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/calendars/holidays',
        () => ({
          holidaySets: [{ country: 'UA', region: null }],
          from: '2027-01',
          monthCount: 1,
          language: 'uk',
        }),
        { namesNothing: true },
      ),
    ],
  },
  'POST /api/calendars/import-dates': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/calendars/import-dates',
        () => ({ text: 'date,text\n2027-01-05,Olena', from: '2027-01' }),
        { namesNothing: true },
      ),
    ],
  },

  'GET /api/proofs/[proofId]': {
    access: 'guest',
    asks: [ask(({ proof }) => `/api/proofs/${proof}`)],
  },
  'GET /api/proofs/[proofId]/file': {
    access: 'guest',
    asks: [
      ask(({ proof }) => `/api/proofs/${proof}/file`),
      ask(({ proof }) => `/api/proofs/${proof}/file`, undefined, {
        name: 'in part',
        headers: { range: 'bytes=0-3' },
        allowed: 206,
      }),
      // What people pay for is given to nobody here.
      ask(({ printProof }) => `/api/proofs/${printProof}/file`, undefined, {
        name: 'the print file',
        allowed: 404,
      }),
    ],
  },

  'POST /api/orders/cart': {
    access: 'guest',
    asks: [
      ask(
        () => '/api/orders/cart',
        ({ calendar, printProof }, { product }) => ({
          calendarId: calendar,
          proofId: printProof,
          productId: product,
          quantity: 1,
        }),
      ),
      ask(
        () => '/api/orders/cart',
        ({ printProof }, { calendar, product }) => ({
          calendarId: calendar,
          proofId: printProof,
          productId: product,
          quantity: 1,
        }),
        { name: 'with a proof' },
      ),
      ask(
        () => '/api/orders/cart',
        ({ calendar }, { printProof, product }) => ({
          calendarId: calendar,
          proofId: printProof,
          productId: product,
          quantity: 1,
        }),
        { name: 'with a calendar' },
      ),
    ],
  },
  'PATCH /api/orders/cart/[cartItemId]': {
    access: 'guest',
    asks: [
      ask(
        ({ cartItem }) => `/api/orders/cart/${cartItem}`,
        () => ({ quantity: 9 }),
      ),
      ask(
        ({ cartItem }) => `/api/orders/cart/${cartItem}`,
        ({ product }) => ({ productId: product }),
        { name: 'as another product' },
      ),
    ],
  },
  'DELETE /api/orders/cart/[cartItemId]': {
    access: 'guest',
    asks: [ask(({ cartItem }) => `/api/orders/cart/${cartItem}`)],
  },
  'GET /api/addresses': {
    access: 'customer',
    asks: [ask(() => '/api/addresses', undefined, { namesNothing: true })],
  },
  'POST /api/addresses': {
    access: 'customer',
    asks: [
      ask(
        () => '/api/addresses',
        () => ({ label: '', address, isDefault: true }),
        { namesNothing: true },
      ),
    ],
  },
  'PUT /api/addresses/[addressId]': {
    access: 'customer',
    asks: [
      ask(
        ({ savedAddress }) => `/api/addresses/${savedAddress}`,
        () => ({ label: CROSSED, address, isDefault: false }),
      ),
    ],
  },
  'DELETE /api/addresses/[addressId]': {
    access: 'customer',
    asks: [ask(({ savedAddress }) => `/api/addresses/${savedAddress}`)],
  },
  'GET /api/orders/checkout-draft': {
    access: 'customer',
    asks: [ask(() => '/api/orders/checkout-draft', undefined, { namesNothing: true })],
  },
  'PUT /api/orders/checkout-draft': {
    access: 'customer',
    asks: [
      ask(
        () => '/api/orders/checkout-draft',
        () => ({
          contactEmail: 'stranger@example.com',
          currency: 'EUR',
          till: null,
          parcels: [],
          promoCode: null,
          wantedBy: null,
        }),
        { namesNothing: true },
      ),
    ],
  },
  'POST /api/orders/quote': {
    access: 'customer',
    asks: [
      ask(
        () => '/api/orders/quote',
        ({ cartItem }) => ({
          currency: 'EUR',
          parcels: [
            {
              country: 'DE',
              method: 'post',
              isGift: false,
              items: [{ cartItemId: cartItem, quantity: 1 }],
            },
          ],
          promoCode: null,
          certificateCodes: [],
        }),
      ),
    ],
  },
  'POST /api/orders': {
    access: 'customer',
    asks: [
      ask(
        () => '/api/orders',
        ({ cartItem }) => ({
          requestKey: key(),
          contactEmail: 'stranger@example.com',
          currency: 'EUR',
          locale: 'en',
          till: 'STRIPE',
          parcels: [
            {
              address,
              method: 'post',
              pickupPoint: null,
              isGift: false,
              giftNote: '',
              items: [{ cartItemId: cartItem, quantity: 1 }],
            },
          ],
          promoCode: null,
          certificateCodes: [],
          confirmed: [{ cartItemId: cartItem, first: '2090-01', last: '2090-01' }],
          expectedDueMinor: 1,
        }),
        // Nothing is approved in a cart that was filled by hand: it ends here for the owner too.
        { allowed: 409 },
      ),
    ],
  },
  'POST /api/orders/[orderId]/refresh': {
    access: 'customer',
    asks: [ask(({ order }) => `/api/orders/${order}/refresh`)],
  },
  'POST /api/orders/[orderId]/pay': {
    access: 'customer',
    asks: [
      ask(
        ({ order }) => `/api/orders/${order}/pay`,
        () => ({ requestKey: key(), till: 'STRIPE' }),
      ),
    ],
  },
  'POST /api/orders/[orderId]/cancel': {
    access: 'customer',
    asks: [ask(({ order }) => `/api/orders/${order}/cancel`)],
  },

  'GET /api/orders/[orderId]/files': {
    access: 'customer',
    asks: [ask(({ paidOrder }) => `/api/orders/${paidOrder}/files`)],
  },
  'POST /api/orders/[orderId]/files': {
    access: 'customer',
    asks: [ask(({ paidOrder }) => `/api/orders/${paidOrder}/files`)],
  },
  'GET /api/orders/[orderId]/items/[itemId]/file': {
    access: 'customer',
    whileLooking: 'hidden',
    asks: [
      ask(({ paidOrder, fileItem }) => `/api/orders/${paidOrder}/items/${fileItem}/file`),
      ask(
        ({ fileItem }, { paidOrder }) => `/api/orders/${paidOrder}/items/${fileItem}/file`,
        undefined,
        { name: 'in an own order' },
      ),
    ],
  },

  'PUT /api/admin/orders/[orderId]/hold': {
    access: 'production',
    asks: [
      ask(
        ({ order }) => `/api/admin/orders/${order}/hold`,
        () => ({ isHeld: true, reason: CROSSED }),
      ),
    ],
  },
  'POST /api/admin/orders/bulk': {
    access: 'production',
    asks: [
      ask(
        () => '/api/admin/orders/bulk',
        // Each order is answered for itself, also one that is not there.
        ({ order }) => ({ action: 'hold', orderIds: [order], reason: CROSSED }),
        { namesNothing: true },
      ),
    ],
  },
  'GET /api/admin/orders/export': {
    access: 'orders',
    // Orders that are not there are not in the file.
    asks: [
      ask(({ order }) => `/api/admin/orders/export?ids=${order}`, undefined, {
        namesNothing: true,
      }),
    ],
  },
  'POST /api/admin/orders/filters': {
    access: 'orders',
    asks: [
      ask(
        () => '/api/admin/orders/filters',
        () => ({ name: 'stranger', query: 'status=PAID' }),
        { namesNothing: true },
      ),
    ],
  },
  'DELETE /api/admin/orders/filters/[savedFilterId]': {
    access: 'orders',
    // Of somebody else: only its owner removes it, and the owner of these things is no member of staff.
    asks: [
      ask(({ savedFilter }) => `/api/admin/orders/filters/${savedFilter}`, undefined, {
        allowed: 404,
      }),
    ],
  },
  'POST /api/admin/orders/[orderId]/move': {
    access: 'production',
    asks: [
      ask(
        ({ paidOrder }) => `/api/admin/orders/${paidOrder}/move`,
        () => ({ to: 'IN_PRODUCTION' }),
      ),
    ],
  },
  'POST /api/admin/orders/[orderId]/notes': {
    access: 'orders',
    asks: [
      ask(
        ({ order }) => `/api/admin/orders/${order}/notes`,
        () => ({ text: CROSSED }),
      ),
    ],
  },
  'POST /api/admin/orders/[orderId]/refunds': {
    access: 'finance',
    asks: [
      ask(
        ({ paidOrder }) => `/api/admin/orders/${paidOrder}/refunds`,
        () => ({ amountMinor: 1, reason: CROSSED, requestKey: key() }),
      ),
    ],
  },
  'POST /api/admin/orders/[orderId]/refunds/[refundId]/retry': {
    access: 'finance',
    asks: [
      ask(
        ({ paidOrder, failedRefund }) =>
          `/api/admin/orders/${paidOrder}/refunds/${failedRefund}/retry`,
      ),
    ],
  },
  'GET /api/admin/orders/[orderId]/items/[itemId]/print-file': {
    access: 'orders',
    asks: [
      ask(
        ({ paidOrder, orderItem }) =>
          `/api/admin/orders/${paidOrder}/items/${orderItem}/print-file`,
      ),
    ],
  },
  'GET /api/admin/orders/[orderId]/items/[itemId]/preflight': {
    access: 'orders',
    asks: [
      ask(
        ({ paidOrder, orderItem }) => `/api/admin/orders/${paidOrder}/items/${orderItem}/preflight`,
      ),
    ],
  },
  'GET /api/delivery/cities': {
    access: 'guest',
    asks: [ask(() => '/api/delivery/cities?query=%D0%9A%D0%B8', undefined, { namesNothing: true })],
  },
  'GET /api/delivery/points': {
    access: 'guest',
    asks: [
      ask(
        () =>
          `/api/delivery/points?method=np-branch&cityRef=${SANDBOX_NOVA_POSHTA_SENDER.cityRef}&query=1`,
        undefined,
        { namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/parcels/[parcelId]/waybill': {
    access: 'production',
    // It goes by post, which has no waybills.
    asks: [
      ask(({ parcel }) => `/api/admin/parcels/${parcel}/waybill`, undefined, { allowed: 422 }),
    ],
  },
  'POST /api/admin/parcels/[parcelId]/shipments': {
    access: 'production',
    asks: [
      ask(
        ({ parcel }) => `/api/admin/parcels/${parcel}/shipments`,
        () => ({ carrier: 'dhl', trackingNumber: 'JD0146000' }),
        // Its order is not in production.
        { allowed: 409 },
      ),
    ],
  },
  'POST /api/admin/shipments/[shipmentId]/cancel': {
    access: 'production',
    asks: [
      ask(
        ({ waybill }) => `/api/admin/shipments/${waybill}/cancel`,
        () => ({ reason: CROSSED }),
      ),
    ],
  },
  'POST /api/admin/shipments/[shipmentId]/move': {
    access: 'production',
    asks: [
      ask(
        ({ shipment }) => `/api/admin/shipments/${shipment}/move`,
        () => ({ to: 'READY_FOR_PICKUP', reason: CROSSED }),
      ),
    ],
  },
  'POST /api/admin/packing/waybills': {
    access: 'production',
    asks: [
      ask(
        () => '/api/admin/packing/waybills',
        // Each parcel is answered for itself, also one that is not there.
        ({ parcel }) => ({ parcelIds: [parcel] }),
        { namesNothing: true },
      ),
    ],
  },
  'GET /api/admin/packing/labels': {
    access: 'production',
    // The waybill has no number yet, so there is no label of it.
    asks: [
      ask(({ waybill }) => `/api/admin/packing/labels?ids=${waybill}`, undefined, {
        allowed: 404,
      }),
    ],
  },
  'PUT /api/admin/delivery/sender': {
    access: 'admin',
    asks: [
      ask(
        () => '/api/admin/delivery/sender',
        () => SANDBOX_NOVA_POSHTA_SENDER,
        { namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/studio/[workId]/stop': {
    access: 'content',
    asks: [
      ask(
        ({ upscale }) => `/api/admin/studio/${upscale}/stop`,
        () => ({ reason: CROSSED }),
        // It has failed already.
        { allowed: 409 },
      ),
    ],
  },
  'POST /api/admin/studio/[workId]/refund': {
    access: 'content',
    asks: [
      ask(
        ({ upscale }) => `/api/admin/studio/${upscale}/refund`,
        () => ({ reason: CROSSED }),
        { allowed: 409 },
      ),
    ],
  },
  'POST /api/admin/studio/[workId]/retry': {
    access: 'content',
    asks: [ask(({ upscale }) => `/api/admin/studio/${upscale}/retry`)],
  },
  'POST /api/admin/tills/compare': {
    access: 'finance',
    asks: [
      ask(
        () => '/api/admin/tills/compare',
        () => ({ provider: 'STRIPE', day: '2019-01-01' }),
        { namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/tills/findings/[findingId]/resolve': {
    access: 'finance',
    asks: [
      ask(
        ({ finding }) => `/api/admin/tills/findings/${finding}/resolve`,
        () => ({ note: 'looked at' }),
      ),
    ],
  },
  'POST /api/admin/payments/[paymentId]/return': {
    access: 'finance',
    asks: [
      ask(
        ({ setAsidePayment }) => `/api/admin/payments/${setAsidePayment}/return`,
        () => ({ reason: 'does not fit', requestKey: key() }),
      ),
    ],
  },
  'POST /api/admin/webhooks/[webhookEventId]/replay': {
    access: 'finance',
    asks: [ask(({ webhookEvent }) => `/api/admin/webhooks/${webhookEvent}/replay`)],
  },
  'POST /api/admin/holidays': {
    access: 'content',
    asks: [
      ask(
        () => '/api/admin/holidays',
        () => ({
          country: 'AD',
          region: null,
          action: 'ADD',
          when: { every: 'once', date: '1950-01-04' },
          names: { en: CROSSED },
          kind: 'OBSERVANCE',
          reason: CROSSED,
        }),
        { namesNothing: true },
      ),
    ],
  },
  'DELETE /api/admin/holidays/[holidayId]': {
    access: 'content',
    asks: [ask(({ holiday }) => `/api/admin/holidays/${holiday}`)],
  },
  'GET /api/stars': {
    access: 'customer',
    asks: [ask(() => '/api/stars', undefined, { namesNothing: true })],
  },
  'POST /api/links/[provider]': {
    access: 'public',
    asks: [
      ask(
        () => '/api/links/google',
        () => ({ returnTo: '/calendars' }),
        { namesNothing: true },
      ),
    ],
  },
  'GET /api/links/[provider]/callback': {
    access: 'public',
    // A browser that began nothing is sent to a page that says so.
    asks: [
      ask(() => '/api/links/google/callback?state=x&code=x', undefined, {
        namesNothing: true,
        allowed: 303,
      }),
    ],
  },
  'DELETE /api/links/connected/[linkId]': {
    access: 'customer',
    asks: [ask(({ linkedAccount }) => `/api/links/connected/${linkedAccount}`)],
  },
  'POST /api/telegram/start-link': {
    access: 'customer',
    asks: [ask(() => '/api/telegram/start-link', undefined, { namesNothing: true })],
  },
  'POST /api/telegram/session': {
    access: 'public',
    asks: [
      ask(
        () => '/api/telegram/session',
        () => ({ initData: 'hash=x', consent: 'add' }),
        { namesNothing: true, allowed: 422 },
      ),
    ],
  },
  'POST /api/stars/purchases': {
    access: 'customer',
    // The pack is not on sale, so that nobody is sent to a till.
    asks: [
      ask(
        () => '/api/stars/purchases',
        ({ hiddenPack }) => ({
          packId: hiddenPack,
          currency: 'EUR',
          expectedAmountMinor: 350,
          requestKey: key(),
          locale: 'en',
          returnTo: null,
        }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'POST /api/stars/purchases/[purchaseId]/refresh': {
    access: 'customer',
    asks: [ask(({ starPurchase }) => `/api/stars/purchases/${starPurchase}/refresh`)],
  },
  'POST /api/stars/purchases/[purchaseId]/refunds': {
    access: 'customer',
    asks: [
      ask(
        ({ starPurchase }) => `/api/stars/purchases/${starPurchase}/refunds`,
        () => ({ stars: 1, requestKey: key() }),
      ),
    ],
  },
  'POST /api/admin/stars/accounts/[userId]/grants': {
    access: 'finance',
    asks: [
      ask(
        ({ account }) => `/api/admin/stars/accounts/${account}/grants`,
        () => ({ direction: 'give', stars: 1, reason: CROSSED, requestKey: key() }),
      ),
    ],
  },
  'PUT /api/admin/stars/packs/[packId]': {
    access: 'finance',
    asks: [
      ask(
        ({ hiddenPack }) => `/api/admin/stars/packs/${hiddenPack}`,
        () => ({ prices: [{ currency: 'EUR', amountMinor: 400 }], isActive: false }),
      ),
    ],
  },
  'PUT /api/admin/stars/bonus': {
    access: 'finance',
    asks: [
      ask(
        () => '/api/admin/stars/bonus',
        () => ({ stars: 10, isActive: true }),
        { namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/prompts': {
    access: 'content',
    asks: [
      ask(
        () => '/api/admin/prompts',
        ({ promptTheme }) => ({
          name: CROSSED,
          slug: `copy-${crypto.randomUUID().slice(0, 8)}`,
          copyOf: promptTheme,
        }),
      ),
    ],
  },
  'PUT /api/admin/prompts/[promptThemeId]': {
    access: 'content',
    asks: [
      ask(
        ({ promptTheme }) => `/api/admin/prompts/${promptTheme}`,
        () => ({ content: { names: { en: CROSSED } }, expectedVersion: 1 }),
        { allowed: 422 },
      ),
    ],
  },
  'PATCH /api/admin/prompts/[promptThemeId]': {
    access: 'content',
    asks: [
      ask(
        ({ promptTheme }) => `/api/admin/prompts/${promptTheme}`,
        () => ({ change: 'status', status: 'RETIRED' }),
      ),
    ],
  },
  'POST /api/admin/prompts/[promptThemeId]/tests': {
    access: 'content',
    asks: [
      ask(
        ({ promptTheme }) => `/api/admin/prompts/${promptTheme}/tests`,
        () => ({
          requestKey: key(),
          baseModelId: newId('baseModel'),
          loraModelId: null,
          categoryId: 'dog',
          hemisphere: 'north',
          shape: 'square',
          months: [1],
          seeds: [1],
        }),
        { allowed: 404 },
      ),
    ],
  },
  'POST /api/admin/prompts/seeds': {
    access: 'content',
    asks: [
      ask(
        () => '/api/admin/prompts/seeds',
        () => ({ generationId: newId('generation') }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'DELETE /api/admin/prompts/seeds/[promptSeedId]': {
    access: 'content',
    asks: [ask(({ promptSeed }) => `/api/admin/prompts/seeds/${promptSeed}`)],
  },
  'PUT /api/admin/models/[baseModelId]': {
    access: 'content',
    asks: [
      ask(
        () => `/api/admin/models/${newId('baseModel')}`,
        () => ({
          name: CROSSED,
          version: '',
          priceStars: 1,
          isDefault: false,
          isActive: false,
          settings: {},
          expectedUpdatedAt: new Date(0).toISOString(),
        }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/models': {
    access: 'content',
    asks: [
      ask(
        () => '/api/admin/models',
        () => ({
          copyOf: newId('baseModel'),
          slug: 'strangers-model',
          name: CROSSED,
          version: '',
          endpoint: 'fal-ai/none',
          family: '',
        }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/categories': {
    access: 'content',
    asks: [
      ask(
        () => '/api/admin/categories',
        // The short name is taken.
        () => ({ id: 'dog', type: 'PORTRAIT', name: CROSSED, needsGuardian: false }),
        { allowed: 422, namesNothing: true },
      ),
    ],
  },
  'PUT /api/admin/categories/[categoryId]': {
    access: 'content',
    asks: [
      ask(
        () => '/api/admin/categories/no-such-category',
        () => ({ names: { en: CROSSED }, words: {}, isActive: false, sortOrder: 0 }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'GET /api/prompt-themes/[promptThemeId]/cover': {
    access: 'public',
    asks: [
      // A draft: its cover is not there for anybody.
      ask(({ promptTheme }) => `/api/prompt-themes/${promptTheme}/cover`, undefined, {
        allowed: 404,
      }),
    ],
  },
  'POST /api/gift-certificates': {
    access: 'customer',
    // A sum that is not sold, so that nobody is sent to a till.
    asks: [
      ask(
        () => '/api/gift-certificates',
        () => ({ ...aGift(), amountMinor: 1, till: 'STRIPE' }),
        { allowed: 422, namesNothing: true },
      ),
    ],
  },
  'POST /api/gift-certificates/[certificateId]/refresh': {
    access: 'customer',
    asks: [ask(({ certificate }) => `/api/gift-certificates/${certificate}/refresh`)],
  },
  'POST /api/gift-certificates/[certificateId]/refund': {
    access: 'customer',
    asks: [
      ask(
        ({ certificate }) => `/api/gift-certificates/${certificate}/refund`,
        () => ({ requestKey: key() }),
      ),
    ],
  },
  'POST /api/gift-certificates/balance': {
    access: 'public',
    asks: [
      ask(
        () => '/api/gift-certificates/balance',
        () => ({ code: '0000-0000-0000-0000' }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/promos': {
    access: 'finance',
    asks: [
      ask(
        () => '/api/admin/promos',
        () => aPromo(),
        { namesNothing: true },
      ),
    ],
  },
  'PUT /api/admin/promos/[promoCodeId]': {
    access: 'finance',
    asks: [
      ask(
        ({ promoCode }) => `/api/admin/promos/${promoCode}`,
        () => aPromo(),
      ),
    ],
  },
  'POST /api/admin/certificates': {
    access: 'admin',
    asks: [
      ask(
        () => '/api/admin/certificates',
        () => ({ ...aGift(), reason: CROSSED }),
        { namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/certificates/[certificateId]/mail': {
    access: 'finance',
    asks: [
      ask(
        ({ certificate }) => `/api/admin/certificates/${certificate}/mail`,
        () => ({ requestKey: key() }),
      ),
    ],
  },
  'POST /api/admin/certificates/[certificateId]/void': {
    access: 'admin',
    asks: [
      ask(
        ({ certificate }) => `/api/admin/certificates/${certificate}/void`,
        () => ({ reason: CROSSED }),
      ),
    ],
  },
  'POST /api/admin/certificates/[certificateId]/refund': {
    access: 'admin',
    // It was not given back, so there is no refund to try again.
    asks: [
      ask(
        ({ certificate }) => `/api/admin/certificates/${certificate}/refund`,
        () => ({ requestKey: key() }),
        { allowed: 404 },
      ),
    ],
  },
  'PUT /api/admin/wrap-prices': {
    access: 'finance',
    asks: [
      ask(
        () => '/api/admin/wrap-prices',
        () => ({ prices: [] }),
        { namesNothing: true },
      ),
    ],
  },
  'PUT /api/admin/delivery-rates': {
    access: 'finance',
    // A method that this country does not have, so that no other test meets a changed price.
    asks: [
      ask(
        () => '/api/admin/delivery-rates',
        () => ({
          country: 'DE',
          method: 'np-branch',
          isActive: false,
          daysMin: 1,
          daysMax: 2,
          taxBasisPoints: 0,
          prices: [],
        }),
        { allowed: 422, namesNothing: true },
      ),
    ],
  },
  'PUT /api/admin/products/[productId]': {
    access: 'finance',
    asks: [
      ask(
        ({ hiddenProduct }) => `/api/admin/products/${hiddenProduct}`,
        () => ({ prices: [{ currency: 'EUR', amountMinor: 100 }], isActive: false }),
      ),
    ],
  },
};
