import { z } from 'zod';
import { LinkSchema, type MailBlock, type MailCopy } from '../mail-content';

/** What every letter about a claim knows. */
export const ClaimDataSchema = z.object({
  claimNumber: z.string().min(1),
  orderNumber: z.string().min(1),
  /** Staff's words to the customer; empty where there are none. */
  answer: z.string().default(''),
  /** The order's page, where the claim stands. */
  url: LinkSchema,
});
export type ClaimData = z.output<typeof ClaimDataSchema>;

/** Staff's words, if any, and the way to the claim. */
export function claimBlocks(data: ClaimData, { t }: MailCopy): MailBlock[] {
  return [
    ...(data.answer === '' ? [] : [{ kind: 'text' as const, text: data.answer }]),
    {
      kind: 'facts',
      rows: [
        { label: t('claim.number'), value: data.claimNumber },
        { label: t('order.number'), value: data.orderNumber },
      ],
    },
    { kind: 'button', label: t('claim.button'), url: data.url },
  ];
}
