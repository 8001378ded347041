/** How a till's books and ours can differ. */
export const FINDING_KINDS = [
  /** The till took money for nothing that we know. */
  'unknown_payment',
  /** We think that it is paid; the till does not. */
  'missing_payment',
  'amount_differs',
  'currency_differs',
  /** The till took the money that we asked for, and nothing came of it here. */
  'not_fulfilled',
  /** Given back at the till, not here: somebody did it by hand. */
  'unknown_refund',
  /** Given back here, not at the till. */
  'missing_refund',
  'refund_differs',
  /** The payer's bank asks for money back, and no news of it came. */
  'unknown_dispute',
  /** Decided at the till, and no news of it came. */
  'dispute_differs',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Why a finding was resolved without a person: settled by the comparison itself, or equal when looked at again. */
export const SELF_RESOLUTIONS = ['healed', 'matched'] as const;
