import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { EventStateBadge } from '@/components/admin/webhooks/event-state';
import { ReplayButton } from '@/components/admin/webhooks/replay-button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { getEvent } from '@/lib/admin/webhooks/get-event';
import { idSchema } from '@/lib/core/ids';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tills.events');
  return { title: t('one') };
}

export default async function WebhookPage({
  params,
}: {
  params: Promise<{ webhookEventId: string }>;
}) {
  const parsed = idSchema('webhookEvent').safeParse((await params).webhookEventId);
  if (!parsed.success) notFound();
  const webhookEventId = parsed.data;
  const ctx = await pageCtx('finance', `/admin/webhooks/${webhookEventId}`);
  const t = await getTranslations('tills.events');
  const locale = await getLocale();
  const event = await orNotFound(getEvent(ctx, { webhookEventId }));
  return (
    <Page
      title={<span className="break-all">{event.type}</span>}
      lead={t('from_sender', {
        sender: event.provider,
        time: formatInstant(new Date(event.receivedAt), locale),
      })}
      actions={<ReplayButton eventId={event.id} />}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <Card className="flex flex-col gap-4">
          <p>
            <EventStateBadge state={event.state} />
          </p>
          <dl className="flex flex-col gap-3 text-sm">
            <div>
              <dt className="text-ink-soft">{t('outcome')}</dt>
              <dd className="font-medium break-all">{event.outcome ?? '–'}</dd>
            </div>
            <div>
              <dt className="text-ink-soft">{t('their_id')}</dt>
              <dd className="break-all">
                <code>{event.externalId}</code>
              </dd>
            </div>
            {event.subject.map(({ name, value }) => (
              <div key={name}>
                <dt className="text-ink-soft">{name}</dt>
                <dd className="break-all">
                  <code>{value}</code>
                </dd>
              </div>
            ))}
            {event.order ? (
              <div>
                <dt className="text-ink-soft">{t('order')}</dt>
                <dd>
                  <Link
                    href={`/admin/orders/${event.order.id}`}
                    className="font-medium text-accent underline underline-offset-4"
                  >
                    {event.order.number}
                  </Link>
                </dd>
              </div>
            ) : null}
          </dl>
          <p className="text-sm text-ink-soft">{t('replay_text')}</p>
        </Card>
        <Card className="flex min-w-0 flex-col gap-3">
          <h2 className="text-2xl">{t('payload')}</h2>
          <p className="text-sm text-ink-soft">{t('payload_text')}</p>
          {/* Scrolls by itself, so the keyboard must be able to reach it. */}
          <section
            aria-label={t('payload')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus
            tabIndex={0}
            className="max-h-[70vh] overflow-auto rounded-control bg-linen p-4"
          >
            <pre className="font-mono text-xs leading-relaxed">{event.payload}</pre>
          </section>
        </Card>
      </div>
    </Page>
  );
}
