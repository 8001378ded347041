import { DomainError } from '@/lib/core/errors';

export const CLAIM_STATUSES = ['OPEN', 'REPRINT', 'REFUNDED', 'DECLINED', 'WITHDRAWN'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const CLAIM_KINDS = ['DAMAGED', 'MISPRINTED', 'WRONG_ITEM', 'LOST', 'OTHER'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** @throws DomainError "claim.decided": a claim is decided or withdrawn once; the database says the same */
export function requireOpenClaim(status: ClaimStatus): void {
  if (status !== 'OPEN') throw new DomainError('claim.decided');
}
