import { z } from 'zod';
import { type Currency, type Money, money } from '@/lib/core/money';
import type { PaidOrderRow } from './dashboard-store';

/** One part of what an order cost, in the order's currency. */
export type CostPart = {
  amount: Money;
  /** False while something in it is not known yet or stands in another currency: the true cost is higher. */
  isComplete: boolean;
};

export type OrderMargin = {
  /** What stays of the total without tax and without what was given back. */
  revenue: Money;
  print: CostPart;
  delivery: CostPart;
  fees: CostPart;
  ai: CostPart;
  /** Revenue less all parts; at most this where a part is not complete. */
  margin: Money;
  isComplete: boolean;
};

type Cost = { minor: number; isComplete: boolean };
const NOTHING: Cost = { minor: 0, isComplete: true };
const UNKNOWN: Cost = { minor: 0, isComplete: false };

const sum = (parts: readonly Cost[]): Cost =>
  parts.reduce(
    (all, part) => ({
      minor: all.minor + part.minor,
      isComplete: all.isComplete && part.isComplete,
    }),
    NOTHING,
  );

/**
 * What an order brings. Money is never converted: a cost in another currency counts as not known.
 * @param starCostMinor what a hundred stars cost us in the order's currency
 */
export function marginOf(order: PaidOrderRow, starCostMinor: number): OrderMargin {
  const currency = order.currency as Currency;
  const part = (cost: Cost): CostPart => ({
    amount: money(cost.minor, currency),
    isComplete: cost.isComplete,
  });
  const costs = {
    print: printCost(order),
    delivery: deliveryCost(order),
    fees: sum(
      order.payments
        .filter(({ status }) => status === 'PAID')
        .map(({ feeMinor, currency: taken }) => known(order, feeMinor, taken)),
    ),
    ai: { minor: Math.round((starsOf(order) * starCostMinor) / 100), isComplete: true },
  };
  const all = sum(Object.values(costs));
  const revenueMinor = netRevenueMinor(order);
  return {
    revenue: money(revenueMinor, currency),
    print: part(costs.print),
    delivery: part(costs.delivery),
    fees: part(costs.fees),
    ai: part(costs.ai),
    margin: money(revenueMinor - all.minor, currency),
    isComplete: all.isComplete,
  };
}

/** Money set aside and given back was never part of the total. */
function netRevenueMinor(order: PaidOrderRow): number {
  const byTills = order.payments
    .filter(({ quarantineReason }) => quarantineReason === null)
    .reduce((all, { refundedMinor }) => all + refundedMinor, 0);
  const toCertificates = order.certificateEntries.reduce((all, row) => all + row.amountMinor, 0);
  const kept = order.totalMinor - byTills - toCertificates;
  if (order.totalMinor === 0) return kept;
  return kept - Math.round((kept * order.taxMinor) / order.totalMinor);
}

function known(order: PaidOrderRow, minor: number | null, currency: string | null): Cost {
  return minor !== null && currency === order.currency ? { minor, isComplete: true } : UNKNOWN;
}

const JobItemsSchema = z.array(z.object({ orderItemId: z.string(), quantity: z.number() }));

/** What the houses said, else what the products' prices say that a copy costs. */
function printCost(order: PaidOrderRow): Cost {
  const expected = (orderItemId: string, quantity: number): Cost => {
    const product = order.items.find(({ id }) => id === orderItemId)?.product;
    if (product?.kind === 'PDF') return NOTHING;
    const price = product?.prices.find(({ currency }) => currency === order.currency);
    return price && price.costMinor > 0
      ? { minor: price.costMinor * quantity, isComplete: true }
      : UNKNOWN;
  };
  const withJob = new Set(order.printJobs.map(({ parcelId }) => parcelId));
  const jobs = order.printJobs.map((job) => {
    const said = known(order, job.costMinor, job.costCurrency);
    if (said.isComplete) return said;
    const items = JobItemsSchema.safeParse(job.items);
    return items.success
      ? sum(items.data.map(({ orderItemId, quantity }) => expected(orderItemId, quantity)))
      : UNKNOWN;
  });
  const others = order.items
    .filter(({ parcelId }) => parcelId !== null && !withJob.has(parcelId))
    .map(({ id, quantity }) => expected(id, quantity));
  return sum([...jobs, ...others]);
}

function deliveryCost(order: PaidOrderRow): Cost {
  const sent = order.shipments.map((row) => known(order, row.costMinor, row.costCurrency));
  const unsent = order.parcels
    .filter(({ id }) => order.shipments.every(({ parcelId }) => parcelId !== id))
    .map(() => UNKNOWN);
  return sum([...sent, ...unsent]);
}

/** Stars spent on the pictures in the calendars, each picture once an order. */
function starsOf(order: PaidOrderRow): number {
  const pictures = new Map(
    order.items.flatMap(({ pictures: rows }) =>
      rows.map(({ pictureId, picture }) => [pictureId, picture] as const),
    ),
  );
  return [...pictures.values()].reduce(
    (all, { generation, upscales }) =>
      all + (generation?.stars ?? 0) + upscales.reduce((some, { stars }) => some + stars, 0),
    0,
  );
}
