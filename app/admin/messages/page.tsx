import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskAddress } from '@/components/admin/desk-address';
import { MessageFilters } from '@/components/admin/messages/message-filters';
import { MessageTable } from '@/components/admin/messages/message-table';
import { Pager } from '@/components/admin/pager';
import { ButtonLink } from '@/components/ui/button';
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
  const ctx = await pageCtx('support', deskAddress('/admin/messages', filter));
  const t = await getTranslations('messages_desk');
  const { rows, total, pageCount, templates } = await listMessages(ctx, filter);
  const { search, status, channel, template } = filter;
  const isFiltered = search !== '' || [status, channel, template].some((value) => value !== null);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <MessageFilters filter={filter} templates={templates} />
      {total > 0 ? (
        <p className="mb-3 text-sm text-ink-soft">{t('found', { count: total })}</p>
      ) : null}
      {rows.length > 0 ? (
        <MessageTable rows={rows} filter={filter} />
      ) : isFiltered ? (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink variant="secondary" href="/admin/messages">
              {t('filter.reset')}
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState title={t('empty')}>{t('empty_text')}</EmptyState>
      )}
      <Pager path="/admin/messages" filter={filter} pageCount={pageCount} />
    </Page>
  );
}
