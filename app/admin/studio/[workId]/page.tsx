import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { RequestCard } from '@/components/admin/studio/request-card';
import { WorkActions } from '@/components/admin/studio/work-actions';
import { WorkBadge } from '@/components/admin/studio/work-badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { getStudioWork, type StudioWork } from '@/lib/admin/get-studio-work';
import { WorkParamsSchema } from '@/lib/admin/studio-schema';
import { isAdmitted } from '@/lib/core/actor';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { WORKSHOP_TIME_ZONE } from '@/lib/orders/arrival-window';
import { formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('studio_board');
  return { title: t('title') };
}

export default async function StudioWorkPage({ params }: { params: Promise<{ workId: string }> }) {
  const parsed = WorkParamsSchema.safeParse(await params);
  if (!parsed.success) notFound();
  const { workId } = parsed.data;
  const ctx = await pageCtx('content', `/admin/studio/${workId}`);
  const t = await getTranslations('studio_board');
  const work = await orNotFound(getStudioWork(ctx, workId));
  const person = `${work.owner.name ?? t('no_name')} · ${work.owner.email ?? work.owner.id}`;
  return (
    <Page
      title={t(`kinds.${work.kind}`)}
      lead={
        <>
          {isAdmitted(ctx.actor, 'support') ? (
            <Link
              href={`/admin/customers/${work.owner.id}`}
              className="text-accent underline underline-offset-4"
            >
              {person}
            </Link>
          ) : (
            person
          )}
          {` · ${work.model}`}
        </>
      }
      actions={
        <>
          <WorkBadge work={work} />
          <ButtonLink href="/admin/studio" variant="secondary">
            <ChevronLeft />
            {t('detail.back')}
          </ButtonLink>
        </>
      }
    >
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card className="flex min-w-0 flex-col gap-5">
          <h2 className="text-2xl">{t('detail.requests')}</h2>
          {work.requests.length === 0 ? (
            <p className="text-ink-soft">{t('detail.no_requests')}</p>
          ) : (
            <div className="flex flex-col gap-5 divide-y divide-line">
              {work.requests.map((request) => (
                <RequestCard key={request.id} request={request} />
              ))}
            </div>
          )}
        </Card>
        <div className="flex min-w-0 flex-col gap-6">
          <Card className="flex flex-col gap-4">
            <h2 className="text-2xl">{t('detail.actions')}</h2>
            <WorkActions
              work={{
                id: work.id,
                canStop: work.canStop,
                canRetry: work.canRetry,
                refundable: work.refundable,
              }}
            />
          </Card>
          <Facts work={work} />
          <Stars work={work} />
          <Audit work={work} />
        </div>
      </div>
    </Page>
  );
}

async function Facts({ work }: { work: StudioWork }) {
  const t = await getTranslations('studio_board');
  const format = await getFormatter();
  const time = (at: string | null) =>
    at === null
      ? null
      : format.dateTime(new Date(at), {
          dateStyle: 'medium',
          timeStyle: 'medium',
          timeZone: WORKSHOP_TIME_ZONE,
        });
  const facts = [
    [t('detail.id'), work.id],
    [t('columns.stars'), String(work.stars)],
    [t('detail.ordered'), time(work.createdAt)],
    [t('detail.started'), time(work.startedAt)],
    [t('detail.ended'), time(work.completedAt)],
    [t('detail.reason'), work.errorCode],
  ] as const;
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-2xl">{t('detail.facts')}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="break-all">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </Card>
  );
}

async function Stars({ work }: { work: StudioWork }) {
  const t = await getTranslations('studio_board.detail');
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-2xl">{t('ledger')}</h2>
      {work.ledger.length === 0 ? <p className="text-ink-soft">{t('no_ledger')}</p> : null}
      <ul className="flex flex-col gap-2 text-sm">
        {work.ledger.map((row) => (
          <li key={row.id} className="flex flex-wrap justify-between gap-x-4">
            <span>
              {t(`entries.${row.entry}`)}
              {row.reason ? <span className="text-ink-soft"> · {row.reason}</span> : null}
            </span>
            <span className="tabular-nums">{row.amount > 0 ? `+${row.amount}` : row.amount}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function Audit({ work }: { work: StudioWork }) {
  const t = await getTranslations('studio_board.detail');
  const locale = await getLocale();
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-2xl">{t('audit')}</h2>
      {work.audit.length === 0 ? <p className="text-ink-soft">{t('no_audit')}</p> : null}
      <ul className="flex flex-col gap-3 text-sm">
        {work.audit.map((entry) => {
          const key = `audit_actions.${entry.action}` as 'audit_actions.studio.stopped';
          return (
            <li key={entry.id}>
              <span className="font-medium">{t.has(key) ? t(key) : entry.action}</span>
              <span className="block text-ink-soft">
                {entry.actor} · {formatInstant(new Date(entry.at), locale)}
              </span>
              {entry.reason ? <span className="block">{entry.reason}</span> : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
