import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { findWebhookEvent, insertWebhookEvent, markProcessed } from '@/lib/db/webhook-inbox';
import { enqueue } from '@/lib/jobs/queue';
import { checkPrintJob } from './check-print-job';
import { findPrintJobByExternalId } from './store';

/** The envelope of a CloudEvent (specification 1.0); `subject` is the order at the house. */
const plain = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\x20-\x7e]+$/);
const EventSchema = z.object({ id: plain(200), type: plain(200), subject: plain(100) });
const SubjectSchema = z.object({ printJobId: z.string() });

/**
 * Takes in a callback of the print house. It is not signed, so it is only a hint: one about an order that we have is
 * kept once and makes us ask the house; every other one changes nothing and is answered alike.
 * @throws DomainError "request.invalid" for what is no event
 */
export async function receivePrintEvent(ctx: Ctx, rawBody: string): Promise<void> {
  const event = EventSchema.safeParse(parseJson(rawBody));
  if (!event.success) throw new DomainError('request.invalid');
  const job = await findPrintJobByExternalId(ctx, event.data.subject);
  if (!job) return;
  await inTransaction(ctx, async (tx) => {
    const webhookEventId = newId('webhookEvent');
    const isNew = await insertWebhookEvent(tx, {
      id: webhookEventId,
      provider: 'prodigi',
      externalId: event.data.id,
      type: event.data.type,
      body: rawBody,
      subject: { printJobId: job.id },
    });
    if (isNew) await enqueue(tx, 'webhook.process', { webhookEventId });
  });
}

/** Works off one stored callback: reads the truth from the house. */
export async function processPrintEvent(
  ctx: Ctx,
  webhookEventId: Id<'webhookEvent'>,
): Promise<void> {
  const event = await findWebhookEvent(ctx, webhookEventId);
  if (event?.provider !== 'prodigi' || event.processedAt) return;
  const { printJobId } = SubjectSchema.parse(event.subject);
  await checkPrintJob(ctx, printJobId as Id<'printJob'>);
  await markProcessed(ctx, webhookEventId, 'print_job');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
