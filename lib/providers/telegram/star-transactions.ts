import { z } from 'zod';

/** The most that getStarTransactions gives at once. */
const PAGE = 100;

const PartnerSchema = z.object({
  type: z.string(),
  user: z.object({ id: z.number() }).optional(),
  invoice_payload: z.string().optional(),
});

const PageSchema = z.object({
  transactions: z.array(
    z.object({
      id: z.string(),
      amount: z.number().int(),
      date: z.number().int(),
      source: PartnerSchema.optional(),
      receiver: PartnerSchema.optional(),
    }),
  ),
});
type Raw = z.output<typeof PageSchema>['transactions'][number];

/** A charge of a person, or its way back: both carry the charge's id, the direction tells them apart. */
export type StarTransaction = {
  kind: 'payment' | 'refund';
  id: string;
  userId: string;
  payload: string | null;
  amount: number;
  at: Date;
};

type FetchPage = (offset: number, limit: number) => Promise<unknown>;

/**
 * The bot's books from a moment on, oldest first. Telegram lists them in chronological order and knows no filter, so the
 * place to begin is searched by halving: a bot with 100,000 payments is asked about twenty times, not a thousand.
 */
export async function* starTransactions(
  fetchPage: FetchPage,
  from: Date,
): AsyncIterable<StarTransaction> {
  const page = async (offset: number, limit: number): Promise<Raw[]> =>
    PageSchema.parse(await fetchPage(offset, limit)).transactions;
  const isBefore = async (offset: number): Promise<boolean> => {
    const [row] = await page(offset, 1);
    return row !== undefined && row.date * 1000 < from.getTime();
  };
  let rows = await page(0, PAGE);
  let offset = 0;
  const last = rows.at(-1);
  if (rows.length === PAGE && last && last.date * 1000 < from.getTime()) {
    offset = await firstOffset(isBefore, PAGE);
    rows = await page(offset, PAGE);
  }
  while (rows.length > 0) {
    for (const row of rows) {
      const transaction = toTransaction(row);
      if (transaction && transaction.at >= from) yield transaction;
    }
    if (rows.length < PAGE) return;
    offset += rows.length;
    rows = await page(offset, PAGE);
  }
}

/** The first offset whose row is not before the moment, or the end of the list. @param low known to be before, or PAGE */
async function firstOffset(
  isBefore: (offset: number) => Promise<boolean>,
  low: number,
): Promise<number> {
  let known = low;
  let step = PAGE;
  while (await isBefore(known + step)) {
    known += step;
    step *= 2;
  }
  let [left, right] = [known, known + step];
  while (left < right) {
    const middle = Math.floor((left + right) / 2);
    if (await isBefore(middle)) left = middle + 1;
    else right = middle;
  }
  return left;
}

function toTransaction(row: Raw): StarTransaction | null {
  const partner = row.source ?? row.receiver;
  if (partner?.type !== 'user' || !partner.user) return null;
  return {
    kind: row.source ? 'payment' : 'refund',
    id: row.id,
    userId: String(partner.user.id),
    payload: partner.invoice_payload ?? null,
    amount: row.amount,
    at: new Date(row.date * 1000),
  };
}
