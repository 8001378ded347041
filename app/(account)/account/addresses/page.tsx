import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AccountNav } from '@/components/account/account-nav';
import { AddressBook } from '@/components/orders/addresses/address-book';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import { addressLines } from '@/lib/orders/address-lines';
import { listDeliveredCountries } from '@/lib/orders/list-delivered-countries';
import { listAddresses } from '@/lib/orders/saved-addresses/list-addresses';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('addresses');
  return { title: t('title') };
}

export default async function AddressesPage() {
  const ctx = await pageCtx('customer', '/account/addresses');
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('addresses');
  const addresses = await listAddresses(ctx);
  const { countries, home } = await listDeliveredCountries(ctx, locale);
  return (
    <Page title={t('title')} lead={t('lead')} nav={<AccountNav />}>
      <AddressBook
        addresses={addresses.map((saved) => ({
          ...saved,
          lines: addressLines(saved.address, locale),
        }))}
        countries={countries}
        home={home}
      />
    </Page>
  );
}
