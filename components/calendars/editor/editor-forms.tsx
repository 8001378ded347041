'use client';

import { useTranslations } from 'next-intl';
import { ChooseDates } from '@/components/calendars/dates/choose-dates';
import { DateForm } from '@/components/calendars/dates/date-form';
import { ImportDates } from '@/components/calendars/dates/import-dates';
import { keepInDateBook } from '@/components/calendars/dates/use-date-book';
import type { Library } from '@/components/calendars/use-library';
import { ApiProblem } from '@/components/call-api';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import { putDates } from '@/lib/calendars/change-document';
import { DATES_MAX, type OwnDate } from '@/lib/calendars/document';
import type { PlainDate } from '@/lib/core/plain-date';
import { useEditor } from './editor-context';

export type Form =
  | { kind: 'date'; date: OwnDate | null; day: PlainDate | null }
  | { kind: 'import' }
  | { kind: 'book' };

/** The dialogs of the editor: one date, many dates from a file, and those of the date book. */
export function EditorForms({
  form,
  photos,
  onClose,
}: {
  form: Form | null;
  photos: Library;
  onClose: () => void;
}) {
  const t = useTranslations('calendars');
  const book = useTranslations('dates.book');
  const toast = useToast();
  const words = useErrorMessage();
  const { document, change, openPanel } = useEditor();
  const put = (name: 'dates' | 'import', dates: readonly OwnDate[]) => {
    const { leftOut } = putDates(document, dates);
    change(name, (before) => putDates(before, dates).document);
    if (leftOut > 0) toast(t('dates.full', { max: DATES_MAX }), 'warn');
    openPanel('dates');
    onClose();
  };
  // The calendar has the date in any case; the date book may be full or out of reach.
  const keep = (dates: readonly OwnDate[], source: 'OWN' | 'IMPORT') => {
    keepInDateBook(dates, source).catch((error: unknown) => {
      if (!(error instanceof ApiProblem)) throw error;
      toast(words(error.problem), 'bad');
    });
  };
  const title = {
    import: t('import.title'),
    book: book('choose_title'),
    date: t(form?.kind === 'date' && form.date ? 'dates.edit_title' : 'dates.add_title'),
  }[form?.kind ?? 'date'];
  return (
    <Dialog
      open={form !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      {...(form?.kind === 'book' ? { description: book('choose_lead') } : {})}
      closeLabel={t('dates.cancel')}
    >
      {form?.kind === 'date' ? (
        <DateForm
          calendar={document}
          photos={photos}
          initial={form.date}
          day={form.day}
          keep={form.date === null}
          onCancel={onClose}
          onSave={(date, isKept) => {
            put('dates', [date]);
            if (isKept) keep([date], 'OWN');
          }}
        />
      ) : null}
      {form?.kind === 'import' ? (
        <ImportDates
          calendar={document}
          known={document.dates}
          room={DATES_MAX - document.dates.length}
          offersKeeping
          onCancel={onClose}
          onAdd={(dates, areKept) => {
            put('import', dates);
            if (areKept) keep(dates, 'IMPORT');
          }}
        />
      ) : null}
      {form?.kind === 'book' ? (
        <ChooseDates
          calendar={document}
          present={document.dates}
          onCancel={onClose}
          onAdd={(dates) => put('dates', dates)}
        />
      ) : null}
    </Dialog>
  );
}
