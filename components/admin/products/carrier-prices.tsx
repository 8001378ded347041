import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { CarrierPrices } from '@/lib/admin/products/carrier-prices';
import { formatMoney } from '@/lib/core/money';

/** What Nova Poshta asks of us for a usual parcel, to compare with what customers pay. */
export function CarrierPricesCard({ prices }: { prices: CarrierPrices | null }) {
  const t = useTranslations('products_desk');
  const locale = useLocale();
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-xl">{t('carrier_title')}</h2>
      {prices ? (
        <>
          <p className="text-ink-soft">{t('carrier_text', { from: prices.from })}</p>
          <table className="w-full max-w-xl">
            <thead className="text-left text-sm text-ink-soft">
              <tr>
                <th scope="col" className="py-2 pr-4 font-medium">
                  {t('carrier_method')}
                </th>
                <th scope="col" className="py-2 pr-4 text-right font-medium">
                  {t('carrier_near')}
                </th>
                <th scope="col" className="py-2 text-right font-medium">
                  {t('carrier_far', { to: prices.to })}
                </th>
              </tr>
            </thead>
            <tbody>
              {prices.prices.map(({ method, near, far }) => (
                <tr key={method} className="border-t border-line">
                  <th scope="row" className="py-2 pr-4 text-left font-normal">
                    {t(`methods.${method}`)}
                  </th>
                  <td className="py-2 pr-4 text-right tabular-nums">{formatMoney(near, locale)}</td>
                  <td className="py-2 text-right tabular-nums">{formatMoney(far, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <p className="text-ink-soft">{t('carrier_away')}</p>
      )}
    </Card>
  );
}
