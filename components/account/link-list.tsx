'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/call-api';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import type { LinkView } from '@/lib/accounts/links/list-links';
import { FormProblem } from './form-problem';
import { goToService } from './link-buttons';
import { ServiceMark } from './service-mark';
import { useSubmit } from './use-submit';

export type LinkRow = LinkView & {
  /** The day since when, in words; empty where nothing is connected. */
  sinceText: string;
};

/** The accounts elsewhere, each with the one thing that can be done about it. */
export function LinkList({ links }: { links: readonly LinkRow[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {links.map((row) => (
        <li key={row.provider}>
          <Card className="flex flex-wrap items-center gap-x-5 gap-y-4">
            <ServiceMark provider={row.provider} />
            <LinkText row={row} />
            {row.link ? <Disconnect row={row} link={row.link} /> : <Connect row={row} />}
          </Card>
        </li>
      ))}
    </ul>
  );
}

function useServiceName({ provider }: LinkRow): string {
  const t = useTranslations('links.page');
  return t(provider === 'GOOGLE' ? 'google' : 'telegram');
}

function LinkText({ row }: { row: LinkRow }) {
  const t = useTranslations('links.page');
  const name = useServiceName(row);
  const { link } = row;
  return (
    <div className="min-w-0 flex-1 basis-52">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xl">
        {name}
        {link ? <Badge tone="good">{t('connected')}</Badge> : null}
      </h2>
      {link ? (
        <p className="text-ink-soft [overflow-wrap:anywhere]">
          {[link.label, t('since', { date: row.sinceText })].filter(Boolean).join(' · ')}
        </p>
      ) : (
        <p className="text-ink-soft">
          {t(row.provider === 'GOOGLE' ? 'google_text' : 'telegram_text')}
        </p>
      )}
      {link?.isLastWayIn ? <p className="mt-2 text-sm text-ink-soft">{t('last_way_in')}</p> : null}
    </div>
  );
}

function Connect({ row }: { row: LinkRow }) {
  const t = useTranslations('links.page');
  const name = useServiceName(row);
  const { isPending, submit, message } = useSubmit();
  return (
    <>
      <Button
        pending={isPending}
        aria-label={t('connect_label', { service: name })}
        onClick={() =>
          submit(() => goToService(row.provider, '/account/links'), { leavesPage: true })
        }
      >
        {t('connect')}
      </Button>
      {message ? (
        <div className="basis-full">
          <FormProblem message={message} />
        </div>
      ) : null}
    </>
  );
}

function Disconnect({ row, link }: { row: LinkRow; link: NonNullable<LinkView['link']> }) {
  const t = useTranslations('links.page');
  const name = useServiceName(row);
  const router = useRouter();
  const { isPending, submit, message } = useSubmit();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('disconnect_title', { service: name })}
      description={t('disconnect_question')}
      closeLabel={t('keep')}
      trigger={
        <Button
          variant="secondary"
          disabled={link.isLastWayIn}
          aria-label={t('disconnect_label', { service: name })}
        >
          {t('disconnect')}
        </Button>
      }
    >
      <FormProblem message={message} />
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <DialogClose asChild>
          <Button variant="secondary">{t('keep')}</Button>
        </DialogClose>
        <Button
          variant="danger"
          pending={isPending}
          onClick={() =>
            submit(() => callApi('DELETE', `/api/links/connected/${link.id}`), {
              onDone: () => {
                setIsOpen(false);
                router.refresh();
              },
            })
          }
        >
          {t('disconnect')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Opens the bot's chat and connects it: a link for this person, made when it is asked for. */
export function ChatCard({ isOpen }: { isOpen: boolean }) {
  const t = useTranslations('links.page');
  const { isPending, submit, message } = useSubmit();
  return (
    <Card className="flex flex-wrap items-center gap-x-5 gap-y-4">
      <div className="min-w-0 flex-1 basis-52">
        <h2 className="text-xl">{t('chat')}</h2>
        <p className="text-ink-soft">{t(isOpen ? 'chat_open' : 'chat_text')}</p>
      </div>
      <Button
        variant="secondary"
        pending={isPending}
        onClick={() =>
          submit(
            async () => {
              const { url } = await callApi<{ url: string }>('POST', '/api/telegram/start-link');
              window.location.assign(url);
            },
            { leavesPage: true },
          )
        }
      >
        {t('open_chat')}
      </Button>
      {message ? (
        <div className="basis-full">
          <FormProblem message={message} />
        </div>
      ) : null}
    </Card>
  );
}
