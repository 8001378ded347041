'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { draftAmount, draftProblems, type GiftDraft, giftOf } from '@/components/gifts/gift-draft';
import { GiftFields } from '@/components/gifts/gift-fields';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { PlainDate } from '@/lib/core/plain-date';
import { useSend } from '../use-send';

/** Gives a certificate away, with a reason. */
export function IssueForm({ first, today }: { first: GiftDraft; today: PlainDate }) {
  const t = useTranslations('gifts.desk');
  const locale = useLocale();
  const router = useRouter();
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [draft, setDraft] = useState(first);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  // One filled form is one certificate, however often its button is pressed.
  const requestKey = useRef<string | null>(null);
  const amountMinor = draftAmount(draft);
  const problems = draftProblems(draft, today);

  async function issue(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (problems.length > 0 || amountMinor === null || reason.trim() === '') return;
    requestKey.current ??= crypto.randomUUID();
    const body = {
      ...giftOf(draft, amountMinor),
      reason,
      locale,
      requestKey: requestKey.current,
    };
    if (await send('POST', '/api/admin/certificates', body, t('issued'))) {
      router.push('/admin/certificates');
    }
  }

  return (
    <form noValidate onSubmit={issue} className="flex flex-col gap-8">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <GiftFields
        draft={draft}
        onChange={(change) => {
          requestKey.current = null;
          setDraft({ ...draft, ...change });
        }}
        problems={isChecked ? problems : []}
        today={today}
        isGivenAway
      />
      <Field
        label={t('reason')}
        hint={t('reason_hint')}
        error={isChecked && reason.trim() === '' ? t('reason_error') : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            name="reason"
            maxLength={500}
            value={reason}
            onChange={(event) => {
              requestKey.current = null;
              setReason(event.target.value);
            }}
          />
        )}
      </Field>
      <Button type="submit" pending={isPending} className="sm:self-start">
        {t('issue')}
      </Button>
    </form>
  );
}
