import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PrintButton } from '@/components/admin/delivery/print-button';
import { GiftCard, PackingSlip } from '@/components/admin/delivery/slips';
import { ButtonLink } from '@/components/ui/button';
import { getSlips } from '@/lib/admin/delivery/get-slips';
import { SlipsQuerySchema } from '@/lib/admin/delivery/schema';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('delivery.slips');
  return { title: t('title') };
}

export default async function SlipsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const ctx = await pageCtx('production', '/admin/packing');
  const query = SlipsQuerySchema.safeParse(await searchParams);
  if (!query.success) notFound();
  const locale = await getLocale();
  const t = await getTranslations('delivery.slips');
  const slips = await orNotFound(getSlips(ctx, { parcelIds: query.data.ids, locale }));
  return (
    <main
      id="content"
      className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 print:max-w-none print:p-0"
    >
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4 print:hidden">
        <div>
          <h1 className="text-4xl">{t('title')}</h1>
          <p className="mt-2 text-ink-soft">{t('lead', { count: slips.length })}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <ButtonLink variant="secondary" href="/admin/packing">
            {t('back')}
          </ButtonLink>
          <PrintButton label={t('print')} />
        </div>
      </div>
      <div className="flex flex-col gap-8 print:block">
        {slips.map((parcel) => (
          <PackingSlip key={parcel.id} parcel={parcel} />
        ))}
        {slips
          .filter(({ isGift, giftNote }) => isGift && giftNote !== '')
          .map((parcel) => (
            <GiftCard key={parcel.id} parcel={parcel} />
          ))}
      </div>
    </main>
  );
}
