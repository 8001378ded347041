import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { beforeEach } from 'vitest';
import { handOver } from '@/lib/admin/print/hand-over';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { openPrintLink } from '@/lib/orders/print-houses/open-print-link';
import { receivePrintEvent } from '@/lib/orders/print-houses/receive-print-event';
import type { PrintHouseGateway } from '@/lib/providers/ports/print-house';
import { ProdigiGateway } from '@/lib/providers/prodigi/prodigi-gateway';
import { SANDBOX_PRODIGI_KEY } from '@/lib/sandbox/keys';
import { openShop } from './open-shop';

/** The product's own edge, as far as a print house uses it: files by link in, callbacks out. */
let serving: (() => Ctx) | null = null;
const edge = createServer(async (request, response) => {
  const token = /^\/api\/print-links\/(.+)$/.exec(request.url ?? '')?.[1];
  try {
    if (!serving) throw new Error('the world is open');
    if (token !== undefined) {
      const { stream, contentType } = await openPrintLink(serving(), token);
      response.setHeader('content-type', contentType);
      return await pipeline(stream, response);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await receivePrintEvent(serving(), Buffer.concat(chunks).toString('utf8'));
    response.end();
  } catch (error) {
    response.statusCode = error instanceof DomainError ? 404 : 500;
    response.end();
  }
});
await new Promise<void>((resolve) => edge.listen(0, '127.0.0.1', resolve));
edge.unref();
// Before anything reads it: links and callbacks lead here.
process.env.APP_URL = `http://127.0.0.1:${(edge.address() as AddressInfo).port}`;

/** A shop with a press of people and Prodigi, both switched on. Call at the top of a test file. */
export function openPrintWorld() {
  const shop = openShop(() => ({ PRODIGI: gateway() }));
  const { test, clock } = shop;
  const gateway = (): PrintHouseGateway =>
    new ProdigiGateway({
      apiKey: SANDBOX_PRODIGI_KEY,
      baseUrl: `${shop.shop.till.sandbox.url}/prodigi/v4.0`,
    });
  const providers = (house: PrintHouseGateway = gateway()) => ({
    tills: { STRIPE: shop.shop.till.gateway },
    printHouses: { PRODIGI: house },
  });
  const system = (house?: PrintHouseGateway): Ctx =>
    test.ctx(undefined, { clock, providers: providers(house) });
  serving = () => system();

  beforeEach(async () => {
    shop.shop.till.sandbox.faults.change({ prodigiStepMs: 0 });
    await test.db.printHouse.updateMany({ data: { isActive: true } });
  });

  const staff = async (): Promise<PersonCtx> =>
    test.ctx((await test.person('STAFF')).actor, { clock, providers: providers() }) as PersonCtx;

  async function houseOf(kind: 'MANUAL' | 'PRODIGI'): Promise<Id<'printHouse'>> {
    const { id } = await test.db.printHouse.findFirstOrThrow({ where: { kind } });
    return id as Id<'printHouse'>;
  }

  /** A paid order whose only parcel is handed over, but not sent yet. */
  async function aPrintJob(kind: 'MANUAL' | 'PRODIGI') {
    const { ctx, orderId } = await shop.aPaidOrder();
    const { printJobIds, refused } = await handOver(await staff(), {
      orderIds: [orderId],
      printHouseId: await houseOf(kind),
    });
    const [printJobId] = printJobIds;
    if (!printJobId) throw new Error(`the order is in print, not ${JSON.stringify(refused)}`);
    return { ctx, orderId, printJobId };
  }

  const jobOf = (printJobId: string) =>
    test.db.printJob.findUniqueOrThrow({
      where: { id: printJobId },
      include: { events: { orderBy: { id: 'asc' } }, shipments: true },
    });
  const atHouse = async (): Promise<{
    submits: number;
    orders: { id: string; merchantReference: string }[];
  }> => (await fetch(`${shop.shop.till.sandbox.url}/prodigi.json`)).json();
  const press = (externalId: string | null, button: 'next' | 'refuse' | 'cancel') =>
    fetch(`${shop.shop.till.sandbox.url}/prodigi/orders/${externalId}`, {
      method: 'POST',
      body: new URLSearchParams({ press: button }),
      redirect: 'manual',
    });

  return { ...shop, system, gateway, staff, houseOf, aPrintJob, jobOf, atHouse, press };
}
