'use client';

import { Check, MessageSquare, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePageName } from '@/components/calendars/use-page-name';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { CalendarDocument } from '@/lib/calendars/document';
import { printIndexOf } from '@/lib/calendars/page-plan';
import type { CommentView } from '@/lib/calendars/sharing/present';
import { CommentForm, CommentList } from './comment-thread';
import { useAttempt } from './use-attempt';
import { useShares } from './use-shares';

/** What others said about one's own calendar, with the number of what is still open. New ones come by themselves. */
export function CommentsButton({
  calendarId,
  document,
  onGo,
}: {
  calendarId: string;
  document: CalendarDocument;
  onGo: (printIndex: number) => void;
}) {
  const t = useTranslations('sharing.comments');
  const pageName = usePageName();
  const { state, refresh, path } = useShares(calendarId, true);
  const { attempt, isPending } = useAttempt();
  const [isOpen, setOpen] = useState(false);
  const comments = state?.comments ?? [];
  const openCount = comments.filter(({ isResolved, isOwner }) => !isResolved && !isOwner).length;
  const pages = [...new Set(comments.map(({ pageIndex }) => pageIndex))].sort((a, b) => a - b);
  const change = (work: () => Promise<unknown>) =>
    attempt(async () => {
      await work();
      await refresh();
    });
  const say = (pageIndex: number, said: { author: string; text: string }) =>
    new Promise<boolean>((resolve) => {
      attempt(async () => {
        try {
          await callApi('POST', `${path}/comments`, { ...said, pageIndex });
          resolve(true);
        } catch (error) {
          resolve(false);
          throw error;
        }
        await refresh();
      });
    });
  const actions = (comment: CommentView) => (
    <>
      <Button
        variant="ghost"
        size="sm"
        disabled={isPending}
        onClick={() =>
          change(() =>
            callApi('PATCH', `${path}/comments/${comment.id}`, {
              isResolved: !comment.isResolved,
            }),
          )
        }
      >
        {comment.isResolved ? <RotateCcw /> : <Check />}
        {t(comment.isResolved ? 'reopen' : 'settle')}
      </Button>
      <Button
        variant="ghost"
        size="sm"
        disabled={isPending}
        onClick={() => change(() => callApi('DELETE', `${path}/comments/${comment.id}`))}
      >
        <Trash2 />
        {t('remove')}
      </Button>
    </>
  );
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        className="relative"
        aria-label={t('button', { count: openCount })}
        title={t('title')}
        onClick={() => setOpen(true)}
      >
        <MessageSquare />
        {openCount > 0 ? (
          <span
            aria-hidden="true"
            className="absolute top-1 right-1 min-w-4.5 rounded-full bg-accent px-1 text-center text-[0.7rem] leading-4.5 text-white"
          >
            {openCount}
          </span>
        ) : null}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={t('close')}>
        {pages.length === 0 ? <p className="text-ink-soft">{t('none_yet')}</p> : null}
        <div className="flex flex-col gap-7">
          {pages.map((pageIndex) => {
            const place = printIndexOf(document, pageIndex);
            return (
              <section key={pageIndex} className="flex flex-col gap-3">
                <h3 className="text-lg">
                  {place === null ? (
                    t('page_gone')
                  ) : (
                    <button
                      type="button"
                      className="underline decoration-line-strong underline-offset-4 hover:decoration-accent"
                      onClick={() => {
                        onGo(place);
                        setOpen(false);
                      }}
                    >
                      {pageName(document, place)}
                    </button>
                  )}
                </h3>
                <CommentList
                  comments={comments.filter((comment) => comment.pageIndex === pageIndex)}
                  actions={actions}
                />
                {place === null ? null : (
                  <details>
                    <summary className="min-h-9 cursor-pointer py-1.5 text-sm text-accent-deep">
                      {t('answer')}
                    </summary>
                    <CommentForm
                      label={t('answer')}
                      isPending={isPending}
                      onSay={(said) => say(pageIndex, said)}
                    />
                  </details>
                )}
              </section>
            );
          })}
        </div>
      </Dialog>
      <span className="sr-only" aria-live="polite">
        {openCount > 0 ? t('button', { count: openCount }) : ''}
      </span>
    </>
  );
}
