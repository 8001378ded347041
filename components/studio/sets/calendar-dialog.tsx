'use client';

import { CalendarPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { MonthField } from '@/components/calendars/month-field';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { useErrorMessage } from '@/components/use-error-message';
import type { FormatId } from '@/lib/calendars/document';
import type { YearMonth } from '@/lib/core/plain-date';
import type { JobView } from '@/lib/studio/generation-view';
import { MONTH_FORMAT_IDS } from '@/lib/studio/job-settings';

type Props = {
  job: JobView;
  missing: readonly string[];
  defaultFrom: YearMonth;
  calendars: readonly { id: string; title: string }[];
};

/** "Make a calendar of this": asks only what it cannot know, and opens the editor. */
export function CalendarDialog({
  isOpen,
  onClose,
  ...props
}: Props & { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('sets.calendar');
  // Outlives the questions: whoever closes and opens the dialog meanwhile does not make a second calendar.
  const isSent = useRef(false);
  const [isPending, setIsPending] = useState(false);
  const once = async (make: () => Promise<boolean>) => {
    if (isSent.current) return;
    isSent.current = true;
    setIsPending(true);
    let isMade = false;
    try {
      isMade = await make();
    } finally {
      // Stays pending until the editor is there.
      if (!isMade) {
        isSent.current = false;
        setIsPending(false);
      }
    }
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open && !isPending) onClose();
      }}
      title={t('title')}
      description={t('text')}
      closeLabel={t('close')}
    >
      {isOpen ? <Questions {...props} isPending={isPending} once={once} /> : null}
    </Dialog>
  );
}

function Questions({
  job,
  missing,
  defaultFrom,
  calendars,
  isPending,
  once,
}: Props & { isPending: boolean; once: (make: () => Promise<boolean>) => Promise<void> }) {
  const t = useTranslations('sets.calendar');
  const tf = useTranslations('calendars.formats');
  const words = useErrorMessage();
  const router = useRouter();
  const { settings } = job;
  const [into, setInto] = useState<'new' | 'existing'>('new');
  const [from, setFrom] = useState(defaultFrom);
  const [formatId, setFormatId] = useState<FormatId>(settings.formatId);
  const [calendarId, setCalendarId] = useState(calendars[0]?.id ?? '');
  const [failure, setFailure] = useState<string | null>(null);
  const make = async () => {
    setFailure(null);
    try {
      const made = await callApi<{ calendarId: string }>(
        'POST',
        `/api/studio/jobs/${job.id}/calendar`,
        into === 'new'
          ? { into, from, formatId, layoutId: settings.layoutId }
          : { into, calendarId },
      );
      router.push(`/calendars/${made.calendarId}`);
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFailure(words(error.problem));
      return false;
    }
  };
  return (
    <div className="flex flex-col gap-5">
      {missing.length > 0 ? (
        <Alert tone="fine">{t('missing', { months: missing.join(', ') })}</Alert>
      ) : null}
      {calendars.length > 0 ? (
        <Segments
          label={t('into')}
          value={into}
          options={[
            { value: 'new', label: t('new') },
            { value: 'existing', label: t('existing') },
          ]}
          onChange={setInto}
        />
      ) : null}
      {into === 'new' ? (
        <>
          <MonthField label={t('from')} value={from} onChange={setFrom} />
          <Field
            label={tf('label')}
            hint={formatId === settings.formatId ? t('format_fits') : t('format_crops')}
          >
            {(field) => (
              <Select
                {...field}
                value={formatId}
                onChange={(event) => setFormatId(event.target.value as FormatId)}
              >
                {MONTH_FORMAT_IDS.map((id) => (
                  <option key={id} value={id}>
                    {tf(`${id}.name`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </>
      ) : (
        <Field label={t('which')} hint={t('existing_hint')}>
          {(field) => (
            <Select
              {...field}
              value={calendarId}
              onChange={(event) => setCalendarId(event.target.value)}
            >
              {calendars.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {failure ? <Alert tone="bad">{failure}</Alert> : null}
      <Button size="lg" pending={isPending} onClick={() => void once(make)}>
        <CalendarPlus aria-hidden="true" />
        {into === 'new' ? t('make') : t('put')}
      </Button>
    </div>
  );
}
