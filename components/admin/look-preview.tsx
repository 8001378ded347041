'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';

const DELAY_MS = 350;

/** What is wrong with a look, by field: "palette.muted" is "low_contrast". */
export type LookProblems = Readonly<Record<string, string>>;

/**
 * Draws a look while it is edited. What cannot be drawn keeps the last drawing that could, and says which fields are
 * wrong.
 * @param body of the preview route; drawn anew when its JSON changes
 */
export function LookPreview({
  body,
  onProblems,
}: {
  body: object;
  onProblems: (problems: LookProblems) => void;
}) {
  const t = useTranslations('admin.looks');
  const [pages, setPages] = useState<readonly string[]>([]);
  const [isDrawing, setDrawing] = useState(true);
  const json = JSON.stringify(body);
  useEffect(() => {
    const controller = new AbortController();
    setDrawing(true);
    const timer = setTimeout(() => {
      callApi<{ pages: string[] }>('POST', '/api/admin/looks/preview', JSON.parse(json), {
        signal: controller.signal,
      })
        .then(
          (drawn) => {
            setPages(drawn.pages);
            onProblems({});
          },
          (error: unknown) => {
            if (controller.signal.aborted) return;
            if (!(error instanceof ApiProblem)) throw error;
            onProblems(error.problem.fields);
          },
        )
        .finally(() => {
          if (!controller.signal.aborted) setDrawing(false);
        })
        .catch(reportError);
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [json, onProblems]);
  return (
    <section aria-label={t('preview')} className="relative">
      {isDrawing ? <Spinner className="absolute top-2 right-2 z-10 size-5 text-accent" /> : null}
      <div className={classes('grid grid-cols-2 gap-4', isDrawing && 'opacity-80')}>
        {pages.map((svg, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the sample
            key={index}
            className="overflow-hidden bg-sheet shadow-sheet ring-1 ring-line [&>svg]:block [&>svg]:h-auto [&>svg]:w-full"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: painted by lib/print, which writes no text of a person
            dangerouslySetInnerHTML={{ __html: svg }}
          />
        ))}
      </div>
    </section>
  );
}
