/** A row of one account as the lots need it, in the order of its position. */
export type LotRow = {
  id: string;
  entry: 'CREDIT' | 'DEBIT' | 'HOLD' | 'SETTLE' | 'RELEASE';
  type: string;
  amount: number;
  holdId: string | null;
  subjectId: string | null;
  idempotencyKey: string;
};

export type Lots = {
  /** Free stars that were given: bonuses, grants, earnings, stars returned for finished work. */
  gifts: number;
  /** Free stars of each pack, by its purchase. Together with the gifts they are the account's balance. */
  packs: ReadonlyMap<string, number>;
  /** Rows that took more out of a pack than was left of it; none by the law of the ledger. */
  overdrawn: readonly string[];
};

type Part = { pack: string | null; stars: number };

/**
 * Which of an account's free stars are whose: bought with which pack, or given. Only what is left of a pack can be given
 * back for its money, so a gift never becomes money. What was given is spent first, then packs, the oldest first; what
 * work did not need returns to where it was taken from.
 * @param rows all of one account, by position
 * @param purchaseOf the purchase of a payment: a dispute's rows name the payment
 */
export function lotsOf(rows: readonly LotRow[], purchaseOf: ReadonlyMap<string, string>): Lots {
  const packs = new Map<string, number>();
  const overdrawn: string[] = [];
  const taken = new Map<string, readonly Part[]>();
  let gifts = 0;

  const give = (parts: readonly Part[]) => {
    for (const { pack, stars } of parts) {
      if (pack === null) gifts += stars;
      else packs.set(pack, (packs.get(pack) ?? 0) + stars);
    }
  };
  const takeFrom = (pack: string | null, wanted: number): Part => {
    const stars = Math.min(wanted, pack === null ? gifts : (packs.get(pack) ?? 0));
    give([{ pack, stars: -stars }]);
    return { pack, stars };
  };
  /** In a map keys stay in the order of their first mention: the order in which packs were paid. */
  const take = (wanted: number): Part[] => {
    let left = wanted;
    return [null, ...packs.keys()].flatMap((pack) => {
      const part = takeFrom(pack, left);
      left -= part.stars;
      return part.stars > 0 ? [part] : [];
    });
  };
  const takeBack = (row: LotRow, pack: string): Part[] => {
    const part = takeFrom(pack, -row.amount);
    const missing = -row.amount - part.stars;
    if (missing > 0) overdrawn.push(row.id);
    return [part, ...take(missing)];
  };

  for (const row of rows) {
    const [why, payment = ''] = row.idempotencyKey.split(':');
    switch (row.entry) {
      case 'CREDIT':
        if (why === 'dispute_won') give(taken.get(payment) ?? []);
        else if (why === 'purchase' || why === 'refund_failed') {
          give([{ pack: row.subjectId, stars: row.amount }]);
        } else give([{ pack: null, stars: row.amount }]);
        break;
      case 'DEBIT': {
        const pack = why === 'disputed' ? purchaseOf.get(payment) : row.subjectId;
        if (row.type !== 'REFUND' || !pack) take(-row.amount);
        else if (why === 'disputed') taken.set(payment, takeBack(row, pack));
        else takeBack(row, pack);
        break;
      }
      case 'HOLD':
        taken.set(row.id, take(-row.amount));
        break;
      case 'RELEASE':
        give(taken.get(row.holdId ?? '') ?? []);
        break;
      case 'SETTLE':
        break;
    }
  }
  return { gifts, packs, overdrawn };
}
