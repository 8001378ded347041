import { z } from 'zod';
import { isOver } from '@/lib/calendars/period';
import { proofMatchesCalendar } from '@/lib/calendars/proof-matches';
import { readDocument } from '@/lib/calendars/read-document';
import type { ErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import type { TxCtx } from '@/lib/db/context';
import type { CartItemRow } from './store';

const PreflightSchema = z.object({ verdict: z.enum(['pass', 'warn', 'blocked']) });

/** True when the preflight report of a finished print file forbids printing it. */
export function isBlocked(preflight: unknown): boolean {
  return PreflightSchema.parse(preflight).verdict === 'blocked';
}

/**
 * Why a cart item cannot be ordered as it is, or null. Asked when the cart is shown and again in the transaction that
 * places the order: between the two the calendar may have been edited, or the year may have passed.
 */
export async function cartProblem(tx: TxCtx, item: CartItemRow): Promise<ErrorCode | null> {
  const { proof, product, calendar } = item;
  if (calendar.deletedAt !== null || calendar.ownerId !== item.ownerId) return 'calendar.not_found';
  if (!product.isActive) return 'product.not_found';
  if (!proof || item.approvedAt === null) return 'cart.not_approved';
  if (proof.calendarId !== item.calendarId || proof.kind !== 'PRINT' || proof.status !== 'READY') {
    return 'cart.not_approved';
  }
  if (isBlocked(proof.preflight)) return 'proof.blocked';
  const document = readDocument(proof.document);
  const fits = product.kind === 'PDF' || document.formatId === product.formatId;
  if (!fits) return 'cart.format_mismatch';
  if (isOver(document, dayAt(tx.clock.now(), 'UTC'))) return 'cart.year_passed';
  if (!(await proofMatchesCalendar(tx, proof.id as Id<'proof'>))) return 'proof.outdated';
  return null;
}
