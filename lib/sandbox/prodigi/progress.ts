import { type ProdigiOrder, type ProdigiWorld, prodigiId } from './world';

const TICK_MS = 100;
const FETCH_TIMEOUT_MS = 20_000;
/** What one copy costs and what its parcel costs, in the account's currency. */
const COPY_MINOR = 1450;
const PARCEL_MINOR = 495;

/** Takes every order one step further when its time has come, until the sandbox stops. */
export async function startProdigi(world: ProdigiWorld): Promise<void> {
  while (!world.stopping.aborted) {
    const stepMs = world.faults.current.prodigiStepMs;
    for (const { order, stepAtMs } of Object.values(world.file.value.orders)) {
      const isDue = stepMs > 0 && Date.now() - stepAtMs >= stepMs;
      if (isDue && order.status.stage === 'InProgress' && !isBroken(order)) {
        await advance(world, order.id);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
}

export function isBroken({ status }: ProdigiOrder): boolean {
  return Object.values(status.details).includes('Error');
}

/** The next step of an order: files fetched, prepared, in production, sent. */
export async function advance(world: ProdigiWorld, id: string): Promise<void> {
  const order = world.file.value.orders[id]?.order;
  if (order?.status.stage !== 'InProgress') return;
  const { details } = order.status;
  if (details.downloadAssets !== 'Complete') await download(order);
  else if (world.faults.spend('prodigiRejectCount')) {
    refuse(order, 'The print file does not fit the product.');
  } else if (details.allocateProductionLocation !== 'Complete') {
    details.printReadyAssetsPrepared = 'Complete';
    details.allocateProductionLocation = 'Complete';
  } else if (details.inProduction === 'NotStarted') {
    details.inProduction = 'InProgress';
    charge(world, order);
  } else ship(world, order);
  await changed(world, order);
}

/** The house finds that it cannot print a file. */
export function refuse(order: ProdigiOrder, description: string): void {
  order.status.details.printReadyAssetsPrepared = 'Error';
  order.status.issues.push({
    objectId: order.items[0]?.id ?? order.id,
    errorCode: 'items.assets.InvalidFile',
    description,
  });
}

async function download(order: ProdigiOrder): Promise<void> {
  const { details, issues } = order.status;
  issues.length = 0;
  for (const { assets } of order.items) {
    for (const { id, url } of assets) {
      const problem = await fetchProblem(url);
      if (!problem) continue;
      issues.push({ objectId: id, errorCode: 'items.assets.NotDownloaded', description: problem });
    }
  }
  details.downloadAssets = issues.length > 0 ? 'Error' : 'Complete';
}

async function fetchProblem(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (response.status !== 200) return `Download failed with ${response.status}.`;
    const bytes = Buffer.from(await response.arrayBuffer());
    return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? null : 'The file is not a PDF.';
  } catch (error) {
    return `Download failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function charge(world: ProdigiWorld, order: ProdigiOrder): void {
  const copies = order.items.reduce((sum, item) => sum + item.copies, 0);
  const minor = copies * COPY_MINOR + PARCEL_MINOR;
  const amount = (minor / 100).toFixed(2);
  order.charges = [{ id: prodigiId(world, 'chg'), totalCost: { amount, currency: 'EUR' } }];
}

function ship(world: ProdigiWorld, order: ProdigiOrder): void {
  order.status.details.inProduction = 'Complete';
  order.status.details.shipping = 'Complete';
  order.status.stage = 'Complete';
  const id = prodigiId(world, 'shp');
  const number = `PR${id.slice(4)}DE`;
  order.shipments = [
    {
      id,
      dispatchDate: new Date().toISOString(),
      status: 'Shipped',
      carrier: { name: 'DPD', service: 'DPD Classic' },
      fulfillmentLocation: { countryCode: 'DE', labCode: 'de1' },
      tracking: { number, url: `https://tracking.dpd.de/status/en_US/parcel/${number}` },
      items: order.items.map((item) => ({ itemId: item.id })),
    },
  ];
}

/** Notes the change and tells it to the order's callback address, as often and as surely as the faults say. */
export async function changed(world: ProdigiWorld, order: ProdigiOrder): Promise<void> {
  order.lastUpdated = new Date().toISOString();
  const stored = world.file.value.orders[order.id];
  if (stored) stored.stepAtMs = Date.now();
  const eventId = prodigiId(world, 'evt');
  await world.file.save();
  if (!order.callbackUrl || world.faults.chance('webhookLossRate')) return;
  const event = {
    specversion: '1.0',
    type: `com.prodigi.order.status.stage.changed#${order.status.stage}`,
    source: 'http://api.prodigi.com/v4.0/Orders/',
    id: eventId,
    time: order.lastUpdated,
    datacontenttype: 'application/json',
    data: { order },
    subject: order.id,
  };
  for (let copy = 0; copy < world.faults.current.webhookCopies; copy += 1) {
    await fetch(order.callbackUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
    }).catch(() => undefined);
  }
}
