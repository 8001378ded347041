import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { CarrierPricesCard } from '@/components/admin/products/carrier-prices';
import { CountrySelect } from '@/components/admin/products/country-select';
import { RateForm } from '@/components/admin/products/rate-form';
import { ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { readCarrierPrices } from '@/lib/admin/products/carrier-prices';
import { listRates } from '@/lib/admin/products/delivery-rates';
import { pageCtx } from '@/lib/http/page-ctx';
import { countryName } from '@/lib/orders/address-lines';
import { COUNTRY_CODES } from '@/lib/orders/served-countries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('products_desk');
  return { title: t('delivery') };
}

export default async function DeliveryRatesPage({
  searchParams,
}: {
  searchParams: Promise<Record<'country', string | string[] | undefined>>;
}) {
  const search = await searchParams;
  const country = COUNTRY_CODES.find((code) => code === search.country) ?? 'UA';
  const ctx = await pageCtx('finance', `/admin/products/delivery?country=${country}`);
  const t = await getTranslations('products_desk');
  const locale = await getLocale();
  const rates = await listRates(ctx, country);
  const countries = COUNTRY_CODES.map((code) => ({ code, name: countryName(code, locale) })).sort(
    (a, b) => a.name.localeCompare(b.name, locale),
  );
  return (
    <Page
      title={t('delivery')}
      lead={t('delivery_lead')}
      actions={
        <ButtonLink href="/admin/products" variant="secondary">
          {t('title')}
        </ButtonLink>
      }
    >
      <CountrySelect label={t('country')} value={country} countries={countries} />
      <ul className="flex flex-col gap-4">
        {rates.map((rate) => (
          <li key={`${country}:${rate.method}`}>
            <RateForm country={country} rate={rate} />
          </li>
        ))}
      </ul>
      {country === 'UA' ? (
        <Suspense>
          <div className="mt-8">
            <NovaPoshtaPrices ctx={ctx} />
          </div>
        </Suspense>
      ) : null}
    </Page>
  );
}

async function NovaPoshtaPrices({ ctx }: { ctx: Parameters<typeof readCarrierPrices>[0] }) {
  return <CarrierPricesCard prices={await readCarrierPrices(ctx)} />;
}
