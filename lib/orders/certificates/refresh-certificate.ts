import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { settlePayment } from '@/lib/payments/settle-payment';
import { certificatePaymentPurpose } from './certificate-payment-purpose';
import { stateOf } from './present-certificate';
import type { CertificateState } from './schema';
import { findCertificateOf } from './store';

/**
 * Asks the provider about a certificate that is still open, for the person who came back from the pay page before the
 * webhook did.
 * @throws DomainError "certificate.not_found", "payment.provider_unavailable"
 */
export async function refreshCertificate(
  ctx: Ctx,
  input: { certificateId: Id<'certificate'> },
): Promise<{ state: CertificateState }> {
  const buyer = { buyerId: asPerson(ctx).actor.userId };
  const known = await findCertificateOf(ctx, buyer, input.certificateId);
  if (!known) throw new DomainError('certificate.not_found');
  if (stateOf(known) === 'open' && known.paymentId !== null) {
    await settlePayment(ctx, known.paymentId, { CERTIFICATE: certificatePaymentPurpose });
  }
  const fresh = await findCertificateOf(ctx, buyer, input.certificateId);
  if (!fresh) throw new DomainError('certificate.not_found');
  return { state: stateOf(fresh) };
}
