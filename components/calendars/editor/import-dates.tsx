'use client';

import { CircleAlert, FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { newDatesOf } from '@/lib/calendars/change-document';
import { decodeDatesFile } from '@/lib/calendars/dates-file/decode-text';
import type { ImportProblem } from '@/lib/calendars/dates-file/import-problems';
import { type CalendarDocument, DATES_MAX, type OwnDate } from '@/lib/calendars/document';
import { DATES_FILE_BYTES_MAX } from '@/lib/calendars/schema';
import { useDateWords } from './panels/dates-panel';

type Found = {
  dates: OwnDate[];
  problems: ImportProblem[];
};

const PROBLEMS_SHOWN = 20;

/** Reads an .ics or .csv file, shows what is in it and what could not be read, and adds what is ticked. */
export function ImportDates({
  document,
  onAdd,
  onCancel,
}: {
  document: CalendarDocument;
  onAdd: (dates: OwnDate[]) => void;
  onCancel: () => void;
}) {
  const t = useTranslations('calendars.import');
  const words = useErrorMessage();
  const input = useRef<HTMLInputElement>(null);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());

  const read = async (file: File) => {
    setProblem(null);
    setFound(null);
    if (file.size > DATES_FILE_BYTES_MAX) {
      setProblem(words({ code: 'request.too_large', params: {} }));
      return;
    }
    setReading(true);
    try {
      const text = decodeDatesFile(new Uint8Array(await file.arrayBuffer()));
      if (text === null) {
        setProblem(t('reasons.unreadable'));
        return;
      }
      const body = { text, from: document.from };
      setFound(await callApi<Found>('POST', '/api/calendars/import-dates', body));
      setLeft(new Set());
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(words(error.problem));
    } finally {
      setReading(false);
    }
  };

  const sorted = found ? newDatesOf(document, found.dates) : null;
  const room = DATES_MAX - document.dates.length;
  const chosen = sorted?.fresh.filter(({ id }) => !left.has(id)).slice(0, room) ?? [];
  return (
    <div className="flex flex-col gap-4">
      <input
        ref={input}
        type="file"
        accept=".ics,.csv,text/calendar,text/csv"
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) read(file).catch(reportError);
        }}
      />
      <p className="text-sm text-ink-soft">{t('formats')}</p>
      <Button
        variant={sorted ? 'secondary' : 'primary'}
        pending={isReading}
        className="self-start"
        onClick={() => input.current?.click()}
      >
        <FileUp />
        {t(sorted ? 'choose_other' : 'choose')}
      </Button>
      <div aria-live="polite" className="flex flex-col gap-4">
        {problem ? (
          <p className="flex items-start gap-2 text-sm text-bad">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {problem}
          </p>
        ) : null}
        {sorted && found ? (
          <>
            <p className="font-medium">{t('found', { count: sorted.fresh.length })}</p>
            {sorted.known.length > 0 ? (
              <p className="text-sm text-ink-soft">{t('known', { count: sorted.known.length })}</p>
            ) : null}
            {sorted.fresh.length > room ? (
              <p className="text-sm text-warn">{t('too_many', { room })}</p>
            ) : null}
            <FoundDates dates={sorted.fresh} left={left} onLeft={setLeft} />
            {found.problems.length > 0 ? <Problems problems={found.problems} /> : null}
          </>
        ) : null}
      </div>
      <div className="flex justify-end gap-2">
        <Button variant="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => onAdd(chosen)}>
          {t('add', { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
}

function FoundDates({
  dates,
  left,
  onLeft,
}: {
  dates: readonly OwnDate[];
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
}) {
  const dateWords = useDateWords();
  if (dates.length === 0) return null;
  return (
    <ul className="max-h-64 divide-y divide-line overflow-y-auto rounded-control border border-line px-3">
      {dates.map((date) => (
        <li key={date.id}>
          <Checkbox
            checked={!left.has(date.id)}
            onChange={(event) => {
              const next = new Set(left);
              if (event.target.checked) next.delete(date.id);
              else next.add(date.id);
              onLeft(next);
            }}
            label={
              <>
                {date.text}
                <span className="block text-xs text-ink-soft">{dateWords(date)}</span>
              </>
            }
          />
        </li>
      ))}
    </ul>
  );
}

function Problems({ problems }: { problems: Found['problems'] }) {
  const t = useTranslations('calendars.import');
  return (
    <details className="rounded-control bg-warn-soft px-3.5 py-2.5 text-sm">
      <summary className="font-medium text-warn">
        {t('problems', { count: problems.length })}
      </summary>
      <ul className="mt-2 flex flex-col gap-1">
        {problems.slice(0, PROBLEMS_SHOWN).map(({ line, reason, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and one line may have a problem twice
          <li key={index} className="break-words">
            {line > 0 ? `${t('line', { line })}: ` : ''}
            {t(`reasons.${reason}`)}
            {text ? <q className="ml-1 text-ink-soft">{text}</q> : null}
          </li>
        ))}
        {problems.length > PROBLEMS_SHOWN ? (
          <li>{t('more_problems', { count: problems.length - PROBLEMS_SHOWN })}</li>
        ) : null}
      </ul>
    </details>
  );
}
