import { z } from 'zod';
import { CURRENCY_DIGITS, type Currency, isCurrency, LARGEST_CHARGE } from '@/lib/core/money';
import type { HouseOrder } from '@/lib/providers/ports/print-house';

const STEP_STATES = ['NotStarted', 'InProgress', 'Complete', 'Error'] as const;
const step = z.enum(STEP_STATES).catch('NotStarted');

const CostSchema = z.object({ amount: z.string(), currency: z.string() });

/** What of an order of the Print API v4 we use. New fields may come at any time, so the rest is let through. */
export const ProdigiOrderSchema = z.object({
  id: z.string().min(1).max(100),
  merchantReference: z.string().nullish(),
  status: z.object({
    /** InProgress, Complete, Cancelled, and whatever they may add: shown as it is, and as far along as its steps say. */
    stage: z.string().min(1).max(60),
    issues: z
      .array(z.object({ errorCode: z.string().nullish(), description: z.string().nullish() }))
      .nullish(),
    details: z
      .object({
        downloadAssets: step,
        printReadyAssetsPrepared: step,
        allocateProductionLocation: step,
        inProduction: step,
        shipping: step,
      })
      .partial()
      .nullish(),
  }),
  charges: z.array(z.object({ totalCost: CostSchema.nullish() })).nullish(),
  shipments: z
    .array(
      z.object({
        id: z.string(),
        status: z.string().nullish(),
        carrier: z.object({ name: z.string().nullish(), service: z.string().nullish() }).nullish(),
        tracking: z.object({ number: z.string().nullish(), url: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
});
export type ProdigiOrder = z.output<typeof ProdigiOrderSchema>;

const STEPS = [
  'downloadAssets',
  'printReadyAssetsPrepared',
  'allocateProductionLocation',
  'inProduction',
  'shipping',
] as const;

/** Prodigi's stage, steps and issues as one state of ours. An issue alone is only a warning: they try again by themselves. */
export function toHouseOrder(order: ProdigiOrder): HouseOrder {
  const { stage, issues, details } = order.status;
  const broken = STEPS.find((name) => details?.[name] === 'Error');
  const reasons = (issues ?? [])
    .map(({ errorCode, description }) => description || errorCode || '')
    .filter(Boolean);
  const underWay = STEPS.findLast((name) => (details?.[name] ?? 'NotStarted') !== 'NotStarted');
  return {
    externalId: order.id,
    state: stateOf(stage, broken !== undefined, details?.inProduction),
    houseStatus: underWay ? `${stage}: ${underWay} ${details?.[underWay]}` : stage,
    reason: reasons.length > 0 ? reasons.join(' ').slice(0, 500) : (broken ?? null),
    cost: costOf(order),
    shipments: (order.shipments ?? []).map(({ id, carrier, tracking }) => ({
      externalId: id,
      carrier: carrier?.name ?? carrier?.service ?? 'Prodigi',
      trackingNumber: tracking?.number || null,
      trackingUrl: webAddress(tracking?.url),
    })),
  };
}

function stateOf(
  stage: ProdigiOrder['status']['stage'],
  isBroken: boolean,
  inProduction: (typeof STEP_STATES)[number] | undefined,
): HouseOrder['state'] {
  if (stage === 'Complete') return 'done';
  if (stage === 'Cancelled') return 'cancelled';
  if (isBroken) return 'refused';
  return inProduction === 'InProgress' || inProduction === 'Complete' ? 'printing' : 'accepted';
}

/** All charges together; null while there are none, in a currency that we cannot count in, or beyond any order. */
function costOf(order: ProdigiOrder): HouseOrder['cost'] {
  const costs = (order.charges ?? []).flatMap(({ totalCost }) => (totalCost ? [totalCost] : []));
  const currency = costs[0]?.currency;
  if (!currency || !isCurrency(currency)) return null;
  if (costs.some((cost) => cost.currency !== currency)) return null;
  const minors = costs.map(({ amount }) => minorOf(amount, currency));
  if (minors.some((minor) => minor === null)) return null;
  const amountMinor = minors.reduce((sum: number, minor) => sum + (minor ?? 0), 0);
  return amountMinor <= LARGEST_CHARGE ? { amountMinor, currency } : null;
}

/** "11.29" in EUR is 1129; null for what is not a plain amount. */
function minorOf(amount: string, currency: Currency): number | null {
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(amount)) return null;
  return Math.round(Number(amount) * 10 ** CURRENCY_DIGITS[currency]);
}

function webAddress(url: string | null | undefined): string | null {
  return url && /^https?:\/\//.test(url) && URL.canParse(url) ? url : null;
}
