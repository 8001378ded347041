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
  /** Each event is sent this often, whatever the answers. */
  webhookCopies: z.coerce.number().int().min(1).max(10).default(1),
  /** The events of one action arrive last first. */
  webhookReorder: flag.default(false),
  /** Part of the events that are never sent. They still stand in the list of events. */
  webhookLossRate: rate.default(0),
  webhookDelayMs: milliseconds.default(0),
  /** Before each event comes one with the same id prefix, a higher amount and a signature of another secret. */
  webhookForged: flag.default(false),
  /** What the mail server says: 451 is "try later", 550 is "never". */
  mail: z.enum(['accepts', 'busy', 'refuses']).default('accepts'),
});
export type Faults = z.output<typeof FaultsSchema>;

/** The faults in force. Kept in memory only: a restart is a good day again. */
export class FaultBox {
  current: Faults = FaultsSchema.parse({});

  /** Changes what is named and leaves the rest. @throws ZodError */
  change(part: Record<string, unknown>): void {
    this.current = FaultsSchema.parse({ ...this.current, ...part });
  }

  reset(): void {
    this.current = FaultsSchema.parse({});
  }

  /** Uses up one of a number of planned failures. */
  spend(name: 'errorCount' | 'hangCount' | 'dropCount'): boolean {
    if (this.current[name] === 0) return false;
    this.current = { ...this.current, [name]: this.current[name] - 1 };
    return true;
  }

  chance(name: 'errorRate' | 'webhookLossRate'): boolean {
    return Math.random() < this.current[name];
  }
}
