import { DomainError } from '@/lib/core/errors';
import { type Money, money } from '@/lib/core/money';
import type { Ctx } from '@/lib/db/context';
import { parcelMeasures } from '@/lib/orders/delivery/parcel-measures';
import { readSender } from '@/lib/orders/delivery/sender-setting';
import type { Carrier } from '@/lib/providers/ports/carrier';
import { requireStaff } from '../require-staff';

/** Measured with one large wall calendar of usual worth (lib/orders/catalogue.ts): most parcels are that. */
const USUAL = {
  formatId: 'wall-a3-portrait',
  quantity: 1,
  product: { weightG: 520 },
  totalMinor: 799_00,
  discountMinor: 0,
};
const SERVICES = [
  { method: 'np-branch', service: 'branch' },
  { method: 'np-locker', service: 'locker' },
  { method: 'np-courier', service: 'courier' },
] as const;
/** Far from wherever we are: the first of these that is not our own town. */
const FAR_TOWNS = ['Львів', 'Харків'];

export type CarrierPrices = {
  from: string;
  to: string;
  prices: { method: (typeof SERVICES)[number]['method']; near: Money; far: Money }[];
};

/**
 * What Nova Poshta asks of us today for a usual parcel, in our own town and across the country: beside it staff set what
 * customers pay.
 * @returns null where no key or no sender is set, and when the carrier does not answer
 * @throws DomainError "account.not_allowed"
 */
export async function readCarrierPrices(ctx: Ctx): Promise<CarrierPrices | null> {
  requireStaff(ctx, 'finance');
  const carrier = ctx.providers.carriers['nova-poshta'];
  const sender = await readSender(ctx);
  if (!carrier || !sender) return null;
  try {
    const far = await findFarTown(carrier, sender.cityRef);
    if (!far) return null;
    const parcel = parcelMeasures([USUAL], 'UAH');
    const ask = async (service: (typeof SERVICES)[number]['service'], toCityRef: string) => {
      const quote = { fromCityRef: sender.cityRef, toCityRef, service, parcel };
      const { costMinor, currency } = await carrier.quote(quote);
      return money(costMinor, currency);
    };
    const prices = await Promise.all(
      SERVICES.map(async ({ method, service }) => ({
        method,
        near: await ask(service, sender.cityRef),
        far: await ask(service, far.ref),
      })),
    );
    return { from: sender.cityName, to: far.name, prices };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    ctx.log.warn('carrier prices not read', { code: error.code });
    return null;
  }
}

async function findFarTown(carrier: Carrier, ownRef: string) {
  for (const name of FAR_TOWNS) {
    const [found] = await carrier.searchCities(name);
    if (found && found.ref !== ownRef) return found;
  }
  return null;
}
