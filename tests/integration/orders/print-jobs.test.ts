import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { getDashboard } from '@/lib/admin/dashboard/get-dashboard';
import { holdOrder } from '@/lib/admin/hold-order';
import { moveOrder } from '@/lib/admin/move-order';
import { changePrintJob } from '@/lib/admin/print/change-print-job';
import { getPrintDesk } from '@/lib/admin/print/get-print-desk';
import { handOver } from '@/lib/admin/print/hand-over';
import { openBatch } from '@/lib/admin/print/open-batch';
import { resendJob } from '@/lib/admin/print/resend-job';
import { PrintFilterSchema } from '@/lib/admin/print/schema';
import { DomainError } from '@/lib/core/errors';
import { checkPrintJob } from '@/lib/orders/print-houses/check-print-job';
import { readPrintLink } from '@/lib/orders/print-houses/print-links';
import { submitPrintJob } from '@/lib/orders/print-houses/submit-print-job';
import { watchPrintJobs } from '@/lib/orders/print-houses/watch-print-jobs';
import type { PrintHouseGateway } from '@/lib/providers/ports/print-house';
import { openPrintWorld } from './print-world';
import { drainJobs } from './shop';

const world = openPrintWorld();
const { test, system, staff, houseOf, aPrintJob, jobOf, atHouse, press, orderOf } = world;

const codeOf = (error: unknown) => (error instanceof DomainError ? error.code : String(error));

