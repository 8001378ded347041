/**
 * Every refusal this product can give: one code, one status, one decision whether a person is alerted.
 * Copy for each code stands in lib/i18n/messages/<locale>/errors.json under the same key.
 */
export const ERROR_SPECS = {
  'request.invalid': { status: 400, alert: false },
  'request.too_large': { status: 413, alert: false },
  'request.unsupported_type': { status: 415, alert: false },
  'request.rate_limited': { status: 429, alert: false },
  'request.foreign_origin': { status: 403, alert: false },
  'request.not_found': { status: 404, alert: false },
  'request.conflict': { status: 409, alert: false },
  'server.unexpected': { status: 500, alert: true },
  'server.unavailable': { status: 503, alert: true },

  'account.sign_in_required': { status: 401, alert: false },
  'account.not_allowed': { status: 403, alert: false },
  'account.wrong_credentials': { status: 401, alert: false },
  'account.blocked': { status: 403, alert: false },
  'account.password_too_short': { status: 422, alert: false },
  'account.password_too_long': { status: 422, alert: false },
  'account.password_too_common': { status: 422, alert: false },
  'account.password_wrong': { status: 422, alert: false },
  'account.email_invalid': { status: 422, alert: false },
  'account.email_unverified': { status: 409, alert: false },
  'account.code_wrong': { status: 422, alert: false },
  'account.sign_up_over': { status: 410, alert: false },
  'account.link_expired': { status: 410, alert: false },
  'account.already_signed_up': { status: 409, alert: false },
  'account.name_invalid': { status: 422, alert: false },
  'account.session_not_found': { status: 404, alert: false },

  'picture.not_found': { status: 404, alert: false },
  'picture.not_an_image': { status: 422, alert: false },
  'picture.unsupported_type': { status: 415, alert: false },
  'picture.heic': { status: 415, alert: false },
  'picture.damaged': { status: 422, alert: false },
  'picture.too_small': { status: 422, alert: false },
  'picture.too_large_file': { status: 413, alert: false },
  'picture.too_many_pixels': { status: 422, alert: false },
  'picture.too_narrow': { status: 422, alert: false },
  'picture.animated': { status: 422, alert: false },
  'picture.too_complex': { status: 422, alert: false },
  'picture.in_calendar': { status: 409, alert: false },
  'picture.in_sold_calendar': { status: 409, alert: false },
  'picture.library_full': { status: 409, alert: false },
  'picture.upload_incomplete': { status: 400, alert: false },
  'picture.not_ready': { status: 409, alert: false },

  'calendar.not_found': { status: 404, alert: false },
  'calendar.version_conflict': { status: 409, alert: false },
  'calendar.invalid': { status: 422, alert: false },
  'calendar.too_many': { status: 409, alert: false },
  'calendar.no_later_year': { status: 409, alert: false },
  'project.unreadable': { status: 422, alert: false },
  'project.too_large': { status: 413, alert: false },
  'calendar.in_order': { status: 409, alert: false },
  'calendar.dates_unreadable': { status: 422, alert: false },
  'share.not_found': { status: 404, alert: false },
  'share.too_many': { status: 409, alert: false },
  'share.no_comments': { status: 403, alert: false },
  'template.not_found': { status: 404, alert: false },
  'template.invalid': { status: 422, alert: false },
  'template.conflict': { status: 409, alert: false },
  'theme.not_found': { status: 404, alert: false },
  'theme.invalid': { status: 422, alert: false },
  'theme.conflict': { status: 409, alert: false },
  'theme.in_use': { status: 409, alert: false },
  'dates.not_found': { status: 404, alert: false },
  'dates.link_not_found': { status: 404, alert: false },
  'dates.too_many': { status: 409, alert: false },
  'dates.too_many_links': { status: 409, alert: false },
  'comment.not_found': { status: 404, alert: false },
  'comment.too_many': { status: 409, alert: false },
  'proof.not_found': { status: 404, alert: false },
  'proof.not_ready': { status: 409, alert: false },
  'proof.failed': { status: 500, alert: true },
  'proof.blocked': { status: 409, alert: false },
  'proof.outdated': { status: 409, alert: false },

  'product.not_found': { status: 404, alert: false },
  'cart.not_found': { status: 404, alert: false },
  'cart.empty': { status: 409, alert: false },
  'cart.not_approved': { status: 409, alert: false },
  'cart.format_mismatch': { status: 422, alert: false },
  'cart.year_passed': { status: 409, alert: false },
  'cart.year_unconfirmed': { status: 422, alert: false },
  'cart.too_many': { status: 422, alert: false },
  'cart.total_changed': { status: 409, alert: false },
  'order.not_found': { status: 404, alert: false },
  'order.illegal_transition': { status: 409, alert: false },
  'order.address_invalid': { status: 422, alert: false },
  'order.country_not_served': { status: 422, alert: false },
  'order.email_invalid': { status: 422, alert: false },
  'order.tracking_required': { status: 422, alert: false },
  'order.too_late_to_cancel': { status: 409, alert: false },
  'payment.provider_unavailable': { status: 503, alert: true },
  'payment.not_payable': { status: 409, alert: false },
  'refund.too_much': { status: 422, alert: false },
  'refund.failed': { status: 502, alert: true },

  'stars.not_enough': { status: 409, alert: false },
  'stars.pack_not_found': { status: 404, alert: false },
  'stars.purchase_not_found': { status: 404, alert: false },
  'stars.nothing_to_refund': { status: 409, alert: false },
  'stars.grant_invalid': { status: 422, alert: false },
  'stars.price_changed': { status: 409, alert: false },

  'lora.not_found': { status: 404, alert: false },
  'lora.not_ready': { status: 409, alert: false },
  'lora.in_training': { status: 409, alert: false },
  'lora.too_many': { status: 409, alert: false },
  'lora.name_invalid': { status: 422, alert: false },
  'lora.photo_count': { status: 422, alert: false },
  'lora.photo_unusable': { status: 422, alert: false },
  'lora.consent_required': { status: 422, alert: false },
  'lora.guardian_required': { status: 422, alert: false },
  'lora.face_stays_private': { status: 422, alert: false },
  'training.not_found': { status: 404, alert: false },
  'training.over': { status: 409, alert: false },
  'category.not_found': { status: 404, alert: false },
  'category.invalid': { status: 422, alert: false },
  'base_model.not_found': { status: 404, alert: false },
  'base_model.invalid': { status: 422, alert: false },
  'base_model.conflict': { status: 409, alert: false },

  'prompt_theme.not_found': { status: 404, alert: false },
  'prompt_theme.invalid': { status: 422, alert: false },
  'prompt_theme.conflict': { status: 409, alert: false },
  'prompt.empty': { status: 422, alert: false },
  'seed.not_found': { status: 404, alert: false },

  'job.not_found': { status: 404, alert: false },
  'job.too_many': { status: 409, alert: false },
  'job.nothing_ready': { status: 409, alert: false },
  'generation.not_found': { status: 404, alert: false },
  'generation.not_ready': { status: 409, alert: false },
  'work.not_found': { status: 404, alert: false },
  'work.over': { status: 409, alert: false },
  'work.not_failed': { status: 409, alert: false },

  /** What the provider made of a request, as the customer reads it on the picture or training. */
  'model.blocked': { status: 422, alert: false },
  'model.input_refused': { status: 422, alert: false },
  'model.photos_refused': { status: 422, alert: false },
  'model.failed': { status: 502, alert: false },
  'model.stopped': { status: 409, alert: false },
  'model.lost': { status: 504, alert: false },
  'model.unavailable': { status: 503, alert: true },
  'model.locked': { status: 503, alert: true },

  'webhook.bad_signature': { status: 400, alert: false },
  'holiday.invalid': { status: 422, alert: false },
  'print.asset_missing': { status: 500, alert: true },
  'storage.missing': { status: 500, alert: true },
  'mail.unavailable': { status: 503, alert: true },
  'mail.refused': { status: 502, alert: false },
} as const satisfies Record<string, { status: number; alert: boolean }>;

export type ErrorCode = keyof typeof ERROR_SPECS;
export const ERROR_CODES = Object.keys(ERROR_SPECS) as ErrorCode[];

/** Values for the placeholders of the error's copy. Shown to people: nothing internal in here. */
export type ErrorParams = Record<string, string | number>;

/**
 * A refusal with a reason that a person may read. Thrown by use cases, mapped once at the edge.
 * Anything else that is thrown is a bug: logged, alerted and shown as one neutral sentence.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Which input field to mark, code by path: { 'address.city': 'required' }. */
  readonly fields: Record<string, string>;

  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    options: { cause?: unknown; fields?: Record<string, string> } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DomainError';
    this.code = code;
    this.params = params;
    this.fields = options.fields ?? {};
  }
}

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERROR_SPECS, text);
}
