import type Stripe from 'stripe';
import { z } from 'zod';
import { emit } from './events';
import type { FormObject } from './form';
import { listPage } from './lists';
import { invalid, notFound, nowSeconds, type StoredSession, stripeId, type World } from './world';

const LIFE_MIN_SECONDS = 30 * 60;
const LIFE_MAX_SECONDS = 24 * 60 * 60;

/** "Minimum and maximum charge amounts": the least by currency; other currencies must be worth half a dollar. */
const LEAST: Record<string, number | undefined> = { usd: 50, eur: 50, gbp: 30, pln: 200 };
const MOST = 99_999_999;

const text = (max: number) => z.string().min(1).max(max);
const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
// Stripe: 50 keys of 40 characters with values of 500.
const Metadata = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine((pairs) => Object.keys(pairs).length <= 50);

/** The parameters that the real service takes and we use; any other is refused, so that none is ignored unseen. */
const CreateSession = z.strictObject({
  mode: z.literal('payment'),
  ui_mode: z.literal('hosted_page').default('hosted_page'),
  line_items: z
    .array(
      z.strictObject({
        quantity: whole.refine((quantity) => quantity > 0),
        price_data: z.strictObject({
          currency: z.string().regex(/^[a-z]{3}$/),
          unit_amount: whole,
          tax_behavior: z.enum(['inclusive', 'exclusive', 'unspecified']).default('unspecified'),
          product_data: z.strictObject({
            name: text(250),
            description: text(500).optional(),
            tax_code: z
              .string()
              .regex(/^txcd_\d{8}$/)
              .optional(),
          }),
        }),
      }),
    )
    .min(1)
    .max(100),
  success_url: z.url({ protocol: /^https?$/ }),
  cancel_url: z.url({ protocol: /^https?$/ }).optional(),
  client_reference_id: text(200).optional(),
  customer_email: z.email().max(800).optional(),
  locale: text(10).optional(),
  expires_at: whole
    .or(
      z
        .string()
        .regex(/^\d{10}$/)
        .transform(Number),
    )
    .optional(),
  metadata: Metadata.default({}),
  payment_intent_data: z
    .strictObject({
      metadata: Metadata.default({}),
      description: text(1000).optional(),
      receipt_email: z.email().max(800).optional(),
      shipping: z
        .strictObject({
          name: text(5000),
          phone: text(50).optional(),
          address: z.strictObject({
            line1: text(5000),
            line2: text(5000).optional(),
            city: text(5000).optional(),
            postal_code: text(5000).optional(),
            state: text(5000).optional(),
            country: z.string().regex(/^[A-Z]{2}$/),
          }),
        })
        .optional(),
    })
    .default({ metadata: {} }),
  expand: z.array(z.string()).optional(),
});

/** Checks parameters as Stripe words it: unknown ones and bad values name themselves. @throws StripeRefusal */
export function parseParams<S extends z.ZodType>(schema: S, form: FormObject): z.output<S> {
  const result = schema.safeParse(form);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const [head, ...rest] = issue?.path ?? [];
  const place = head === undefined ? '' : String(head) + rest.map((p) => `[${String(p)}]`).join('');
  if (issue?.code === 'unrecognized_keys') {
    const key = place ? `${place}[${issue.keys[0]}]` : (issue.keys[0] ?? '');
    throw invalid(`Received unknown parameter: ${key}`, { code: 'parameter_unknown', param: key });
  }
  if (issue?.code === 'invalid_type' && issue.input === undefined) {
    const code = 'parameter_missing';
    throw invalid(`Missing required param: ${place}.`, { code, param: place });
  }
  throw invalid(`Invalid ${place}: ${issue?.message ?? 'value'}`, { param: place });
}

