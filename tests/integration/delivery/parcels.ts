import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Id, newId } from '@/lib/core/ids';
import type { PlainDate } from '@/lib/core/plain-date';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import type { OrderStatus } from '@/lib/db/generated/client';
import { toDateColumn } from '@/lib/db/plain-date-column';
import type { DeliveryMethod, PickupPoint } from '@/lib/orders/delivery/methods';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { NovaPoshta } from '@/lib/providers/nova-poshta/nova-poshta';
import { SANDBOX_NOVA_POSHTA_KEY, SANDBOX_NOVA_POSHTA_SENDER } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { type TestDatabase, useDatabase } from '@/tests/support/database';
import { anApprovedCalendar, productOf } from '../orders/shop';

/** Nova Poshta over real HTTP, whose parcels move by hand only. */
export async function openCarrier(dataDir: string, apiKey = SANDBOX_NOVA_POSHTA_KEY) {
  const sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: 'http://127.0.0.1:3000',
    dataDir,
    webhookUrl: null,
    faults: { carrierStepMs: 0 },
  });
  return { sandbox, carrier: carrierOf(sandbox, apiKey) };
}

export function carrierOf(sandbox: Sandbox, apiKey = SANDBOX_NOVA_POSHTA_KEY): NovaPoshta {
  return new NovaPoshta({
    apiKey,
    apiUrl: `${sandbox.url}/nova-poshta/v2.0/json/`,
    printUrl: `${sandbox.url}/nova-poshta`,
    defaultSender: SANDBOX_NOVA_POSHTA_SENDER,
  });
}

/** Somebody puts a parcel somewhere on the sandbox's page. */
export async function putParcel(sandbox: Sandbox, number: string, code: string): Promise<void> {
  const response = await fetch(`${sandbox.url}/nova-poshta/${number}`, {
    method: 'POST',
    body: new URLSearchParams({ code }),
    redirect: 'manual',
  });
  if (response.status !== 303) throw new Error(`parcel not moved: ${response.status}`);
}

type Wish = { method?: DeliveryMethod; pickupPoint?: PickupPoint | null; line1?: string };

const ADDRESS = {
  recipient: 'Олена Коваль',
  phone: '+380671234567',
  line1: 'вул. Хрещатик, 1',
  line2: 'кв. 5',
  city: 'Київ',
  postalCode: '01001',
  region: '',
  country: 'UA',
};

/** Call at the top of a test file: a database, a carrier, and orders of any number of parcels. */
export function openDelivery() {
  const test = useDatabase();
  const desk = {
    sandbox: undefined as unknown as Sandbox,
    carrier: undefined as unknown as NovaPoshta,
    offsetMs: 0,
  };
  const clock = { now: () => new Date(Date.now() + desk.offsetMs) };
  const providers = () => ({ carriers: { 'nova-poshta': desk.carrier } });
  const system = (): Ctx => test.ctx(undefined, { clock, providers: providers() });

  beforeAll(async () => {
    await seedCatalogue(test.db);
    Object.assign(desk, await openCarrier(test.filesDir));
  });
  afterEach(() => {
    desk.sandbox.faults.reset();
    desk.offsetMs = 0;
  });
  afterAll(() => desk.sandbox.close());

  async function person(role: 'CUSTOMER' | 'STAFF' | 'ADMIN' = 'CUSTOMER'): Promise<PersonCtx> {
    const { actor } = await test.person(role);
    return test.ctx(actor, { clock, providers: providers() }) as PersonCtx;
  }

  async function aPoint(method: 'np-branch' | 'np-locker'): Promise<PickupPoint> {
    const service = method === 'np-locker' ? 'locker' : 'branch';
    const [city] = await desk.carrier.searchCities('Льв');
    const [point] = await desk.carrier.listPoints({ cityRef: city?.ref ?? '', service, query: '' });
    if (!point) throw new Error('Lviv has points');
    return point;
  }

  /** An order in production whose parcels wait to be sent. */
  async function anOrder(wishes: Wish[] = [{}], status: OrderStatus = 'IN_PRODUCTION') {
    const owner = await person();
    const orderId = await insertOrder(test, owner, wishes, status);
    const parcels = await test.db.parcel.findMany({
      where: { orderId },
      orderBy: { position: 'asc' },
    });
    return { owner, orderId, parcelIds: parcels.map(({ id }) => id as Id<'parcel'>) };
  }

  const orderOf = (orderId: string) =>
    test.db.order.findUniqueOrThrow({
      where: { id: orderId },
      include: {
        shipments: {
          include: { events: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
          orderBy: { id: 'asc' },
        },
        events: true,
      },
    });
  const mailsAbout = async (orderId: string) =>
    test.db.outboxMessage.findMany({
      where: { dedupeKey: { startsWith: `order:${orderId}:` } },
      orderBy: { id: 'asc' },
    });

  return { test, desk, clock, system, person, aPoint, anOrder, orderOf, mailsAbout };
}

async function insertOrder(
  test: TestDatabase,
  owner: PersonCtx,
  wishes: Wish[],
  status: OrderStatus,
): Promise<Id<'order'>> {
  const { calendarId, proofId, document } = await anApprovedCalendar(test, owner);
  const productId = await productOf(test);
  const orderId = newId('order');
  const day = toDateColumn('2027-01-10' as PlainDate);
  const proof = await test.db.proof.findUniqueOrThrow({ where: { id: proofId } });
  const total = 50_000 * wishes.length;
  await test.db.$transaction([
    test.db.order.create({
      data: {
        id: orderId,
        number: `T-26-${orderId.slice(-6)}`,
        ownerId: owner.actor.userId,
        status,
        currency: 'UAH',
        itemsMinor: total,
        deliveryMinor: 0,
        taxMinor: 0,
        totalMinor: total,
        contactEmail: 'olena@example.com',
        locale: 'uk',
        country: 'UA',
        requestKey: orderId,
        requestHash: orderId,
        paidAt: new Date(),
      },
    }),
    ...wishes.flatMap(({ method = 'np-courier', pickupPoint = null, line1 }, index) => {
      const parcelId = newId('parcel');
      return [
        test.db.parcel.create({
          data: {
            id: parcelId,
            orderId,
            position: index + 1,
            address: { ...ADDRESS, ...(line1 === undefined ? {} : { line1 }) },
            country: 'UA',
            method,
            ...(pickupPoint ? { pickupPoint } : {}),
            deliveryMinor: 0,
            taxMinor: 0,
            taxBasisPoints: 0,
            arrivesFrom: day,
            arrivesTo: day,
          },
        }),
        test.db.orderItem.create({
          data: {
            id: newId('orderItem'),
            orderId,
            parcelId,
            calendarId,
            productId,
            proofId,
            quantity: 1,
            unitMinor: 50_000,
            totalMinor: 50_000,
            title: document.title,
            formatId: document.formatId,
            fromMonth: document.from,
            monthCount: document.monthCount,
            document: proof.document ?? {},
            fileSha256: proof.fileSha256 ?? '',
            preflight: {},
          },
        }),
      ];
    }),
  ]);
  return orderId;
}
