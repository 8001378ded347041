import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';

const PlainDateSchema = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parsePlainDate(value) !== null,
);

type JobSpec = {
  payload: z.ZodType;
  /** After this long without an end the attempt counts as dead and another worker takes it. */
  expireInSeconds: number;
  retryLimit: number;
  /** Handled side by side in one worker process. */
  concurrency: number;
  /** How soon one of them is followed by the next that waits; half a second is the queue's least. */
  pollSeconds: number;
};

/**
 * Every kind of queued work. Delivery is at least once: a handler finds its row, looks at its state and does only
 * what is still undone.
 */
export const JOBS = {
  'picture.ingest': {
    payload: z.strictObject({ pictureId: idSchema('picture') }),
    expireInSeconds: 120,
    retryLimit: 4,
    concurrency: 2,
    pollSeconds: 0.5,
  },
  'picture.erase': {
    payload: z.strictObject({ pictureId: idSchema('picture') }),
    expireInSeconds: 60,
    retryLimit: 8,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Deletes files that were stored for a picture and that its row does not name, or no longer. */
  'picture.drop': {
    payload: z.strictObject({ pictureId: idSchema('picture'), keys: z.array(z.string()) }),
    expireInSeconds: 60,
    retryLimit: 8,
    concurrency: 1,
    pollSeconds: 2,
  },
  'proof.render': {
    payload: z.strictObject({ proofId: idSchema('proof') }),
    expireInSeconds: 600,
    retryLimit: 3,
    concurrency: 1,
    pollSeconds: 2,
  },
  'webhook.process': {
    payload: z.strictObject({ webhookEventId: idSchema('webhookEvent') }),
    expireInSeconds: 60,
    retryLimit: 8,
    concurrency: 4,
    pollSeconds: 2,
  },
  'payment.settle': {
    payload: z.strictObject({ paymentId: idSchema('payment') }),
    expireInSeconds: 60,
    retryLimit: 8,
    concurrency: 4,
    pollSeconds: 2,
  },
  'refund.submit': {
    payload: z.strictObject({ refundId: idSchema('refund') }),
    expireInSeconds: 60,
    retryLimit: 8,
    concurrency: 2,
    pollSeconds: 2,
  },
  'outbox.send': {
    payload: z.strictObject({ outboxMessageId: idSchema('outboxMessage') }),
    expireInSeconds: 60,
    // At the longest delay of five minutes between tries, a mail server may be away for a day.
    retryLimit: 300,
    concurrency: 2,
    pollSeconds: 2,
  },
  /** Asks the providers about every payment and refund that stayed open: webhooks may be lost. */
  'payments.reconcile': {
    payload: z.strictObject({}),
    expireInSeconds: 300,
    retryLimit: 1,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Compares the tills' own books with ours: the last days of all of them, or one day of one. */
  'tills.compare': {
    payload: z.strictObject({
      provider: z.enum(['STRIPE', 'MONOBANK', 'TELEGRAM']).optional(),
      day: PlainDateSchema.optional(),
    }),
    expireInSeconds: 900,
    retryLimit: 3,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Hands one request to the model provider. Never repeated once a call may have left. */
  'model.submit': {
    payload: z.strictObject({ modelRequestId: idSchema('modelRequest') }),
    expireInSeconds: 300,
    retryLimit: 8,
    concurrency: 6,
    pollSeconds: 0.5,
  },
  /** Asks how a request stands, and fetches and stores what was made. Comes again by itself while it is open. */
  'model.check': {
    payload: z.strictObject({ modelRequestId: idSchema('modelRequest') }),
    expireInSeconds: 300,
    retryLimit: 8,
    concurrency: 6,
    pollSeconds: 0.5,
  },
  /** Asks the provider to stop a request that nobody wants any more. */
  'model.cancel': {
    payload: z.strictObject({ modelRequestId: idSchema('modelRequest') }),
    expireInSeconds: 60,
    retryLimit: 4,
    concurrency: 2,
    pollSeconds: 2,
  },
  /** Looks after requests that nobody asks about any more, and ends the lost ones. */
  'models.watch': {
    payload: z.strictObject({}),
    expireInSeconds: 300,
    retryLimit: 1,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Deletes what a deleted LoraModel left: weights, archives, pictures, copies at the provider. */
  'lora.erase': {
    payload: z.strictObject({ loraModelId: idSchema('loraModel') }),
    expireInSeconds: 300,
    retryLimit: 20,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Checks that every account of stars is what its rows say, and that no forgotten hold stays. */
  'stars.check': {
    payload: z.strictObject({}),
    expireInSeconds: 600,
    retryLimit: 1,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Tells Telegram where our webhook is and which commands the bot knows. */
  'bot.announce': {
    payload: z.strictObject({}),
    expireInSeconds: 120,
    retryLimit: 1,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Everything that is known of one person, as one file for them. */
  'account.export': {
    payload: z.strictObject({ dataExportId: idSchema('dataExport') }),
    expireInSeconds: 900,
    retryLimit: 8,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Forgets a person, room by room. Providers may be away for a while. */
  'account.erase': {
    payload: z.strictObject({ erasureId: idSchema('erasure') }),
    expireInSeconds: 900,
    retryLimit: 300,
    concurrency: 1,
    pollSeconds: 1,
  },
  /** Reminders that people asked for: a cart that waits, a calendar that runs out. */
  'messages.remind': {
    payload: z.strictObject({}),
    expireInSeconds: 600,
    retryLimit: 2,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Hands one print job to its house. Repeated only with the key that the house knows it by. */
  'print_job.submit': {
    payload: z.strictObject({ printJobId: idSchema('printJob') }),
    expireInSeconds: 300,
    retryLimit: 8,
    concurrency: 2,
    pollSeconds: 2,
  },
  /** Sends print jobs that were forgotten and asks the houses how theirs stand: callbacks may be lost. */
  'print_jobs.watch': {
    payload: z.strictObject({}),
    expireInSeconds: 300,
    retryLimit: 1,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Gets the carrier's number for a waybill that staff asked for. */
  'waybill.make': {
    payload: z.strictObject({ shipmentId: idSchema('shipment') }),
    expireInSeconds: 120,
    retryLimit: 8,
    concurrency: 2,
    pollSeconds: 0.5,
  },
  /** Calls the waybill of a cancelled order off at the carrier. */
  'waybill.cancel': {
    payload: z.strictObject({ shipmentId: idSchema('shipment') }),
    expireInSeconds: 120,
    // At the longest delay of five minutes between tries, a carrier may be away for a day.
    retryLimit: 300,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Asks the carrier where every open parcel is. */
  'shipments.track': {
    payload: z.strictObject({}),
    expireInSeconds: 600,
    retryLimit: 1,
    concurrency: 1,
    pollSeconds: 2,
  },
  /** Ends forgotten things: unpaid orders, expired codes, uploads and proofs that never finished. */
  'housekeeping.sweep': {
    payload: z.strictObject({}),
    expireInSeconds: 300,
    retryLimit: 1,
    concurrency: 1,
    pollSeconds: 2,
  },
} as const satisfies Record<string, JobSpec>;

export type JobName = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
export type JobPayload<N extends JobName> = z.output<(typeof JOBS)[N]['payload']>;

/** Jobs that start by the clock: cron in UTC. */
export const SCHEDULE: readonly { name: JobName; cron: string }[] = [
  { name: 'payments.reconcile', cron: '*/5 * * * *' },
  { name: 'tills.compare', cron: '40 2 * * *' },
  { name: 'models.watch', cron: '* * * * *' },
  { name: 'print_jobs.watch', cron: '*/5 * * * *' },
  { name: 'stars.check', cron: '17 * * * *' },
  { name: 'bot.announce', cron: '*/20 * * * *' },
  { name: 'messages.remind', cron: '7 9 * * *' },
  { name: 'shipments.track', cron: '*/15 * * * *' },
  { name: 'housekeeping.sweep', cron: '*/10 * * * *' },
];
