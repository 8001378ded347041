import { createPublicKey, sign } from 'node:crypto';
import { type Delivery, type MonobankWorld, newPrivateKey, type StoredInvoice } from './world';

/** The real waits between the three tries; the faults say how much quicker it goes here. */
const RETRY_SECONDS = [60, 600];
const ANSWER_TIMEOUT_MS = 20_000;

/** Plans the sending of what an invoice went through, in this order or, if the faults say so, reversed. */
export function announce(world: MonobankWorld, invoice: StoredInvoice, views: object[]): void {
  const url = invoice.webHookUrl;
  if (url === undefined) return;
  const { current } = world.faults;
  const atMs = Date.now() + current.webhookDelayMs;
  for (const view of current.webhookReorder ? views.toReversed() : views) {
    if (world.faults.chance('webhookLossRate')) continue;
    const { deliveries } = world.file.value;
    const plan = (body: object, isForged: boolean) =>
      deliveries.push({ url, body: JSON.stringify(body, null, 2), atMs, attempt: 0, isForged });
    if (current.webhookForged) plan(forged(view), true);
    for (let copy = 0; copy < current.webhookCopies; copy += 1) plan(view, false);
  }
}

/** As an attacker would send it: paid, and more than was asked. */
function forged(view: object): object {
  const { amount = 0 } = view as { amount?: number };
  return { ...view, status: 'success', amount: amount + 100_000, finalAmount: amount + 100_000 };
}

/** Sends what is due, one after the other, so that the order on the wire is the planned one. */
export async function deliverDue(world: MonobankWorld): Promise<void> {
  const { deliveries } = world.file.value;
  while (!world.stopping.aborted) {
    const delivery = deliveries.find(({ atMs }) => atMs <= Date.now());
    if (!delivery) return;
    if (world.faults.spend('monobankKeyChangeCount')) changeKey(world);
    const isTaken = await post(world, delivery);
    const waitSeconds = RETRY_SECONDS[delivery.attempt];
    if (isTaken || delivery.isForged || waitSeconds === undefined) {
      deliveries.splice(deliveries.indexOf(delivery), 1);
    } else {
      delivery.attempt += 1;
      delivery.atMs = Date.now() + waitSeconds * 1000 * world.faults.current.monobankSpeed;
    }
    await world.file.save();
  }
}

async function post(world: MonobankWorld, { url, body, isForged }: Delivery): Promise<boolean> {
  const key = isForged ? newPrivateKey() : world.file.value.privateKey;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-sign': signBody(body, key) },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([world.stopping, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
    });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    // Nobody listens, or the answer did not come in time: tried again later, as the bank does.
    return false;
  }
}

/** What X-Sign holds: ECDSA over the exact bytes, SHA-256, DER, base64. */
export function signBody(body: string, privateKeyPem: string): string {
  return sign('sha256', Buffer.from(body, 'utf8'), privateKeyPem).toString('base64');
}

/** As the API gives it: base64 of the PEM. */
export function publicKeyText(world: MonobankWorld): string {
  const pem = createPublicKey(world.file.value.privateKey).export({ type: 'spki', format: 'pem' });
  return Buffer.from(pem).toString('base64');
}

export function changeKey(world: MonobankWorld): void {
  world.file.value.privateKey = newPrivateKey();
}
