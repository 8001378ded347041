import { z } from 'zod';
import type { PromoCode } from '@/lib/db/generated/client';
import type { PromoTerms } from './rules';

const AmountsSchema = z.partialRecord(
  z.enum(['UAH', 'EUR', 'USD', 'PLN', 'GBP']),
  z.number().int().min(1),
);

/** A stored code as the rules read it. @throws ZodError when its sums are not sums */
export function termsOf(row: PromoCode): PromoTerms {
  return {
    ...row,
    amounts: AmountsSchema.parse(row.amounts),
    minimums: AmountsSchema.parse(row.minimums),
  };
}
