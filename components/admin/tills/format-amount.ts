import { formatMoney, isCurrency, money } from '@/lib/core/money';

/** An amount of any till, Telegram Stars ("XTR", whole ones) included. */
export function formatAmount(
  amount: { amountMinor: number; currency: string },
  locale: string,
): string {
  const { amountMinor, currency } = amount;
  if (isCurrency(currency)) return formatMoney(money(amountMinor, currency), locale);
  const number = new Intl.NumberFormat(locale).format(amountMinor);
  return currency === 'XTR' ? `${number} ★` : `${number} ${currency}`;
}
