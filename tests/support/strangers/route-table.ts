import { BUILT_IN_TEMPLATES } from '@/lib/calendars/templates/data/built-in';
import type { Access } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
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
    access: 'staff',
    asks: [
      ask(
        () => '/api/admin/looks/preview',
        () => ({ template: BUILT_IN_TEMPLATES['family-year'] }),
        { namesNothing: true },
      ),
    ],
  },
  'PUT /api/admin/themes/[themeId]': {
    access: 'staff',
    asks: [
      ask(
        () => '/api/admin/themes/stranger-theme',
        () => ({ name: CROSSED, theme: {}, status: 'DRAFT', expectedVersion: null }),
        { allowed: 422, namesNothing: true },
      ),
    ],
  },
  'DELETE /api/admin/themes/[themeId]': {
    access: 'staff',
    asks: [
      ask(() => '/api/admin/themes/no-such-theme', undefined, {
        allowed: 404,
        namesNothing: true,
      }),
    ],
  },
  'PUT /api/admin/templates/[slug]': {
    access: 'staff',
    asks: [
      ask(
        () => '/api/admin/templates/stranger-template',
        () => ({ template: {}, status: 'DRAFT', position: 0, expectedVersion: null }),
        { allowed: 422, namesNothing: true },
      ),
    ],
  },
  'DELETE /api/admin/templates/[slug]': {
    access: 'staff',
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
    ],
  },
  'DELETE /api/orders/cart/[cartItemId]': {
    access: 'guest',
    asks: [ask(({ cartItem }) => `/api/orders/cart/${cartItem}`)],
  },
  'POST /api/orders/quote': {
    access: 'customer',
    asks: [
      ask(
        () => '/api/orders/quote',
        () => ({ country: 'DE', currency: 'EUR' }),
        {
          namesNothing: true,
        },
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
          address,
          currency: 'EUR',
          locale: 'en',
          confirmed: [{ cartItemId: cartItem, first: '2090-01', last: '2090-01' }],
          expectedTotalMinor: 1,
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
        () => ({ requestKey: key() }),
      ),
    ],
  },
  'POST /api/orders/[orderId]/cancel': {
    access: 'customer',
    asks: [ask(({ order }) => `/api/orders/${order}/cancel`)],
  },

  'POST /api/admin/orders/[orderId]/move': {
    access: 'staff',
    asks: [
      ask(
        ({ paidOrder }) => `/api/admin/orders/${paidOrder}/move`,
        () => ({ to: 'IN_PRODUCTION' }),
      ),
    ],
  },
  'POST /api/admin/orders/[orderId]/notes': {
    access: 'staff',
    asks: [
      ask(
        ({ order }) => `/api/admin/orders/${order}/notes`,
        () => ({ text: CROSSED }),
      ),
    ],
  },
  'POST /api/admin/orders/[orderId]/refunds': {
    access: 'staff',
    asks: [
      ask(
        ({ paidOrder }) => `/api/admin/orders/${paidOrder}/refunds`,
        () => ({ amountMinor: 1, reason: CROSSED, requestKey: key() }),
      ),
    ],
  },
  'POST /api/admin/orders/[orderId]/refunds/[refundId]/retry': {
    access: 'staff',
    asks: [
      ask(
        ({ paidOrder, failedRefund }) =>
          `/api/admin/orders/${paidOrder}/refunds/${failedRefund}/retry`,
      ),
    ],
  },
  'GET /api/admin/orders/[orderId]/items/[itemId]/print-file': {
    access: 'staff',
    asks: [
      ask(
        ({ paidOrder, orderItem }) =>
          `/api/admin/orders/${paidOrder}/items/${orderItem}/print-file`,
      ),
    ],
  },
  'GET /api/admin/orders/[orderId]/items/[itemId]/preflight': {
    access: 'staff',
    asks: [
      ask(
        ({ paidOrder, orderItem }) => `/api/admin/orders/${paidOrder}/items/${orderItem}/preflight`,
      ),
    ],
  },
  'POST /api/admin/studio/[workId]/stop': {
    access: 'staff',
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
    access: 'staff',
    asks: [
      ask(
        ({ upscale }) => `/api/admin/studio/${upscale}/refund`,
        () => ({ reason: CROSSED }),
        { allowed: 409 },
      ),
    ],
  },
  'POST /api/admin/studio/[workId]/retry': {
    access: 'staff',
    asks: [ask(({ upscale }) => `/api/admin/studio/${upscale}/retry`)],
  },
  'POST /api/admin/holidays': {
    access: 'staff',
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
    access: 'staff',
    asks: [ask(({ holiday }) => `/api/admin/holidays/${holiday}`)],
  },
  'GET /api/stars': {
    access: 'customer',
    asks: [ask(() => '/api/stars', undefined, { namesNothing: true })],
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
    access: 'staff',
    asks: [
      ask(
        ({ account }) => `/api/admin/stars/accounts/${account}/grants`,
        () => ({ direction: 'give', stars: 1, reason: CROSSED, requestKey: key() }),
      ),
    ],
  },
  'PUT /api/admin/stars/packs/[packId]': {
    access: 'staff',
    asks: [
      ask(
        ({ hiddenPack }) => `/api/admin/stars/packs/${hiddenPack}`,
        () => ({ prices: [{ currency: 'EUR', amountMinor: 400 }], isActive: false }),
      ),
    ],
  },
  'PUT /api/admin/stars/bonus': {
    access: 'staff',
    asks: [
      ask(
        () => '/api/admin/stars/bonus',
        () => ({ stars: 10, isActive: true }),
        { namesNothing: true },
      ),
    ],
  },
  'POST /api/admin/prompts': {
    access: 'staff',
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
    access: 'staff',
    asks: [
      ask(
        ({ promptTheme }) => `/api/admin/prompts/${promptTheme}`,
        () => ({ content: { names: { en: CROSSED } }, expectedVersion: 1 }),
        { allowed: 422 },
      ),
    ],
  },
  'PATCH /api/admin/prompts/[promptThemeId]': {
    access: 'staff',
    asks: [
      ask(
        ({ promptTheme }) => `/api/admin/prompts/${promptTheme}`,
        () => ({ change: 'status', status: 'RETIRED' }),
      ),
    ],
  },
  'POST /api/admin/prompts/[promptThemeId]/tests': {
    access: 'staff',
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
    access: 'staff',
    asks: [
      ask(
        () => '/api/admin/prompts/seeds',
        () => ({ generationId: newId('generation') }),
        { allowed: 404, namesNothing: true },
      ),
    ],
  },
  'DELETE /api/admin/prompts/seeds/[promptSeedId]': {
    access: 'staff',
    asks: [ask(({ promptSeed }) => `/api/admin/prompts/seeds/${promptSeed}`)],
  },
  'PUT /api/admin/models/[baseModelId]': {
    access: 'staff',
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
    access: 'staff',
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
    access: 'staff',
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
    access: 'staff',
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
  'PUT /api/admin/products/[productId]': {
    access: 'staff',
    asks: [
      ask(
        ({ hiddenProduct }) => `/api/admin/products/${hiddenProduct}`,
        () => ({ prices: [{ currency: 'EUR', amountMinor: 100 }], isActive: false }),
      ),
    ],
  },
};
