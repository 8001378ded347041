import { Search } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { GrantForm } from '@/components/admin/stars/grant-form';
import { PackForm } from '@/components/admin/stars/pack-form';
import { WelcomeForm } from '@/components/admin/stars/welcome-form';
import { HistoryList } from '@/components/stars/history-list';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Input, Label } from '@/components/ui/field';
import { Page } from '@/components/ui/page';
import { findStarAccount, type StaffStarAccount } from '@/lib/admin/stars/find-star-account';
import { getStarDesk, type StaffCheck } from '@/lib/admin/stars/get-star-desk';
import { type Actor, isAdmitted } from '@/lib/core/actor';
import { pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';
import { parsePosition } from '@/lib/stars/parse-position';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('stars.desk');
  return { title: t('title') };
}

export default async function StarDeskPage({
  searchParams,
}: {
  searchParams: Promise<Record<'email' | 'before', string | string[] | undefined>>;
}) {
  const search = await searchParams;
  const ctx = await pageCtx('finance', '/admin/stars');
  const t = await getTranslations('stars.desk');
  const email = typeof search.email === 'string' ? search.email.trim().slice(0, 254) : '';
  const before = parsePosition(search.before);
  const account = email ? await findStarAccount(ctx, { email, before }) : null;
  const { packs, welcome, checks } = await getStarDesk(ctx);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="flex flex-col gap-10">
        {checks[0] && checks[0].violations.length > 0 ? (
          <Alert tone="bad" title={t('violations', { count: checks[0].violations.length })}>
            <a href="#checks" className="underline underline-offset-4">
              {t('checks')}
            </a>
          </Alert>
        ) : null}
        <section aria-labelledby="find-title" className="flex flex-col gap-4">
          <h2 id="find-title" className="text-3xl">
            {t('find')}
          </h2>
          <search>
            <form action="/admin/stars" className="flex flex-wrap items-end gap-3">
              <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1.5 sm:max-w-md">
                <Label htmlFor="email">{t('email')}</Label>
                <Input id="email" name="email" type="email" defaultValue={email} required />
              </div>
              <Button type="submit" variant="secondary">
                <Search aria-hidden="true" />
                {t('search')}
              </Button>
            </form>
          </search>
          {email && !account ? <Alert tone="neutral">{t('nobody')}</Alert> : null}
          {account ? <Account account={account} before={before} actor={ctx.actor} /> : null}
        </section>
        <section aria-labelledby="packs-title">
          <h2 id="packs-title" className="mb-4 text-3xl">
            {t('packs')}
          </h2>
          <Card className="divide-y divide-line py-1 sm:py-2">
            {packs.map((pack) => (
              <PackForm key={pack.id} pack={pack} />
            ))}
          </Card>
        </section>
        <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <Card>
            <h2 className="text-2xl">{t('bonus')}</h2>
            <p className="mt-1 mb-3 text-ink-soft">{t('bonus_text')}</p>
            <WelcomeForm welcome={welcome} />
          </Card>
          <Card id="checks" className="scroll-mt-6">
            <h2 className="text-2xl">{t('checks')}</h2>
            <p className="mt-1 mb-3 text-ink-soft">{t('checks_text')}</p>
            <Checks checks={checks} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

async function Account({
  account,
  before,
  actor,
}: {
  account: StaffStarAccount;
  before: number | null;
  /** Who looks: links only what they may open. */
  actor: Actor;
}) {
  const t = await getTranslations('stars.desk');
  const { history } = account;
  const page = (query: Record<string, string>) =>
    `/admin/stars?${new URLSearchParams({ email: account.email, ...query })}`;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <Card>
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h3 className="min-w-0 text-2xl break-words">
            {isAdmitted(actor, 'support') ? (
              <Link
                href={`/admin/customers/${account.userId}`}
                className="text-accent underline underline-offset-4"
              >
                {account.name ?? account.email}
              </Link>
            ) : (
              (account.name ?? account.email)
            )}
          </h3>
          <p className="flex gap-4 tabular-nums">
            <span className="font-medium">{t('balance', { balance: account.balance })}</span>
            <span className="text-ink-soft">{t('held', { held: account.held })}</span>
          </p>
        </div>
        {history.lines.length > 0 ? (
          <HistoryList lines={history.lines} isForStaff />
        ) : (
          <p className="text-ink-soft">{t('no_rows')}</p>
        )}
        <nav aria-label={t('history')} className="mt-4 flex justify-between gap-4 empty:hidden">
          {before !== null ? (
            <ButtonLink variant="secondary" size="sm" href={page({})}>
              {t('newest')}
            </ButtonLink>
          ) : null}
          {history.older !== null ? (
            <ButtonLink
              variant="secondary"
              size="sm"
              className="ml-auto"
              href={page({ before: String(history.older) })}
            >
              {t('older')}
            </ButtonLink>
          ) : null}
        </nav>
      </Card>
      <Card>
        <h3 className="mb-3 text-2xl">{t('grant_title')}</h3>
        <GrantForm key={account.userId} userId={account.userId} />
      </Card>
    </div>
  );
}

async function Checks({ checks }: { checks: StaffCheck[] }) {
  const t = await getTranslations('stars.desk');
  const locale = await getLocale();
  if (checks.length === 0) return <p className="text-ink-soft">{t('checks_none')}</p>;
  return (
    <ul className="divide-y divide-line/70">
      {checks.map((check) => (
        <li key={check.id} className="py-2.5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <time dateTime={check.at}>{formatInstant(new Date(check.at), locale)}</time>
            <Badge tone={check.violations.length > 0 ? 'bad' : 'good'}>
              {check.violations.length > 0
                ? t('violations', { count: check.violations.length })
                : t('clean')}
            </Badge>
            <span className="text-sm text-ink-soft tabular-nums">
              {t('check_facts', { accounts: check.accounts, rows: check.rows })}
            </span>
          </p>
          {check.violations.map((violation) => (
            <p
              key={`${violation.rule}:${violation.userId}:${violation.detail}`}
              className="mt-1 rounded-control bg-bad-soft px-3 py-1.5 text-sm break-all"
            >
              <code>
                {violation.rule}: {violation.detail} ({violation.userId})
              </code>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
