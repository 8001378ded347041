import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SharedCalendar } from '@/components/calendars/sharing/shared-calendar';
import { Page } from '@/components/ui/page';
import { openShared } from '@/lib/calendars/sharing/open-shared';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';

export const dynamic = 'force-dynamic';

/** Nobody but those who have the link: no search engine, and no page that is linked from here learns the address. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sharing');
  return {
    title: t('meta_title'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

export default async function SharedPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const ctx = await pageCtx('public', `/shared/${key}`);
  const t = await getTranslations('sharing');
  const calendar = await orNotFound(openShared(ctx, key));
  return (
    <Page
      title={calendar.title || t('untitled')}
      lead={t(calendar.mayComment ? 'visitor_lead' : 'visitor_lead_quiet')}
    >
      <SharedCalendar linkKey={key} calendar={calendar} />
    </Page>
  );
}
