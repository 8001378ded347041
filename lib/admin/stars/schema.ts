import { z } from 'zod';
import { LARGEST_CHARGE } from '@/lib/core/money';
import { RequestKeySchema } from '@/lib/orders/schema';
import { isPackPrice, PACK_CURRENCIES } from '@/lib/stars/pack-price';

/** The most stars that move by hand at once: more is a slip of the finger. */
export const GRANT_MAX = 10_000;

const stars = z.number().int().min(1).max(GRANT_MAX);

export const GrantSchema = z.strictObject({
  direction: z.enum(['give', 'take']),
  stars,
  reason: z.string().trim().min(1, 'required').max(300, 'too_long'),
  requestKey: RequestKeySchema,
});
export type GrantInput = z.output<typeof GrantSchema>;

export const ChangePackSchema = z.strictObject({
  isActive: z.boolean(),
  prices: z
    .array(
      z
        .strictObject({
          currency: z.enum(PACK_CURRENCIES),
          amountMinor: z.number().int().min(1).max(LARGEST_CHARGE),
        })
        .refine(({ currency, amountMinor }) => isPackPrice(amountMinor, currency), {
          path: ['amountMinor'],
          message: 'not_chargeable',
        }),
    )
    .min(1)
    .max(PACK_CURRENCIES.length),
});
export type ChangePackInput = z.output<typeof ChangePackSchema>;

export const ChangeBonusSchema = z.strictObject({ isActive: z.boolean(), stars });
export type ChangeBonusInput = z.output<typeof ChangeBonusSchema>;
