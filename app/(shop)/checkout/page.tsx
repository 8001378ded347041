import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CheckoutForm } from '@/components/orders/checkout/checkout-form';
import { CurrencySelect } from '@/components/orders/currency-select';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import { getCheckout } from '@/lib/orders/get-checkout';
import { preferredCurrency } from '@/lib/orders/list-products';
import { parseCurrency } from '@/lib/orders/parse-currency';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkout');
  return { title: t('title') };
}

export default async function CheckoutPage({
  searchParams,
}: {
  searchParams: Promise<{ currency?: string | string[] }>;
}) {
  const chosen = parseCurrency((await searchParams).currency);
  const ctx = await pageCtx('customer', chosen ? `/checkout?currency=${chosen}` : '/checkout');
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('checkout');
  const currency = chosen ?? (await preferredCurrency(ctx, locale));
  const checkout = await getCheckout(ctx, { currency, locale });
  if (!checkout.cart.canCheckOut) redirect(`/cart?currency=${currency}`);
  return (
    <Page title={t('title')} lead={t('lead')} actions={<CurrencySelect currency={currency} />}>
      <CheckoutForm checkout={checkout} />
    </Page>
  );
}
