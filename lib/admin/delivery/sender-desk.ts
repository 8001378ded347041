import { DomainError } from '@/lib/core/errors';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { Sender } from '@/lib/orders/delivery/sender-schema';
import { readSender, SENDER_SETTING } from '@/lib/orders/delivery/sender-setting';
import type { SenderChoice } from '@/lib/providers/ports/carrier';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { saveSetting } from './parcel-store';

type SenderDesk = {
  /** False where no key of Nova Poshta is set: numbers are written in by hand. */
  isConnected: boolean;
  sender: Sender | null;
  /** Companies of the account; null when the carrier does not say now. */
  choices: SenderChoice[] | null;
};

/** Who sends by Nova Poshta, and who could. @throws DomainError "account.not_allowed" */
export async function getSenderDesk(ctx: Ctx): Promise<SenderDesk> {
  requireStaff(ctx, 'production');
  const carrier = ctx.providers.carriers['nova-poshta'];
  if (!carrier) return { isConnected: false, sender: null, choices: null };
  const sender = await readSender(ctx);
  try {
    return { isConnected: true, sender, choices: await carrier.listSenders() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { isConnected: true, sender, choices: null };
  }
}

/** For admins: every waybill from now on is sent by this company from this branch. @throws DomainError "account.not_allowed", "delivery.point_not_found" */
export async function saveSender(ctx: Ctx, sender: Sender): Promise<void> {
  const { userId } = requireStaff(ctx, 'admin');
  const carrier = ctx.providers.carriers['nova-poshta'];
  if (!carrier) throw new DomainError('carrier.unavailable');
  const point = await carrier.findPoint({ cityRef: sender.cityRef, pointRef: sender.pointRef });
  if (!point) throw new DomainError('delivery.point_not_found');
  await inTransaction(ctx, async (tx) => {
    await saveSetting(tx, { key: SENDER_SETTING, value: { ...sender }, updatedById: userId });
    await recordAudit(tx, {
      action: 'sender.changed',
      subject: SENDER_SETTING,
      data: { counterpartyRef: sender.counterpartyRef, pointRef: sender.pointRef },
    });
  });
}
