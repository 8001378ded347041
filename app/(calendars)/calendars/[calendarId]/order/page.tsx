import { ChevronLeft, Eye, Truck } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Approval } from '@/components/calendars/order/approval';
import { ContactSheet } from '@/components/calendars/order/contact-sheet';
import { ProofDownload } from '@/components/calendars/order/proof-download';
import { AiNote } from '@/components/pictures/ai-badge';
import { PrintMastersGate } from '@/components/studio/print-masters/print-masters-gate';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { picturesIn } from '@/lib/calendars/document';
import { getCalendar } from '@/lib/calendars/get-calendar';
import { isOver } from '@/lib/calendars/period';
import { CalendarParamsSchema } from '@/lib/calendars/schema';
import { dayAt } from '@/lib/core/plain-date';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import { formatDay } from '@/lib/orders/format-period';
import { getArrivalOutlook } from '@/lib/orders/get-arrival-outlook';
import { listProducts, preferredCurrency } from '@/lib/orders/list-products';
import { countOwnAiPictures } from '@/lib/pictures/count-ai-pictures';
import { getPrintMasters } from '@/lib/studio/start-print-masters';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendars.order');
  return { title: t('meta_title') };
}

export default async function OrderPage({ params }: { params: Promise<{ calendarId: string }> }) {
  const parsed = CalendarParamsSchema.safeParse(await params);
  if (!parsed.success) notFound();
  const { calendarId } = parsed.data;
  const ctx = await pageCtx('guest', `/calendars/${calendarId}/order`);
  const t = await getTranslations('calendars.order');
  const tc = await getTranslations('checkout.outlook');
  const locale = (await getLocale()) as Locale;
  const { document } = await orNotFound(getCalendar(ctx, calendarId));
  const currency = await preferredCurrency(ctx, locale);
  const products = await listProducts(ctx, { formatId: document.formatId, currency, locale });
  const outlook = await getArrivalOutlook(ctx, { from: document.from, currency, locale });
  const masters = await getPrintMasters(ctx, { calendarId });
  const aiPictures = await countOwnAiPictures(ctx, picturesIn(document));
  const isPast = isOver(document, dayAt(ctx.clock.now(), 'UTC'));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <ButtonLink href={`/calendars/${calendarId}`} variant="secondary">
            <ChevronLeft />
            {t('back')}
          </ButtonLink>
          <ButtonLink href={`/calendars/${calendarId}/preview`} variant="secondary">
            <Eye />
            {t('preview')}
          </ButtonLink>
        </>
      }
    >
      <div className="flex flex-col gap-8">
        <Card className="flex flex-col gap-6">
          <ContactSheet document={document} />
          <AiNote count={aiPictures} />
          <div className="flex flex-wrap items-center justify-between gap-4 border-t border-line pt-5">
            <p className="max-w-xl text-ink-soft">{t('proof_text')}</p>
            <ProofDownload calendarId={calendarId} />
          </div>
        </Card>
        {isPast ? (
          <Alert
            tone="bad"
            title={t('past_title')}
            action={
              <ButtonLink href={`/calendars/${calendarId}`} size="sm">
                {t('past_action')}
              </ButtonLink>
            }
          >
            {t('past_text')}
          </Alert>
        ) : (
          <>
            {outlook ? (
              <p className="flex items-start gap-3 text-ink-soft">
                <Truck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
                <span>
                  {tc('arrival', {
                    country: outlook.country,
                    from: formatDay(outlook.arrival.from, locale),
                    to: formatDay(outlook.arrival.to, locale),
                  })}{' '}
                  {outlook.latest
                    ? tc('latest', {
                        begins: formatDay(outlook.begins, locale),
                        latest: formatDay(outlook.latest, locale),
                      })
                    : null}
                </span>
              </p>
            ) : null}
            <PrintMastersGate calendarId={calendarId} initial={masters}>
              <Approval calendarId={calendarId} document={document} products={products} />
            </PrintMastersGate>
          </>
        )}
      </div>
    </Page>
  );
}
