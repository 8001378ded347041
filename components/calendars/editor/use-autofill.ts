'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import { CalendarDocumentSchema } from '@/lib/calendars/document';
import { useEditor } from './editor-context';

/** Puts photos into the empty slots, as one step that undo takes back. */
export function useAutofill(): { run: () => void; isPending: boolean } {
  const t = useTranslations('calendars.photos');
  const toast = useToast();
  const words = useErrorMessage();
  const { document, change } = useEditor();
  const [isPending, setPending] = useState(false);
  const run = async () => {
    setPending(true);
    try {
      const answer = await callApi<{ document: unknown }>('POST', '/api/calendars/autofill', {
        document,
      });
      const filled = CalendarDocumentSchema.parse(answer.document);
      change('autofill', (before) => ({ ...before, cover: filled.cover, pages: filled.pages }));
      toast(t('filled'), 'good');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast(words(error.problem), 'bad');
    } finally {
      setPending(false);
    }
  };
  return {
    isPending,
    run: () => {
      run().catch(reportError);
    },
  };
}
