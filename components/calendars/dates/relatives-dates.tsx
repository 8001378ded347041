'use client';

import { CalendarPlus, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useAttempt } from '@/components/calendars/sharing/use-attempt';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, Input } from '@/components/ui/field';
import { DATE_TEXT_MAX, type OwnDate } from '@/lib/calendars/document';
import { emptyDraft, whenOf } from './date-draft';
import { useDateWords } from './date-words';
import { DayFields, KindField } from './day-fields';

const CONTRIBUTOR_MAX = 60;

type Added = Pick<OwnDate, 'text' | 'kind' | 'when'> & { id: string; ticket: string };

/** What a relative does: says who they are once, then one date after another. They see what they added themselves. */
export function RelativesDates({ linkKey }: { linkKey: string }) {
  const t = useTranslations('dates.relatives');
  const words = useTranslations('calendars.dates');
  const { attempt, isPending } = useAttempt();
  const [contributor, setContributor] = useState('');
  const [draft, setDraft] = useState(() => emptyDraft(1));
  const [wasSent, setSent] = useState(false);
  const [added, setAdded] = useState<readonly Added[]>([]);
  const nameField = useRef<HTMLInputElement>(null);
  const textField = useRef<HTMLInputElement>(null);
  const path = `/api/invited/${linkKey}/dates`;

  const text = draft.text.trim();
  const who = contributor.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    const when = whenOf(draft);
    if (who === '') nameField.current?.focus();
    else if (text === '') textField.current?.focus();
    if (who === '' || text === '' || !when) return;
    const said = { text, kind: draft.kind, when };
    attempt(async () => {
      const stored = await callApi<{ id: string; ticket: string }>('POST', path, {
        contributor: who,
        ...said,
      });
      setAdded((before) => [
        ...before.filter(({ id }) => id !== stored.id),
        { ...said, ...stored },
      ]);
      setDraft({ ...emptyDraft(draft.month), kind: draft.kind });
      setSent(false);
      textField.current?.focus();
    });
  };

  const takeBack = ({ id, ticket }: Added) =>
    attempt(async () => {
      await callApi('DELETE', `${path}/${id}`, { ticket });
      setAdded((before) => before.filter((one) => one.id !== id));
    });

  return (
    <div className="flex flex-col gap-8">
      <Card>
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <Field
            label={t('who')}
            hint={t('who_hint')}
            error={wasSent && who === '' ? t('who_needed') : undefined}
          >
            {(props) => (
              <Input
                {...props}
                ref={nameField}
                value={contributor}
                maxLength={CONTRIBUTOR_MAX}
                autoComplete="name"
                onChange={(event) => setContributor(event.target.value)}
              />
            )}
          </Field>
          <hr className="border-line" />
          <KindField
            draft={draft}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          />
          <Field
            label={t(`text_${draft.kind}`)}
            error={wasSent && text === '' ? t('text_needed') : undefined}
          >
            {(props) => (
              <Input
                {...props}
                ref={textField}
                value={draft.text}
                maxLength={DATE_TEXT_MAX}
                autoComplete="off"
                placeholder={words(`placeholder_${draft.kind}`)}
                onChange={(event) => {
                  const value = event.target.value;
                  setDraft((before) => ({ ...before, text: value }));
                }}
              />
            )}
          </Field>
          <DayFields
            draft={draft}
            wasSent={wasSent}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          />
          <Button type="submit" size="lg" pending={isPending} className="w-full sm:self-start">
            <CalendarPlus />
            {t(added.length > 0 ? 'add_another' : 'add')}
          </Button>
        </form>
      </Card>
      <AddedDates added={added} isPending={isPending} onTakeBack={takeBack} />
    </div>
  );
}

function AddedDates({
  added,
  isPending,
  onTakeBack,
}: {
  added: readonly Added[];
  isPending: boolean;
  onTakeBack: (date: Added) => void;
}) {
  const t = useTranslations('dates.relatives');
  const kinds = useTranslations('calendars.dates.kinds');
  const dateWords = useDateWords();
  return (
    <div aria-live="polite">
      {added.length > 0 ? (
        <section aria-labelledby="added-title">
          <h2 id="added-title" className="flex items-center gap-2.5 text-2xl">
            <CircleCheck aria-hidden="true" className="size-6 text-good" />
            {t('added', { count: added.length })}
          </h2>
          <p className="mt-1 text-ink-soft">{t('added_hint')}</p>
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {added.map((date) => (
              <li key={date.id} className="flex items-center gap-3 py-2.5">
                <div className="min-w-0 flex-1">
                  <p className="break-words">{date.text}</p>
                  <p className="text-sm text-ink-soft">
                    {kinds(date.kind)} · {dateWords(date)}
                  </p>
                </div>
                <Button
                  variant="ghost"
                  size="sm"
                  disabled={isPending}
                  aria-label={t('take_back_one', { text: date.text })}
                  onClick={() => onTakeBack(date)}
                >
                  {t('take_back')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
