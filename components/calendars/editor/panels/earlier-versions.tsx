'use client';

import { History } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import { CalendarDocumentSchema } from '@/lib/calendars/document';
import type { VersionView } from '@/lib/calendars/list-versions';
import { INSTANT } from '@/lib/i18n/time-zone';
import { useEditor } from '../editor-context';

/** Saved states of the calendar. Going back to one is a step like any other, and undo takes it back. */
export function EarlierVersions() {
  const t = useTranslations('calendars.versions');
  const format = useFormatter();
  const toast = useToast();
  const words = useErrorMessage();
  const { calendarId, change } = useEditor();
  const [versions, setVersions] = useState<VersionView[] | null>(null);
  const [isPending, setPending] = useState(false);

  const run = (work: () => Promise<void>) => {
    setPending(true);
    work()
      .catch((error) => {
        if (!(error instanceof ApiProblem)) throw error;
        toast(words(error.problem), 'bad');
      })
      .finally(() => setPending(false))
      .catch(reportError);
  };
  const list = async () => {
    setVersions(await callApi<VersionView[]>('GET', `/api/calendars/${calendarId}/versions`));
  };
  const restore = async (version: number) => {
    const path = `/api/calendars/${calendarId}/versions/${version}`;
    const answer = await callApi<{ document: unknown }>('GET', path);
    const document = CalendarDocumentSchema.parse(answer.document);
    change('restore', () => document);
    toast(t('restored'), 'good');
  };

  return (
    <section aria-labelledby="versions" className="border-t border-line pt-5">
      <h3 id="versions" className="text-lg">
        {t('title')}
      </h3>
      <p className="mt-1 mb-3 text-sm text-ink-soft">{t('lead')}</p>
      {versions === null ? (
        <Button variant="secondary" size="sm" pending={isPending} onClick={() => run(list)}>
          <History />
          {t('show')}
        </Button>
      ) : (
        <ul className="max-h-72 divide-y divide-line overflow-y-auto border-y border-line">
          {versions.map(({ version, savedAt }) => (
            <li key={version} className="flex items-center justify-between gap-3 py-1.5 text-sm">
              {format.dateTime(new Date(savedAt), INSTANT)}
              <Button
                variant="ghost"
                size="sm"
                disabled={isPending}
                aria-label={t('back_to', { version })}
                onClick={() => run(() => restore(version))}
              >
                {t('back')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
