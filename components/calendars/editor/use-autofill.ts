'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import { CalendarDocumentSchema, type CalendarPage } from '@/lib/calendars/document';
import { sameContent } from '@/lib/core/same-content';
import { useEditor } from './editor-context';

/** Only what is empty, or every page that is not locked. */
type Fill = 'empty' | 'again';

/** Puts photos onto the pages, as one step that undo takes back. */
export function useAutofill(): { run: (fill: Fill) => void; pending: Fill | null } {
  const t = useTranslations('calendars.photos');
  const toast = useToast();
  const words = useErrorMessage();
  const { document, change } = useEditor();
  const [pending, setPending] = useState<Fill | null>(null);
  const run = async (fill: Fill) => {
    setPending(fill);
    try {
      const isAgain = fill === 'again';
      const answer = await callApi<{ document: unknown }>('POST', '/api/calendars/autofill', {
        document,
        isAgain,
      });
      const filled = CalendarDocumentSchema.parse(answer.document);
      // Pages that were changed while the answer was on its way, or are as they were, stay what they are.
      const take = (page: CalendarPage, asked?: CalendarPage, answered?: CalendarPage) =>
        page === asked && answered && !sameContent(page, answered) ? answered : page;
      change(isAgain ? 'refill' : 'autofill', (before) => ({
        ...before,
        cover: take(before.cover, document.cover, filled.cover),
        pages: before.pages.map((page, index) =>
          take(page, document.pages[index], filled.pages[index]),
        ),
      }));
      toast(t('filled'), 'good');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast(words(error.problem), 'bad');
    } finally {
      setPending(null);
    }
  };
  return {
    pending,
    run: (fill) => {
      run(fill).catch(reportError);
    },
  };
}
