import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { RelativesDates } from '@/components/calendars/dates/relatives-dates';
import { Page } from '@/components/ui/page';
import { openInvite } from '@/lib/calendars/date-book/invited-dates';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';

export const dynamic = 'force-dynamic';

/** Nobody but those who have the link: no search engine, and no page that is linked from here learns the address. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dates.relatives');
  return {
    title: t('meta_title'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

export default async function YourDatesPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const ctx = await pageCtx('public', `/your-dates/${key}`);
  const t = await getTranslations('dates.relatives');
  const format = await getFormatter();
  const { title, expiresAt } = await orNotFound(openInvite(ctx, key));
  return (
    <Page width="narrow" title={title} lead={t('lead')}>
      <RelativesDates linkKey={key} />
      <p className="mt-8 text-sm text-ink-soft">
        {t('privacy', { date: format.dateTime(new Date(expiresAt), { dateStyle: 'long' }) })}
      </p>
    </Page>
  );
}
