import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import type { PaymentGateway } from '@/lib/providers/ports/payment-gateway';

/** @throws DomainError "payment.till_unavailable" when this installation has no key for it */
export function tillOf(ctx: Ctx, provider: PaymentProvider): PaymentGateway {
  const till = ctx.providers.tills[provider];
  if (!till) throw new DomainError('payment.till_unavailable');
  return till;
}
