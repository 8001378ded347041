'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { putDates } from '@/lib/calendars/change-document';
import { DATES_MAX, type OwnDate } from '@/lib/calendars/document';
import type { PlainDate } from '@/lib/core/plain-date';
import { DateForm } from './date-form';
import { useEditor } from './editor-context';
import { ImportDates } from './import-dates';

export type Form =
  | { kind: 'date'; date: OwnDate | null; day: PlainDate | null }
  | { kind: 'import' };

/** The dialogs of the editor: one date, and many dates from a file. */
export function EditorForms({ form, onClose }: { form: Form | null; onClose: () => void }) {
  const t = useTranslations('calendars');
  const toast = useToast();
  const { document, change, openPanel } = useEditor();
  const put = (name: 'dates' | 'import', dates: readonly OwnDate[]) => {
    const { leftOut } = putDates(document, dates);
    change(name, (before) => putDates(before, dates).document);
    if (leftOut > 0) toast(t('dates.full', { max: DATES_MAX }), 'warn');
    openPanel('dates');
    onClose();
  };
  const isImport = form?.kind === 'import';
  return (
    <Dialog
      open={form !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={isImport ? t('import.title') : t(form?.date ? 'dates.edit_title' : 'dates.add_title')}
      closeLabel={t('dates.cancel')}
    >
      {form?.kind === 'date' ? (
        <DateForm
          document={document}
          initial={form.date}
          day={form.day}
          onCancel={onClose}
          onSave={(date) => put('dates', [date])}
        />
      ) : null}
      {isImport ? (
        <ImportDates
          document={document}
          onCancel={onClose}
          onAdd={(dates) => put('import', dates)}
        />
      ) : null}
    </Dialog>
  );
}
