'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { usePageName } from '@/components/calendars/use-page-name';
import { callApi } from '@/components/call-api';
import { AiNote } from '@/components/pictures/ai-badge';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import type { SharedCalendarView } from '@/lib/calendars/sharing/open-shared';
import type { CommentView } from '@/lib/calendars/sharing/present';
import { CommentForm, CommentList } from './comment-thread';
import { useAttempt } from './use-attempt';

const POLL_MS = 20_000;

/** What somebody sees who was sent a link: every page, watermarked, and what was said about each. */
export function SharedCalendar({
  linkKey,
  calendar,
}: {
  linkKey: string;
  calendar: SharedCalendarView;
}) {
  const t = useTranslations('sharing');
  const pageName = usePageName();
  const [current, setCurrent] = useState(0);
  const [version, setVersion] = useState(calendar.version);
  const [comments, setComments] = useState(calendar.comments);
  const path = `/api/shared/${linkKey}`;

  useEffect(() => {
    const timer = setInterval(() => {
      if (window.document.hidden) return;
      callApi<{ version: number; comments: CommentView[] }>('GET', `${path}/comments`)
        .then((news) => {
          setVersion(news.version);
          setComments(news.comments);
        })
        // The next time may go better; what is on the screen stays.
        .catch(() => undefined);
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [path]);

  const aspect = calendar.trim.widthMm / calendar.trim.heightMm;
  const last = calendar.pages.length - 1;
  const page = calendar.pages[current];
  const name = pageName(calendar, current);
  const counts = useMemo(() => {
    const byPage = new Map<number, number>();
    for (const { pageIndex } of comments) {
      byPage.set(pageIndex, (byPage.get(pageIndex) ?? 0) + 1);
    }
    return byPage;
  }, [comments]);
  const source = (index: number, size: 'page' | 'thumb') =>
    `${path}/pages/${index}?size=${size}&v=${version}`;

  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section aria-label={t('pages')} className="flex min-w-0 flex-col gap-4">
        <div className="flex items-center justify-center gap-2">
          <Button
            variant="ghost"
            size="icon"
            aria-label={t('previous')}
            disabled={current === 0}
            onClick={() => setCurrent(current - 1)}
          >
            <ChevronLeft />
          </Button>
          <p aria-live="polite" className="min-w-44 text-center font-display text-xl">
            {name}
          </p>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t('next')}
            disabled={current === last}
            onClick={() => setCurrent(current + 1)}
          >
            <ChevronRight />
          </Button>
        </div>
        <div className="flex justify-center rounded-card bg-linen p-3 sm:p-6">
          {/* biome-ignore lint/performance/noImgElement: a private page never passes through an image optimiser */}
          <img
            key={current}
            src={source(current, 'page')}
            alt={t('page_alt', { page: name })}
            className="max-h-[75dvh] w-auto max-w-full bg-sheet shadow-float"
            style={{ aspectRatio: String(aspect) }}
          />
        </div>
        <ol className="flex gap-2 overflow-x-auto pb-2">
          {calendar.pages.map(({ pageIndex }, index) => {
            const count = pageIndex === null ? 0 : (counts.get(pageIndex) ?? 0);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the calendar
              <li key={index} className="shrink-0">
                <button
                  type="button"
                  aria-current={index === current ? 'page' : undefined}
                  aria-label={
                    count > 0
                      ? t('page_with_comments', { page: pageName(calendar, index), count })
                      : pageName(calendar, index)
                  }
                  onClick={() => setCurrent(index)}
                  className={classes(
                    'relative block rounded-sm p-1',
                    index === current ? 'bg-accent-soft ring-2 ring-accent' : 'hover:bg-linen',
                  )}
                >
                  {/* biome-ignore lint/performance/noImgElement: a private page never passes through an image optimiser */}
                  <img
                    src={source(index, 'thumb')}
                    alt=""
                    loading="lazy"
                    className="h-20 w-auto bg-sheet shadow-sheet"
                    style={{ aspectRatio: String(aspect) }}
                  />
                  {count > 0 ? (
                    <span className="absolute top-0 right-0 min-w-5 rounded-full bg-accent px-1 text-center text-xs leading-5 text-white">
                      {count}
                    </span>
                  ) : null}
                </button>
              </li>
            );
          })}
        </ol>
        <AiNote count={calendar.aiPictures} className="justify-center" />
      </section>
      {calendar.mayComment ? (
        <Comments
          key={page?.pageIndex ?? 'none'}
          path={path}
          pageIndex={page?.pageIndex ?? null}
          pageTitle={name}
          comments={comments.filter(({ pageIndex }) => pageIndex === page?.pageIndex)}
          onSaid={(comment) => setComments((before) => [...before, comment])}
        />
      ) : null}
    </div>
  );
}

function Comments({
  path,
  pageIndex,
  pageTitle,
  comments,
  onSaid,
}: {
  path: string;
  pageIndex: number | null;
  pageTitle: string;
  comments: readonly CommentView[];
  onSaid: (comment: CommentView) => void;
}) {
  const t = useTranslations('sharing.comments');
  const { attempt, isPending } = useAttempt();
  return (
    <section aria-label={t('title')} className="flex flex-col gap-4">
      <h2 className="text-2xl">{t('about', { page: pageTitle })}</h2>
      {pageIndex === null ? (
        <p className="text-ink-soft">{t('not_here')}</p>
      ) : (
        <>
          {comments.length === 0 ? (
            <p className="text-ink-soft">{t('none')}</p>
          ) : (
            <CommentList comments={comments} />
          )}
          <CommentForm
            label={t('title')}
            isPending={isPending}
            onSay={(said) =>
              new Promise((resolve) => {
                attempt(async () => {
                  try {
                    onSaid(
                      await callApi<CommentView>('POST', `${path}/comments`, {
                        ...said,
                        pageIndex,
                      }),
                    );
                    resolve(true);
                  } catch (error) {
                    resolve(false);
                    throw error;
                  }
                });
              })
            }
          />
        </>
      )}
    </section>
  );
}
