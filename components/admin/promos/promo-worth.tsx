import { useLocale, useTranslations } from 'next-intl';
import type { StaffPromo } from '@/lib/admin/promos/present-promo';
import { CURRENCIES, formatMoney, money } from '@/lib/core/money';

/** What a code takes off, in words. */
export function PromoWorth({
  promo,
}: {
  promo: Pick<StaffPromo, 'kind' | 'basisPoints' | 'amounts'>;
}) {
  const t = useTranslations('promos.list');
  const locale = useLocale();
  switch (promo.kind) {
    case 'PERCENT':
      return t('percent', { percent: (promo.basisPoints ?? 0) / 10_000 });
    case 'FREE_DELIVERY':
      return t('free_delivery');
    case 'AMOUNT':
      return CURRENCIES.flatMap((currency) => {
        const sum = promo.amounts[currency];
        return sum === undefined ? [] : [formatMoney(money(sum, currency), locale)];
      }).join(' · ');
  }
}
