'use client';

import { Copy, ExternalLink, Link2, Unlink } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox, Field, Input, Select } from '@/components/ui/field';
import { Spinner } from '@/components/ui/spinner';
import { useToast } from '@/components/ui/toast';
import type { ShareView } from '@/lib/calendars/sharing/present';
import { SHARE_DAYS } from '@/lib/calendars/sharing/schema';
import { useAttempt } from './use-attempt';
import { useShares } from './use-shares';

/** Makes and ends the links by which others look at a calendar. */
export function ShareDialog({
  calendarId,
  open,
  onOpenChange,
}: {
  calendarId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('sharing');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('lead')}
      closeLabel={t('close')}
    >
      {open ? <ShareLinks calendarId={calendarId} /> : null}
    </Dialog>
  );
}

function ShareLinks({ calendarId }: { calendarId: string }) {
  const t = useTranslations('sharing');
  const { state, refresh, path } = useShares(calendarId, false);
  const { attempt, isPending } = useAttempt();
  const [days, setDays] = useState<number>(30);
  const [mayComment, setMayComment] = useState(true);
  const create = () =>
    attempt(async () => {
      await callApi('POST', `${path}/shares`, { days, mayComment });
      await refresh();
    });
  const end = (share: ShareView) =>
    attempt(async () => {
      await callApi('DELETE', `${path}/shares/${share.id}`);
      await refresh();
    });
  return (
    <div className="flex flex-col gap-6">
      {state === null ? (
        <Spinner className="self-center text-accent" />
      ) : state.shares.length === 0 ? null : (
        <ul className="flex flex-col gap-4">
          {state.shares.map((share) => (
            <OpenLink key={share.id} share={share} isPending={isPending} onEnd={() => end(share)} />
          ))}
        </ul>
      )}
      <div className="flex flex-col gap-3 rounded-card bg-linen p-4">
        <Field label={t('days')}>
          {(props) => (
            <Select
              {...props}
              value={days}
              onChange={(event) => setDays(Number(event.target.value))}
            >
              {SHARE_DAYS.map((count) => (
                <option key={count} value={count}>
                  {t('days_count', { count })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Checkbox
          label={t('may_comment')}
          checked={mayComment}
          onChange={(event) => setMayComment(event.target.checked)}
        />
        <Button className="self-start" pending={isPending} onClick={create}>
          <Link2 />
          {t('create')}
        </Button>
      </div>
      <p className="text-sm text-ink-soft">{t('privacy')}</p>
    </div>
  );
}

function OpenLink({
  share,
  isPending,
  onEnd,
}: {
  share: ShareView;
  isPending: boolean;
  onEnd: () => void;
}) {
  const t = useTranslations('sharing');
  const format = useFormatter();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(share.url);
    toast(t('copied'), 'good');
  };
  return (
    <li className="flex flex-col gap-2">
      <div className="flex gap-2">
        <Input
          readOnly
          aria-label={t('link')}
          value={share.url}
          className="min-w-0 flex-1 text-sm"
          onFocus={(event) => event.target.select()}
        />
        <Button
          variant="secondary"
          size="icon"
          aria-label={t('copy')}
          title={t('copy')}
          onClick={() => {
            copy().catch(() => toast(t('copy_failed'), 'bad'));
          }}
        >
          <Copy />
        </Button>
        <a
          href={share.url}
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
        <span>
          {t('until', { date: format.dateTime(new Date(share.expiresAt), { dateStyle: 'long' }) })}
          {' · '}
          {t(share.mayComment ? 'comments_on' : 'comments_off')}
        </span>
        <Button variant="ghost" size="sm" disabled={isPending} onClick={onEnd}>
          <Unlink />
          {t('end')}
        </Button>
      </div>
    </li>
  );
}
