import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { MESSAGE_TONES } from '@/components/admin/messages/message-table';
import { RetryMessage } from '@/components/admin/messages/retry-message';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { getMessage } from '@/lib/admin/messages/get-message';
import { MessageParamsSchema } from '@/lib/admin/messages/schema';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('messages_desk');
  return { title: t('title') };
}

const LINK = 'font-medium text-accent underline underline-offset-4';

export default async function MessagePage({
  params,
}: {
  params: Promise<{ outboxMessageId: string }>;
}) {
  const given = MessageParamsSchema.safeParse(await params);
  const ctx = await pageCtx(
    'support',
    given.success ? `/admin/messages/${given.data.outboxMessageId}` : '/admin/messages',
  );
  if (!given.success) notFound();
  const t = await getTranslations('messages_desk');
  const locale = await getLocale();
  const message = await orNotFound(getMessage(ctx, given.data));
  const at = (when: string) => formatInstant(new Date(when), locale);
  const kind = `kinds.${message.template}` as 'kinds.order-confirmed';
  const name = t.has(kind) ? t(kind) : message.template;
  return (
    <Page
      title={message.content?.subject ?? name}
      actions={
        <ButtonLink variant="secondary" href="/admin/messages">
          {t('back')}
        </ButtonLink>
      }
    >
      <dl className="mb-6 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        <dt className="text-ink-soft">{t('columns.to')}</dt>
        <dd className="flex flex-wrap gap-x-4 gap-y-1">
          <span className="min-w-0 break-all">{message.recipient}</span>
          <Link
            className={LINK}
            href={`/admin/messages?${new URLSearchParams({ search: message.recipient })}`}
          >
            {t('all_to')}
          </Link>
        </dd>
        <dt className="text-ink-soft">{t('kind')}</dt>
        <dd>{`${name}, ${t(`channels.${message.channel as 'MAIL'}`)}`}</dd>
        <dt className="text-ink-soft">{t('language')}</dt>
        <dd>{new Intl.DisplayNames(locale, { type: 'language' }).of(message.locale)}</dd>
        {message.subject?.startsWith('ord_') || message.userId ? (
          <>
            <dt className="text-ink-soft">{t('about')}</dt>
            <dd className="flex flex-wrap gap-x-4 gap-y-1">
              {message.subject?.startsWith('ord_') ? (
                <Link className={LINK} href={`/admin/orders/${message.subject}`}>
                  {t('to_order')}
                </Link>
              ) : null}
              {message.userId ? (
                <Link className={LINK} href={`/admin/customers/${message.userId}`}>
                  {t('to_person')}
                </Link>
              ) : null}
            </dd>
          </>
        ) : null}
        <dt className="text-ink-soft">{t('columns.state')}</dt>
        <dd className="flex flex-wrap items-center gap-3">
          <Badge tone={MESSAGE_TONES[message.status]}>{t(`states.${message.status}`)}</Badge>
          {t('attempts', { count: message.attempts })}
          {message.status === 'FAILED' ? <RetryMessage messageId={message.id} /> : null}
        </dd>
        {message.lastError ? (
          <>
            <dt className="text-ink-soft">{t('error')}</dt>
            <dd className="break-words">{message.lastError}</dd>
          </>
        ) : null}
        <dt className="text-ink-soft">{t('columns.written')}</dt>
        <dd>{at(message.createdAt)}</dd>
        {message.sentAt ? (
          <>
            <dt className="text-ink-soft">{t('sent_at')}</dt>
            <dd>{at(message.sentAt)}</dd>
          </>
        ) : null}
      </dl>
      {message.content === null ? (
        <Card className="p-5 text-sm text-ink-soft">{t('secret')}</Card>
      ) : message.content.html ? (
        <iframe
          title={t('letter')}
          srcDoc={message.content.html}
          sandbox=""
          className="h-[48rem] w-full rounded-card border border-line bg-sheet"
        />
      ) : (
        <Card className="p-5 whitespace-pre-wrap">{message.content.text}</Card>
      )}
    </Page>
  );
}
