'use client';

import { Copy, ExternalLink, Link2, Unlink } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/components/calendars/sharing/use-attempt';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { InviteView } from '@/lib/calendars/date-book/present';
import { INVITE_DAYS } from '@/lib/calendars/date-book/schema';

const TITLE_MAX = 60;

/** Makes, shows and ends the links by which relatives add dates to one's date book. */
export function DateInvites({
  invites,
  calendars,
  onChanged,
}: {
  invites: readonly InviteView[];
  calendars: readonly { id: string; title: string }[];
  onChanged: () => Promise<void>;
}) {
  const t = useTranslations('dates.invites');
  const toast = useToast();
  const { attempt, isPending } = useAttempt();
  const [title, setTitle] = useState('');
  const [days, setDays] = useState<number>(INVITE_DAYS[0]);
  const [calendarId, setCalendarId] = useState('');
  const [wasSent, setSent] = useState(false);

  const create = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (title.trim() === '') return;
    attempt(async () => {
      const body = { title: title.trim(), days, calendarId: calendarId || null };
      await callApi('POST', '/api/date-invites', body);
      await onChanged();
      setTitle('');
      setSent(false);
    });
  };
  const end = (id: string) =>
    attempt(async () => {
      await callApi('DELETE', `/api/date-invites/${id}`);
      await onChanged();
      toast(t('ended'));
    });

  return (
    <div className="flex flex-col gap-6">
      {invites.length > 0 ? (
        <ul className="flex flex-col gap-5">
          {invites.map((invite) => (
            <OpenInvite
              key={invite.id}
              invite={invite}
              calendarTitle={calendars.find(({ id }) => id === invite.calendarId)?.title ?? null}
              isPending={isPending}
              onEnd={() => end(invite.id)}
            />
          ))}
        </ul>
      ) : null}
      <form onSubmit={create} noValidate className="flex flex-col gap-4 rounded-card bg-linen p-4">
        <Field
          label={t('name')}
          error={wasSent && title.trim() === '' ? t('name_needed') : undefined}
        >
          {(props) => (
            <Input
              {...props}
              value={title}
              maxLength={TITLE_MAX}
              autoComplete="off"
              placeholder={t('name_placeholder')}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
          <Field label={t('days')}>
            {(props) => (
              <Select
                {...props}
                value={days}
                onChange={(event) => setDays(Number(event.target.value))}
              >
                {INVITE_DAYS.map((count) => (
                  <option key={count} value={count}>
                    {t('days_count', { count })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {calendars.length > 0 ? (
            <Field label={t('calendar')} hint={calendarId ? t('calendar_hint') : undefined}>
              {(props) => (
                <Select
                  {...props}
                  value={calendarId}
                  onChange={(event) => setCalendarId(event.target.value)}
                >
                  <option value="">{t('no_calendar')}</option>
                  {calendars.map(({ id, title: name }) => (
                    <option key={id} value={id}>
                      {name || t('untitled')}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ) : null}
        </div>
        <Button type="submit" className="self-start" pending={isPending}>
          <Link2 />
          {t('create')}
        </Button>
      </form>
    </div>
  );
}

function OpenInvite({
  invite,
  calendarTitle,
  isPending,
  onEnd,
}: {
  invite: InviteView;
  calendarTitle: string | null;
  isPending: boolean;
  onEnd: () => void;
}) {
  const t = useTranslations('dates.invites');
  const format = useFormatter();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(invite.url);
    toast(t('copied'), 'good');
  };
  const state = [
    t('received', { count: invite.dates }),
    t('until', { date: format.dateTime(new Date(invite.expiresAt), { dateStyle: 'long' }) }),
    ...(calendarTitle ? [calendarTitle] : []),
  ];
  return (
    <li className="flex flex-col gap-2">
      <p className="font-medium">{invite.title}</p>
      <div className="flex gap-2">
        <Input
          readOnly
          aria-label={t('link', { title: invite.title })}
          value={invite.url}
          className="min-w-0 flex-1 text-sm"
          onFocus={(event) => event.target.select()}
        />
        <Button
          variant="secondary"
          size="icon"
          className="shrink-0"
          aria-label={t('copy')}
          title={t('copy')}
          onClick={() => {
            copy().catch(() => toast(t('copy_failed'), 'bad'));
          }}
        >
          <Copy />
        </Button>
        <a
          href={invite.url}
          target="_blank"
          rel="noreferrer"
          aria-label={t('open')}
          title={t('open')}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-control border border-line-strong/60 hover:bg-linen"
        >
          <ExternalLink aria-hidden="true" className="size-5" />
        </a>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-ink-soft">
        <span>{state.join(' · ')}</span>
        <Button variant="ghost" size="sm" disabled={isPending} onClick={onEnd}>
          <Unlink />
          {t('end')}
        </Button>
      </div>
    </li>
  );
}
