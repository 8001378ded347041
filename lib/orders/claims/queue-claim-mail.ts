import type { Id } from '@/lib/core/ids';
import type { Money } from '@/lib/core/money';
import type { TxCtx } from '@/lib/db/context';
import { tellPerson } from '@/lib/messages/tell-person';
import { orderUrl } from '../order-urls';

type About = {
  order: { id: string; ownerId: string; number: string; contactEmail: string; locale: string };
  claim: { id: string; number: string };
};

/** What we tell the customer about a claim; each of it once. */
export type ClaimMail =
  | { template: 'claim-received' }
  | { template: 'claim-reprint' | 'claim-declined'; answer: string }
  | { template: 'claim-refund'; answer: string; amount: Money };

export async function queueClaimMail(tx: TxCtx, about: About, mail: ClaimMail): Promise<void> {
  const { order, claim } = about;
  const common = {
    to: order.contactEmail,
    locale: order.locale,
    dedupeKey: `claim:${claim.id}:${mail.template}`,
    subject: order.id,
  };
  const data = {
    claimNumber: claim.number,
    orderNumber: order.number,
    url: orderUrl(order.id),
    answer: mail.template === 'claim-received' ? '' : mail.answer,
  };
  if (mail.template === 'claim-refund') {
    await tellPerson(tx, order.ownerId as Id<'user'>, {
      ...common,
      template: mail.template,
      data: { ...data, amount: mail.amount },
    });
    return;
  }
  await tellPerson(tx, order.ownerId as Id<'user'>, { ...common, template: mail.template, data });
}