export function createSession(world: World, form: FormObject): Stripe.Checkout.Session {
  const params = parseParams(CreateSession, form);
  const created = nowSeconds();
  const currency = params.line_items[0]?.price_data.currency ?? '';
  if (params.line_items.some((line) => line.price_data.currency !== currency)) {
    throw invalid('All line items must have the same currency.', { param: 'line_items' });
  }
  const expiresAt = params.expires_at ?? created + LIFE_MAX_SECONDS;
  if (expiresAt < created + LIFE_MIN_SECONDS || expiresAt > created + LIFE_MAX_SECONDS) {
    throw invalid(
      'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
      { param: 'expires_at' },
    );
  }
  const lineItems = params.line_items.map((line) => newLineItem(line, currency));
  const total = lineItems.reduce((sum, line) => sum + line.amount_total, 0);
  if (total < (LEAST[currency] ?? 1)) {
    const message = `The Checkout Session's total amount must convert to at least ${LEAST[currency]} ${currency}.`;
    throw invalid(message, { code: 'amount_too_small' });
  }
  if (total > MOST) {
    throw invalid(`The total amount must be at most ${MOST}.`, { code: 'amount_too_large' });
  }
  const session = newSession(world, params, { created, currency, expiresAt, total });
  world.file.value.sessions[session.id] = {
    session,
    lineItems,
    intentMetadata: params.payment_intent_data.metadata,
    intentDescription: params.payment_intent_data.description ?? null,
    receiptEmail: params.payment_intent_data.receipt_email ?? null,
    shipping: shippingOf(params),
  };
  return session;
}

function shippingOf({
  payment_intent_data: { shipping },
}: z.output<typeof CreateSession>): Stripe.PaymentIntent['shipping'] {
  if (!shipping) return null;
  const { name, phone = null, address } = shipping;
  const { line1, line2 = null, city = null, postal_code = null, state = null, country } = address;
  return { name, phone, address: { line1, line2, city, postal_code, state, country } };
}

function newLineItem(
  line: z.output<typeof CreateSession>['line_items'][number],
  currency: string,
): Stripe.LineItem {
  const amount = line.quantity * line.price_data.unit_amount;
  return {
    id: stripeId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: line.price_data.product_data.name,
    metadata: null,
    price: {
      id: stripeId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created: nowSeconds(),
      currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: stripeId('prod', 14),
      recurring: null,
      tax_behavior: line.price_data.tax_behavior,
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount: line.price_data.unit_amount,
      unit_amount_decimal: null,
    },
    quantity: line.quantity,
  };
}

function newSession(
  world: World,
  params: z.output<typeof CreateSession>,
  made: { created: number; currency: string; expiresAt: number; total: number },
): Stripe.Checkout.Session {
  const id = stripeId('cs_test', 58);
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: made.total,
    amount_total: made.total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: made.created,
    currency: made.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: params.customer_email ?? null,
    discounts: [],
    expires_at: made.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: null,
    metadata: params.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: params.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: params.ui_mode,
    url: `${world.baseUrl}/pay/${id}`,
    wallet_options: null,
  };
}

/** The session, ended first when its time is over. @throws StripeRefusal 404 */
export function findSession(world: World, id: string): StoredSession {
  const stored = Object.hasOwn(world.file.value.sessions, id)
    ? world.file.value.sessions[id]
    : undefined;
  if (!stored) throw notFound('checkout.session', id);
  if (stored.session.status === 'open' && stored.session.expires_at <= nowSeconds()) {
    endSession(world, stored);
  }
  return stored;
}

/** GET /v1/checkout/sessions: newest first, of one payment when asked. */
export function listSessions(world: World, query: URLSearchParams): object {
  const intent = query.get('payment_intent');
  const rows = Object.values(world.file.value.sessions)
    .map(({ session }) => session)
    .filter((session) => intent === null || session.payment_intent === intent);
  return listPage(rows, query, {
    url: '/v1/checkout/sessions',
    object: 'checkout.session',
    filters: ['payment_intent'],
  });
}

export function expireSession(world: World, id: string): Stripe.Checkout.Session {
  const stored = findSession(world, id);
  if (stored.session.status !== 'open') {
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${stored.session.status}\`.`,
    );
  }
  endSession(world, stored);
  return stored.session;
}

function endSession(world: World, { session }: StoredSession): void {
  session.status = 'expired';
  session.url = null;
  emit(world, [{ type: 'checkout.session.expired', object: session }]);
}

/** Ends every session whose time is over, as Stripe does without being asked. */
export function expireDue(world: World): void {
  for (const id of Object.keys(world.file.value.sessions)) findSession(world, id);
}
