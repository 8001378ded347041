import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { AccountNav } from '@/components/account/account-nav';
import { ChatCard, LinkList } from '@/components/account/link-list';
import { LinkProblem } from '@/components/account/link-problem';
import { Alert } from '@/components/ui/alert';
import { Page } from '@/components/ui/page';
import { listLinks } from '@/lib/accounts/links/list-links';
import { parseLinkProblem } from '@/lib/accounts/links/parse-problem';
import { pageCtx } from '@/lib/http/page-ctx';

type Search = Record<'problem' | 'connected', string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links.page');
  return { title: t('title') };
}

export default async function LinksPage({ searchParams }: { searchParams: Promise<Search> }) {
  const ctx = await pageCtx('customer', '/account/links');
  const t = await getTranslations('links.page');
  const format = await getFormatter();
  const search = await searchParams;
  const problem = parseLinkProblem(search.problem);
  const isStaff = ctx.actor.role !== 'CUSTOMER';
  const links = isStaff ? [] : await listLinks(ctx);
  const rows = links.map((row) => ({
    ...row,
    sinceText: row.link ? format.dateTime(new Date(row.link.since), { dateStyle: 'long' }) : '',
  }));
  const telegram = links.find(({ provider }) => provider === 'TELEGRAM')?.link ?? null;
  return (
    <Page title={t('title')} lead={t('lead')} nav={<AccountNav />}>
      <div className="flex max-w-3xl flex-col gap-4">
        {problem ? <LinkProblem code={problem} /> : null}
        {search.connected === '1' && !problem ? (
          <Alert tone="good">{t('done_connected')}</Alert>
        ) : null}
        {rows.length > 0 ? (
          <LinkList links={rows} />
        ) : (
          <Alert tone="neutral">{t(isStaff ? 'staff' : 'none')}</Alert>
        )}
        {!isStaff && ctx.providers.telegram ? (
          <ChatCard isOpen={telegram?.isChatOpen ?? false} />
        ) : null}
      </div>
    </Page>
  );
}
