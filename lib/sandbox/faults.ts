import { z } from 'zod';

const rate = z.coerce.number().min(0).max(1);
const count = z.coerce.number().int().min(0).max(1000);
const milliseconds = z.coerce.number().int().min(0).max(600_000);
const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', 'on', '']).transform((v) => v === 'true' || v === 'on'),
]);
const course = z.enum(['at-once', 'later', 'fails-later']);

/** Everything the sandbox can be told to do wrong. The defaults are a service on a good day. */
export const FaultsSchema = z.strictObject({
  /** Added before each API answer. */
  latencyMs: milliseconds.default(0),
  /** Part of the API calls answered with 500, before anything is done. */
  errorRate: rate.default(0),
  /** The next so many API calls answered with 500, before anything is done. */
  errorCount: count.default(0),
  /** The next so many API calls are done, but never answered. */
  hangCount: count.default(0),
  /** The next so many API calls are done, but the connection breaks instead of an answer. */
  dropCount: count.default(0),
  /** How a payment ends: a delayed one is "processing" in between. */
  payment: course.default('at-once'),
  refund: course.default('at-once'),
  /** How long "later" is. */
  laterMs: milliseconds.default(3000),
  /** Added to the amount that a paid session reports: somebody else's money, or a bug. */
  amountOffsetMinor: z.coerce.number().int().min(-1_000_000).max(1_000_000).default(0),
  /** Each event of any service is sent this often, whatever the answers. */
  webhookCopies: z.coerce.number().int().min(1).max(10).default(1),
  /** The events of one action arrive last first; fal's, which come singly, are held for a moment and then turned round. */
  webhookReorder: flag.default(false),
  /** Part of the events that are never sent. They still stand in the list of events. */
  webhookLossRate: rate.default(0),
  webhookDelayMs: milliseconds.default(0),
  /** Before each event comes another of its kind with a lie in it, signed with somebody else's secret. */
  webhookForged: flag.default(false),
  /** Monobank: its waits of 60 and 600 seconds between the tries of a webhook, times this; 1 is the real pace. */
  monobankSpeed: z.coerce.number().min(0).max(1).default(0.02),
  /** Monobank: the next so many API calls are answered with 429, before anything is done. */
  monobankBusyCount: count.default(0),
  /** Monobank: before each of the next so many webhooks its signing key changes. */
  monobankKeyChangeCount: count.default(0),
  /** Telegram: the next so many calls of the bot are told to come again in a second (429). */
  telegramBusyCount: count.default(0),
  /** What the mail server says: 451 is "try later", 550 is "never". */
  mail: z.enum(['accepts', 'busy', 'refuses']).default('accepts'),
  /** fal: 1 is the usual pace, 2 takes twice as long, 0 does not wait at all. */
  falSpeed: z.coerce.number().min(0).max(100).default(1),
  /** fal: "plain" makes cheap pictures, for tests that are not about pictures. */
  falPictures: z.enum(['painted', 'plain']).default('painted'),
  /** fal: the next so many requests are refused when they are handed in, before anything is done. */
  falSubmitErrorCount: count.default(0),
  falSubmitErrorStatus: z.coerce
    .number()
    .int()
    .refine((status) => [400, 404, 422, 429, 500, 502, 503, 504].includes(status))
    .default(500),
  /** fal: the next so many requests are taken, but the connection breaks instead of an answer. */
  falSubmitDropCount: count.default(0),
  /** fal: the next so many requests are taken, but never answered. */
  falSubmitHangCount: count.default(0),
  /** fal: the next so many requests are answered only after their webhook was. */
  falSubmitLateCount: count.default(0),
  /** fal: the next so many questions (status, result, cancel, erasure, upload, keys) are answered with 500. */
  falReadErrorCount: count.default(0),
  /** fal: the next so many requests end with 422, as for an input that cannot be used. */
  falInvalidCount: count.default(0),
  falInvalidType: z
    .enum([
      'value_error',
      'image_too_small',
      'image_load_error',
      'file_download_error',
      'invalid_archive',
      'face_detection_error',
      'no_media_generated',
    ])
    .default('value_error'),
  /** fal: the next so many requests end with 422, refused by its content policy. */
  falBlockedCount: count.default(0),
  /** fal: the next so many pictures are flagged as unsafe: 200, and a black picture. */
  falUnsafeCount: count.default(0),
  /** fal: the next so many pictures are black without being flagged. */
  falBlackCount: count.default(0),
  /** fal: the next so many requests break down while they run: 500. */
  falBreakCount: count.default(0),
  /** fal: the next so many trainings break down half-way: 500. */
  falTrainingBreakCount: count.default(0),
  /** fal: every second picture request breaks down. */
  falPartial: flag.default(false),
  /** fal: the next so many requests run for ever. */
  falStuckCount: count.default(0),
  /** fal: the next so many requests end, but what they made is gone at once: 404. */
  falResultGoneCount: count.default(0),
  /** fal: the next so many downloads of files are answered with 500. */
  falFileErrorCount: count.default(0),
  /** Prodigi: how long an order stays in each step; 0 moves by hand only. */
  prodigiStepMs: milliseconds.default(20_000),
  /** Prodigi: the next so many calls are answered with 500, before anything is done. */
  prodigiErrorCount: count.default(0),
  /** Prodigi: the next so many orders are taken, but the connection breaks instead of an answer. */
  prodigiDropCount: count.default(0),
  /** Prodigi: the next so many orders turn out to be unprintable. */
  prodigiRejectCount: count.default(0),
  /** Nova Poshta: how long a parcel stays in each step; 0 moves by hand only. */
  carrierStepMs: milliseconds.default(120_000),
  /** Nova Poshta: the next so many calls are answered with 500, before anything is done. */
  carrierErrorCount: count.default(0),
  /** Nova Poshta: the next so many waybills are made, but the connection breaks instead of an answer. */
  carrierDropCount: count.default(0),
  /** Nova Poshta: the next so many waybills are made, but never answered. */
  carrierHangCount: count.default(0),
  /** Nova Poshta: the next so many waybills are refused. */
  carrierRefuseCount: count.default(0),
  /** fal: every call with the key is answered with 403, as for an account without balance. */
  falLocked: flag.default(false),
});
type CountName = {
  [Name in keyof Faults]: Name extends `${string}Count` ? Name : never;
}[keyof Faults];
export type Faults = z.output<typeof FaultsSchema>;

/** The faults in force. Kept in memory only: a restart is a good day again. */
export class FaultBox {
  current: Faults;
  private readonly start: Partial<Faults>;

  /** @param start what differs from a good day at first and after a reset */
  constructor(start: Partial<Faults> = {}) {
    this.start = start;
    this.current = FaultsSchema.parse(start);
  }

  /** Changes what is named and leaves the rest. @throws ZodError */
  change(part: Record<string, unknown>): void {
    this.current = FaultsSchema.parse({ ...this.current, ...part });
  }

  reset(): void {
    this.current = FaultsSchema.parse(this.start);
  }

  /** Uses up one of a number of planned failures. */
  spend(name: CountName): boolean {
    if (this.current[name] === 0) return false;
    this.current = { ...this.current, [name]: this.current[name] - 1 };
    return true;
  }

  chance(name: 'errorRate' | 'webhookLossRate'): boolean {
    return Math.random() < this.current[name];
  }
}