async function zipNames(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error);
      zip.on('end', resolve);
      zip.on('error', reject);
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure || !stream) return reject(failure);
          buffer(stream).then((content) => {
            files.set(entry.fileName, content);
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
  return files;
}

describe('handing over', () => {
  it('takes a paid order to production with a print job for its parcel, a mail and an audit row', async () => {
    const { orderId, printJobId } = await aPrintJob('MANUAL');
    expect((await orderOf(orderId)).status).toBe('IN_PRODUCTION');
    expect(await jobOf(printJobId)).toMatchObject({ status: 'QUEUED', orderId });
    expect(await world.mailsAbout(orderId)).toContain('order-in-production');
    expect(
      await test.db.auditEvent.count({
        where: { subject: orderId, action: 'order.handed_to_print' },
      }),
    ).toBe(1);
  });

  it('never starts an order that is held back, and does the others of the batch', async () => {
    const held = await world.aPaidOrder();
    const free = await world.aPaidOrder();
    const ctx = await staff();
    await holdOrder(ctx, { orderId: held.orderId, isHeld: true, reason: 'disputed' });
    const result = await handOver(ctx, {
      orderIds: [held.orderId, free.orderId],
      printHouseId: null,
    });
    expect(result.refused).toMatchObject([{ orderId: held.orderId, code: 'order.held' }]);
    expect(result.printJobIds).toHaveLength(1);
    expect((await orderOf(held.orderId)).status).toBe('PAID');
  });

  it('of two people at once one hands over: one print job', async () => {
    const { orderId } = await world.aPaidOrder();
    const [one, other] = [await staff(), await staff()];
    const both = await Promise.all(
      [one, other].map((ctx) => handOver(ctx, { orderIds: [orderId], printHouseId: null })),
    );
    expect(both.flatMap(({ printJobIds }) => printJobIds)).toHaveLength(1);
    expect(both.flatMap(({ refused }) => refused)).toHaveLength(1);
    expect(await test.db.printJob.count({ where: { orderId } })).toBe(1);
  });

  it('shows what waits and what is in print', async () => {
    const { orderId } = await world.aPaidOrder();
    const { printJobId } = await aPrintJob('MANUAL');
    const desk = await getPrintDesk(await staff(), PrintFilterSchema.parse({ status: 'QUEUED' }));
    expect(desk.waiting.map(({ id }) => id)).toContain(orderId);
    expect(desk.jobs.map(({ id }) => id)).toContain(printJobId);
  });
});

describe('a house of people', () => {
  it('gets ticket, approved file byte for byte and report in one zip, under names a press understands', async () => {
    const { ctx, orderId, printJobId } = await aPrintJob('MANUAL');
    await submitPrintJob(system(), printJobId);
    const { number } = await jobOf(printJobId);
    const order = await orderOf(orderId);
    const { stream, fileName } = await openBatch(await staff(), [printJobId]);
    expect(fileName).toBe(`${number}_${order.number}.zip`);
    const files = await zipNames(await buffer(stream));
    const stem = `${number}_${order.number}_1_A3-portrait_2x`;
    expect([...files.keys()]).toEqual([
      `${number}_${order.number}_job-ticket.pdf`,
      `${stem}.pdf`,
      `${stem}_preflight.json`,
      `${stem}_preflight.html`,
    ]);
    expect(files.get(`${number}_${order.number}_job-ticket.pdf`)?.subarray(0, 5).toString()).toBe(
      '%PDF-',
    );
    const item = await test.db.orderItem.findFirstOrThrow({
      where: { orderId },
      include: { proof: true },
    });
    const approved = await ctx.providers.files.readAll(String(item.proof.fileKey));
    expect(files.get(`${stem}.pdf`)?.equals(approved)).toBe(true);
    expect(files.get(`${stem}_preflight.html`)?.toString()).toContain(item.fileSha256);
  });

  it('fails the hand-off when the approved file has changed, and never sends another', async () => {
    const { orderId, printJobId } = await aPrintJob('MANUAL');
    const item = await test.db.orderItem.findFirstOrThrow({
      where: { orderId },
      include: { proof: true },
    });
    await test.db.printHouse.updateMany({
      where: { kind: 'MANUAL' },
      data: { settings: { handOff: 'folder', folder: 'press-1' } },
    });
    const key = String(item.proof.fileKey);
    await system().providers.files.put(key, Buffer.from('%PDF-1.7 other'), 'application/pdf');
    await submitPrintJob(system(), printJobId);
    expect(await jobOf(printJobId)).toMatchObject({
      status: 'FAILED',
      reason: 'print_file_missing',
    });
    await test.db.printHouse.updateMany({ where: { kind: 'MANUAL' }, data: { settings: {} } });
  });

  it('finds its work in a folder, or a mail with a link that expires', async () => {
    const settings = { handOff: 'folder', folder: 'press-1' };
    await test.db.printHouse.updateMany({ where: { kind: 'MANUAL' }, data: { settings } });
    const one = await aPrintJob('MANUAL');
    await submitPrintJob(system(), one.printJobId);
    const stored: string[] = [];
    for await (const key of system().providers.files.list('print-hand-off/press-1/')) {
      stored.push(key);
    }
    expect(stored).toEqual([
      expect.stringMatching(/^print-hand-off\/press-1\/P-\d\d-\d+_T-.*\.zip$/),
    ]);

    await test.db.printHouse.updateMany({
      where: { kind: 'MANUAL' },
      data: { settings: { handOff: 'mail', email: 'press@example.com' } },
    });
    const toPress = { recipient: 'press@example.com' };
    const two = await aPrintJob('MANUAL');
    await submitPrintJob(system(), two.printJobId);
    await submitPrintJob(system(), two.printJobId);
    const { data } = await test.db.outboxMessage.findFirstOrThrow({ where: toPress });
    expect(await test.db.outboxMessage.count({ where: toPress })).toBe(1);
    const { url } = data as { url: string };
    const token = String(url.split('/').at(-1));
    expect((await fetch(url)).headers.get('content-type')).toBe('application/zip');
    expect((await fetch(`${url}x`)).status).toBe(404);
    world.shop.offsetMs = 20 * 24 * 60 * 60 * 1000;
    expect(() => readPrintLink(system(), token)).toThrow('request.not_found');
    world.shop.offsetMs = 0;
    const change = { to: 'CANCELLED', reason: 'no paper' } as const;
    await changePrintJob(await staff(), { printJobId: two.printJobId, change });
    expect((await fetch(url)).status).toBe(404);
    await test.db.printHouse.updateMany({ where: { kind: 'MANUAL' }, data: { settings: {} } });
  });

  it('goes from printing to printed by hand, with its cost, and refuses moves that are not in the table', async () => {
    const { printJobId } = await aPrintJob('MANUAL');
    const ctx = await staff();
    await expect(
      changePrintJob(ctx, { printJobId, change: { to: 'PRINTING' } }),
    ).rejects.toMatchObject({ code: 'print_job.illegal_transition' });
    await submitPrintJob(system(), printJobId);
    await changePrintJob(ctx, { printJobId, change: { to: 'PRINTING' } });
    const cost = { amountMinor: 25_000, currency: 'UAH' } as const;
    await changePrintJob(ctx, { printJobId, change: { to: 'DONE', cost } });
    const job = await jobOf(printJobId);
    expect(job).toMatchObject({ status: 'DONE', costMinor: 25_000, costCurrency: 'UAH' });
    expect(job.events.map(({ toStatus }) => toStatus)).toEqual([
      'QUEUED',
      'SUBMITTING',
      'SUBMITTED',
      'PRINTING',
      'DONE',
    ]);
  });

  it('that refuses leaves the order to a person: sent again elsewhere, once', async () => {
    const { orderId, printJobId } = await aPrintJob('MANUAL');
    await submitPrintJob(system(), printJobId);
    const ctx = await staff();
    const change = { to: 'REJECTED', reason: 'Bleed is missing' } as const;
    await changePrintJob(ctx, { printJobId, change });
    const waits = async () => (await getDashboard(ctx)).waiting.some(({ id }) => id === printJobId);
    expect(await waits()).toBe(true);
    const printHouseId = await houseOf('PRODIGI');
    const sent = await Promise.allSettled(
      [0, 1].map(() => resendJob(ctx, { printJobId, printHouseId })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const jobs = await test.db.printJob.findMany({ where: { orderId }, orderBy: { id: 'asc' } });
    expect(jobs.map(({ status }) => status)).toEqual(['REJECTED', 'QUEUED']);
    expect(await waits()).toBe(false);
  });
});

describe('an order in print', () => {
  it('can be cancelled with a refund only when no house has it', async () => {
    const { orderId, printJobId } = await aPrintJob('MANUAL');
    await submitPrintJob(system(), printJobId);
    const ctx = await staff();
    const cancel = () => moveOrder(ctx, { orderId, move: { to: 'CANCELLED', reason: 'no paper' } });
    await expect(cancel()).rejects.toMatchObject({ code: 'order.too_late_to_cancel' });
    const change = { to: 'REJECTED', reason: 'no paper' } as const;
    await changePrintJob(ctx, { printJobId, change });
    await cancel();
    await drainJobs(test, world.system());
    const order = await orderOf(orderId);
    expect(order.status).toBe('CANCELLED');
    expect(order.payments[0]?.refundedMinor).toBe(order.totalMinor);
  });

  it('takes back what has not left yet when it is cancelled', async () => {
    const { orderId, printJobId } = await aPrintJob('PRODIGI');
    await moveOrder(await staff(), { orderId, move: { to: 'CANCELLED', reason: 'customer' } });
    expect((await jobOf(printJobId)).status).toBe('CANCELLED');
    const before = await atHouse();
    await submitPrintJob(system(), printJobId);
    expect((await atHouse()).submits).toBe(before.submits);
  });

  it('that is held back after it was handed over does not leave until it is free', async () => {
    const { orderId, printJobId } = await aPrintJob('PRODIGI');
    const hold = (heldAt: Date | null, heldReason: string | null) =>
      test.db.order.update({ where: { id: orderId }, data: { heldAt, heldReason } });
    await hold(new Date(), 'disputed');
    await submitPrintJob(system(), printJobId);
    expect((await jobOf(printJobId)).status).toBe('QUEUED');
    await hold(null, null);
    await submitPrintJob(system(), printJobId);
    expect((await jobOf(printJobId)).status).toBe('SUBMITTED');
  });
});

describe('a house with an interface', () => {
  it('prints, charges and sends: the order follows with cost and tracking number', async () => {
    const { orderId, printJobId } = await aPrintJob('PRODIGI');
    await submitPrintJob(system(), printJobId);
    const { externalId } = await jobOf(printJobId);
    for (let step = 0; step < 4; step += 1) await press(externalId, 'next');
    await drainJobs(test, system());
    const job = await jobOf(printJobId);
    expect(job).toMatchObject({ status: 'DONE', costMinor: 2 * 1450 + 495, costCurrency: 'EUR' });
    expect(job.shipments).toHaveLength(1);
    expect((await orderOf(orderId)).status).toBe('SHIPPED');
    expect(await world.mailsAbout(orderId)).toContain('order-shipped');
  });

  it('gets an order once when the worker dies between the call and the note of its answer', async () => {
    const { printJobId } = await aPrintJob('PRODIGI');
    const real = world.gateway();
    const dying: PrintHouseGateway = {
      read: (id) => real.read(id),
      cancel: (id) => real.cancel(id),
      async submit(request) {
        await real.submit(request);
        throw new Error('killed');
      },
    };
    await expect(submitPrintJob(system(dying), printJobId)).rejects.toThrow('killed');
    expect((await jobOf(printJobId)).status).toBe('SUBMITTING');
    const { number } = await jobOf(printJobId);
    await submitPrintJob(system(), printJobId);
    await submitPrintJob(system(), printJobId);
    const { orders } = await atHouse();
    expect(orders.filter((order) => order.merchantReference === number)).toHaveLength(1);
    expect(await jobOf(printJobId)).toMatchObject({ status: 'SUBMITTED' });
  });

  it('gets an order once when two workers hand it over at the same time', async () => {
    const { printJobId } = await aPrintJob('PRODIGI');
    await Promise.all([0, 1, 2].map(() => submitPrintJob(system(), printJobId)));
    const { number } = await jobOf(printJobId);
    const { orders } = await atHouse();
    expect(orders.filter((order) => order.merchantReference === number)).toHaveLength(1);
  });

  it('counts repeated, late and made-up callbacks for nothing', async () => {
    world.shop.till.sandbox.faults.change({ webhookCopies: 5 });
    const { orderId, printJobId } = await aPrintJob('PRODIGI');
    await submitPrintJob(system(), printJobId);
    const { externalId } = await jobOf(printJobId);
    for (let step = 0; step < 4; step += 1) await press(externalId, 'next');
    const lie = {
      specversion: '1.0',
      id: 'evt_made_up',
      type: 'com.prodigi.order.status.stage.changed#Cancelled',
      subject: externalId,
      data: { order: { status: { stage: 'Cancelled' } } },
    };
    const send = (event: object) =>
      fetch(`${process.env.APP_URL}/api/webhooks/prodigi`, {
        method: 'POST',
        body: JSON.stringify(event),
      });
    await send(lie);
    await send({ ...lie, id: 'evt_other', subject: 'ord_not_ours' });
    await drainJobs(test, system());
    const job = await jobOf(printJobId);
    expect(job.status).toBe('DONE');
    expect(job.shipments).toHaveLength(1);
    expect(job.events.filter(({ toStatus }) => toStatus === 'DONE')).toHaveLength(1);
    expect((await orderOf(orderId)).status).toBe('SHIPPED');
    expect(await test.db.webhookEvent.count({ where: { externalId: 'evt_other' } })).toBe(0);
  });

  it('is asked by itself when every callback is lost', async () => {
    const { printJobId } = await aPrintJob('PRODIGI');
    world.shop.till.sandbox.faults.change({ webhookLossRate: 1 });
    await submitPrintJob(system(), printJobId);
    const { externalId } = await jobOf(printJobId);
    for (let step = 0; step < 4; step += 1) await press(externalId, 'next');
    await watchPrintJobs(system());
    expect((await jobOf(printJobId)).status).toBe('DONE');
  });

  it('that cannot print is stopped there first, then a person sends it elsewhere', async () => {
    const { orderId, printJobId } = await aPrintJob('PRODIGI');
    await submitPrintJob(system(), printJobId);
    const { externalId } = await jobOf(printJobId);
    await press(externalId, 'refuse');
    await checkPrintJob(system(), printJobId);
    expect(await jobOf(printJobId)).toMatchObject({ status: 'REJECTED' });
    expect((await world.gateway().read(String(externalId))).state).toBe('cancelled');
    const again = await resendJob(await staff(), {
      printJobId,
      printHouseId: await houseOf('MANUAL'),
    });
    expect(await jobOf(again.printJobId)).toMatchObject({ status: 'QUEUED', orderId });
  });

  it('refuses what it has no product for, before the order moves', async () => {
    const { orderId } = await world.aPaidOrder();
    await test.db.printHouse.updateMany({ where: { kind: 'PRODIGI' }, data: { settings: {} } });
    const printHouseId = await houseOf('PRODIGI');
    const { refused } = await handOver(await staff(), { orderIds: [orderId], printHouseId });
    expect(refused.map(({ code }) => code)).toEqual(['print_house.invalid']);
    expect((await orderOf(orderId)).status).toBe('PAID');
    const settings = { skus: { 'wall-a3-portrait-matt': 'CAL-A3-P' } };
    await test.db.printHouse.updateMany({ where: { kind: 'PRODIGI' }, data: { settings } });
  });

  it('is cancelled by staff only as long as it agrees', async () => {
    const { printJobId } = await aPrintJob('PRODIGI');
    await submitPrintJob(system(), printJobId);
    const { externalId } = await jobOf(printJobId);
    for (let step = 0; step < 3; step += 1) await press(externalId, 'next');
    const change = { to: 'CANCELLED', reason: 'changed my mind' } as const;
    const refusal = changePrintJob(await staff(), { printJobId, change }).catch(codeOf);
    expect(await refusal).toBe('print_job.refused');
    expect((await jobOf(printJobId)).status).toBe('PRINTING');
  });
});
