import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { CURRENCIES, LARGEST_CHARGE } from '@/lib/core/money';
import { PRINT_JOB_STATUSES } from '@/lib/orders/print-houses/print-job-states';
import { PrintHouseSettingsSchemas } from '@/lib/orders/print-houses/settings';

const REASON_MAX = 500;
/** Handed over at one press; more are chosen again. */
export const BATCH_MAX = 50;

const reason = z.string().trim().min(1, 'required').max(REASON_MAX, 'too_long');

/** The board's filters as they stand in the address of the page; anything unreadable counts as not set. */
export const PrintFilterSchema = z.object({
  status: z.enum(PRINT_JOB_STATUSES).nullable().catch(null),
  house: idSchema('printHouse').nullable().catch(null),
  search: z.string().trim().max(60).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PrintFilter = z.output<typeof PrintFilterSchema>;

export const PrintJobParamsSchema = z.strictObject({ printJobId: idSchema('printJob') });
export const PrintHouseParamsSchema = z.strictObject({ printHouseId: idSchema('printHouse') });

export const HandOverSchema = z.strictObject({
  orderIds: z.array(idSchema('order')).min(1).max(BATCH_MAX),
  /** Null lets each order take the first house that can make all of it. */
  printHouseId: idSchema('printHouse').nullable(),
});
export type HandOverInput = z.output<typeof HandOverSchema>;

const CostSchema = z.strictObject({
  amountMinor: z.number().int().min(0).max(LARGEST_CHARGE),
  currency: z.enum(CURRENCIES as [(typeof CURRENCIES)[number]]),
});

/** What people at a press report. */
export const ChangePrintJobSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('PRINTING') }),
  z.strictObject({ to: z.literal('DONE'), cost: CostSchema.nullable() }),
  z.strictObject({ to: z.literal('REJECTED'), reason }),
  z.strictObject({ to: z.literal('CANCELLED'), reason }),
]);
export type ChangePrintJobInput = z.output<typeof ChangePrintJobSchema>;

export const ResendSchema = z.strictObject({ printHouseId: idSchema('printHouse') });

export const HandOffQuerySchema = z.object({
  jobs: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(idSchema('printJob')).min(1).max(BATCH_MAX)),
});

const house = {
  name: z.string().trim().min(1, 'required').max(60, 'too_long'),
  isActive: z.boolean(),
  sortOrder: z.number().int().min(0).max(1000),
};
const ManualHouseSchema = z
  .strictObject({ kind: z.literal('MANUAL'), ...house, settings: PrintHouseSettingsSchemas.MANUAL })
  .refine(({ settings }) => settings.handOff !== 'mail' || settings.email !== '', {
    path: ['settings', 'email'],
    message: 'required',
  });
const ProdigiHouseSchema = z.strictObject({
  kind: z.literal('PRODIGI'),
  ...house,
  settings: PrintHouseSettingsSchemas.PRODIGI,
});
/** A house as its form sends it. */
export const SaveHouseSchema = z.union([ManualHouseSchema, ProdigiHouseSchema]);
export type SaveHouseInput = z.output<typeof SaveHouseSchema>;
/** Houses of people can be added; those with an interface come with the code for it. */
export const AddHouseSchema = ManualHouseSchema;
