import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { CertificateStateBadge } from '@/components/gifts/certificate-state-badge';
import { type GiftDraft, writeSum } from '@/components/gifts/gift-draft';
import { GiftForm } from '@/components/gifts/gift-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { idSchema } from '@/lib/core/ids';
import { formatMoney } from '@/lib/core/money';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import { listCertificates } from '@/lib/orders/certificates/get-certificate';
import { getGiftShop } from '@/lib/orders/certificates/get-gift-shop';
import { CERTIFICATE_SUMS } from '@/lib/orders/certificates/schema';
import { preferredCurrency } from '@/lib/orders/list-products';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gifts.page');
  return { title: t('title'), description: t('lead') };
}

export default async function GiftCertificatesPage({
  searchParams,
}: {
  searchParams: Promise<Record<'again', string | string[] | undefined>>;
}) {
  const search = await searchParams;
  const ctx = await pageCtx('public', '/gift-certificates');
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('gifts.page');
  const named = idSchema('certificate').safeParse(search.again);
  const shop = await getGiftShop(ctx, { again: named.success ? named.data : null });
  const own = shop.hasAccount ? await listCertificates(ctx) : [];
  const currency = await preferredCurrency(ctx, locale);
  const { again } = shop;
  const first: GiftDraft = again
    ? {
        currency: again.currency,
        amount: writeSum(again.amountMinor, again.currency),
        recipientName: again.recipientName,
        buyerName: again.buyerName,
        message: again.message,
        how: again.email === null ? 'print' : again.day && again.day > shop.today ? 'on' : 'now',
        email: again.email ?? '',
        day: again.day && again.day > shop.today ? again.day : '',
      }
    : {
        currency,
        amount: writeSum(
          CERTIFICATE_SUMS[currency].offered[1] ?? CERTIFICATE_SUMS[currency].min,
          currency,
        ),
        recipientName: '',
        buyerName: shop.buyerName,
        message: '',
        how: 'now',
        email: '',
        day: '',
      };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <ButtonLink href="/gift-certificates/balance" variant="secondary">
          {t('balance')}
        </ButtonLink>
      }
    >
      <GiftForm
        key={named.success ? named.data : 'new'}
        first={first}
        isKept={again === null}
        today={shop.today}
        available={shop.tills}
        hasAccount={shop.hasAccount}
      />
      {own.length > 0 ? (
        <section aria-labelledby="own-title" className="mt-14">
          <h2 id="own-title" className="mb-4 text-3xl">
            {t('own')}
          </h2>
          <Card className="py-1 sm:py-2">
            <ul className="divide-y divide-line">
              {own.map((gift) => (
                <li key={gift.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
                  <Link
                    href={`/gift-certificates/${gift.id}`}
                    className="min-w-0 flex-1 basis-48 font-medium break-words text-accent underline underline-offset-4"
                  >
                    {t('for', { name: gift.recipientName })}
                  </Link>
                  <CertificateStateBadge gift={gift} />
                  <span className="min-w-24 text-right tabular-nums">
                    {formatMoney(gift.worth, locale)}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        </section>
      ) : null}
    </Page>
  );
}
