import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { type CertificateView, presentCertificate } from './present-certificate';
import { findCertificateOf, findCertificatesOf } from './store';

const SHOWN = 50;

/** One certificate that this person bought, with its code. @throws DomainError "certificate.not_found" */
export async function getCertificate(
  ctx: Ctx,
  input: { certificateId: Id<'certificate'> },
): Promise<CertificateView> {
  const buyerId = asPerson(ctx).actor.userId;
  const row = await findCertificateOf(ctx, { buyerId }, input.certificateId);
  if (!row) throw new DomainError('certificate.not_found');
  return presentCertificate(row, ctx.clock.now());
}

/** What this person bought, newest first. */
export async function listCertificates(ctx: Ctx): Promise<CertificateView[]> {
  const buyerId = asPerson(ctx).actor.userId;
  const rows = await findCertificatesOf(ctx, { buyerId }, SHOWN);
  return rows.map((row) => presentCertificate(row, ctx.clock.now()));
}
