import { requireEnv } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { HouseOrder, PrintRequest } from '@/lib/providers/ports/print-house';
import { readAddress } from '../address-lines';
import { applyHouseOrder } from './apply-house-order';
import { storeHandOff } from './hand-off-zip';
import { itemsToPrint } from './items-to-print';
import { movePrintJob } from './move-print-job';
import { printFileUrl } from './print-links';
import { queueHandOffMail } from './queue-hand-off-mail';
import { manualSettings, prodigiSettings } from './settings';
import { findPrintJob, lockPrintJob, type PrintJobRow } from './store';

/**
 * Hands one print job over. It is marked before the call; whatever dies after that is repeated with the same key, so that
 * the house has the order once. A house that refuses it leaves it REJECTED, for a person to decide.
 * @throws DomainError "print_house.unavailable": the queue tries again
 */
export async function submitPrintJob(ctx: Ctx, printJobId: Id<'printJob'>): Promise<void> {
  if (!(await markSubmitting(ctx, printJobId))) return;
  const job = await findPrintJob(ctx, printJobId);
  if (job?.status !== 'SUBMITTING') return;
  try {
    if (job.printHouse.kind === 'MANUAL') await handToPeople(ctx, job);
    else await handToHouse(ctx, job);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'print_job.refused') {
      const reason = String(error.params.reason ?? 'refused');
      return settle(ctx, printJobId, (tx, row) =>
        movePrintJob(tx, row, { to: 'REJECTED', reason }),
      );
    }
    if (error.code !== 'storage.missing') throw error;
    // No second try brings the approved file back.
    await settle(ctx, printJobId, (tx, row) =>
      movePrintJob(tx, row, { to: 'FAILED', reason: 'print_file_missing' }),
    );
  }
}

type Work = (tx: Parameters<typeof lockPrintJob>[0], row: PrintJobRow) => Promise<void>;

/** Does the work on the locked row if nobody has settled it meanwhile. */
async function settle(ctx: Ctx, printJobId: string, work: Work): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await lockPrintJob(tx, printJobId);
    if (row?.status === 'SUBMITTING') await work(tx, row);
  });
}

/** @returns false when there is nothing to send: it is long sent, was cancelled, or the order is held back */
async function markSubmitting(ctx: Ctx, printJobId: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const job = await lockPrintJob(tx, printJobId);
    if (job?.status === 'SUBMITTING') return true;
    if (job?.status !== 'QUEUED' || job.order.heldAt !== null) return false;
    await movePrintJob(tx, job, { to: 'SUBMITTING' });
    return true;
  });
}

async function handToPeople(ctx: Ctx, job: PrintJobRow): Promise<void> {
  const settings = manualSettings(job.printHouse.settings);
  if (settings.handOff === 'folder') await storeHandOff(ctx, job, settings.folder);
  await settle(ctx, job.id, async (tx, row) => {
    await movePrintJob(tx, row, { to: 'SUBMITTED' });
    if (settings.handOff === 'mail') await queueHandOffMail(tx, row, settings);
  });
}

async function handToHouse(ctx: Ctx, job: PrintJobRow): Promise<void> {
  const gateway = ctx.providers.printHouses.PRODIGI;
  if (!gateway) throw new DomainError('print_house.unavailable');
  const answer: HouseOrder = await gateway.submit(requestOf(ctx, job));
  await settle(ctx, job.id, async (tx, row) => {
    await movePrintJob(tx, row, {
      to: 'SUBMITTED',
      data: { externalId: answer.externalId, houseStatus: answer.houseStatus },
    });
    await applyHouseOrder(tx, { ...row, status: 'SUBMITTED' }, answer);
  });
}

function requestOf(ctx: Ctx, job: PrintJobRow): PrintRequest {
  const { skus, shippingMethod } = prodigiSettings(job.printHouse.settings);
  const address = readAddress(job.parcel.address);
  return {
    reference: job.number,
    idempotencyKey: job.idempotencyKey,
    shippingMethod,
    recipient: {
      name: address.recipient,
      email: null,
      phone: address.phone,
      line1: address.line1,
      line2: address.line2,
      city: address.city,
      region: address.region,
      postalCode: address.postalCode,
      country: address.country,
    },
    items: itemsToPrint(job).map(({ item, quantity }) => {
      const sku = skus[item.product.slug];
      if (sku === undefined) {
        throw new DomainError('print_job.refused', { reason: `no SKU: ${item.product.slug}` });
      }
      return {
        reference: item.id,
        sku,
        copies: quantity,
        fileUrl: printFileUrl(ctx, {
          printJobId: job.id as Id<'printJob'>,
          orderItemId: item.id as Id<'orderItem'>,
        }),
        pageCount: item.proof.pageCount,
      };
    }),
    callbackUrl: new URL('/api/webhooks/prodigi', requireEnv('APP_URL')).href,
  };
}
