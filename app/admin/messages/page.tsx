import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessageFilters } from '@/components/admin/messages/message-filters';
import { MessageTable } from '@/components/admin/messages/message-table';
import { Pager } from '@/components/admin/pager';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { listMessages } from '@/lib/admin/messages/list-messages';
import { MessageFilterSchema } from '@/lib/admin/messages/schema';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('messages_desk');
  return { title: t('title') };
}

export default async function MessagesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = MessageFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('support', '/admin/messages');
  const t = await getTranslations('messages_desk');
  const { rows, total, pageCount } = await listMessages(ctx, filter);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <MessageFilters filter={filter} />
      <p className="mb-3 text-sm text-ink-soft">{t('found', { count: total })}</p>
      {rows.length === 0 ? <EmptyState title={t('none')} /> : <MessageTable rows={rows} />}
      <Pager path="/admin/messages" filter={filter} pageCount={pageCount} />
    </Page>
  );
}
