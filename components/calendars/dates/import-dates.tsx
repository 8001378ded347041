'use client';

import { CircleAlert, FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { sameDate } from '@/lib/calendars/date-book/same-date';
import { decodeDatesFile } from '@/lib/calendars/dates-file/decode-text';
import type { ImportProblem } from '@/lib/calendars/dates-file/import-problems';
import type { OwnDate } from '@/lib/calendars/document';
import { DATES_FILE_BYTES_MAX } from '@/lib/calendars/schema';
import type { DateFrame } from './date-form';
import { FoundDates } from './found-dates';

type Found = {
  dates: OwnDate[];
  problems: ImportProblem[];
};

const PROBLEMS_SHOWN = 20;

/** Reads a file of dates, shows what is in it and what could not be read, and adds what is ticked. */
export function ImportDates({
  calendar,
  known,
  room,
  offersKeeping = false,
  isPending = false,
  onAdd,
  onCancel,
}: {
  calendar: DateFrame;
  /** Dates that are there already. */
  known: readonly OwnDate[];
  /** How many more fit. */
  room: number;
  offersKeeping?: boolean;
  isPending?: boolean;
  onAdd: (dates: OwnDate[], areKept: boolean) => void;
  onCancel: () => void;
}) {
  const t = useTranslations('calendars.import');
  const own = useTranslations('dates');
  const words = useErrorMessage();
  const input = useRef<HTMLInputElement>(null);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [areKept, setKept] = useState(offersKeeping);

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
      const body = { text, from: calendar.from };
      setFound(await callApi<Found>('POST', '/api/calendars/import-dates', body));
      setLeft(new Set());
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(words(error.problem));
    } finally {
      setReading(false);
    }
  };

  const there = new Set(known.map(sameDate));
  const old = new Set(
    found?.dates.filter((date) => there.has(sameDate(date))).map(({ id }) => id) ?? [],
  );
  const fresh = found?.dates.filter(({ id }) => !old.has(id)) ?? [];
  const wanted = fresh.filter(({ id }) => !left.has(id));
  const chosen = wanted.slice(0, room);
  return (
    <div className="flex flex-col gap-4">
      <input
        ref={input}
        type="file"
        accept=".ics,.csv,.vcf,text/calendar,text/csv,text/vcard"
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
        variant={found ? 'secondary' : 'primary'}
        pending={isReading}
        className="self-start"
        onClick={() => input.current?.click()}
      >
        <FileUp />
        {t(found ? 'choose_other' : 'choose')}
      </Button>
      <div aria-live="polite" className="flex flex-col gap-4">
        {problem ? (
          <p className="flex items-start gap-2 text-sm text-bad">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {problem}
          </p>
        ) : null}
        {found ? (
          <>
            <p className="font-medium">{t('found', { count: fresh.length })}</p>
            <FoundDates
              label={own('preview.found')}
              dates={found.dates}
              known={old}
              left={left}
              calendar={calendar}
              onLeft={setLeft}
            />
            {wanted.length > room ? (
              <p className="text-sm text-warn">{t('too_many', { room })}</p>
            ) : null}
            {found.problems.length > 0 ? <Problems problems={found.problems} /> : null}
          </>
        ) : null}
      </div>
      {offersKeeping && chosen.length > 0 ? (
        <Checkbox
          checked={areKept}
          onChange={(event) => setKept(event.target.checked)}
          label={own('keep')}
        />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button variant="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button
          disabled={chosen.length === 0}
          pending={isPending}
          onClick={() => onAdd(chosen, areKept)}
        >
          {t('add', { count: chosen.length })}
        </Button>
      </div>
    </div>
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
