'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { useSend } from '../use-send';

const LOOK_AGAIN_MS = 2000;

/** Compares a till's books with ours now. While a comparison runs, the page looks again by itself. */
export function CompareForm({
  providers,
  today,
  isRunning,
}: {
  providers: readonly string[];
  today: string;
  isRunning: boolean;
}) {
  const t = useTranslations('tills');
  const errorMessage = useErrorMessage();
  const router = useRouter();
  const { send, problem, isPending } = useSend();
  const [provider, setProvider] = useState(providers[0] ?? 'STRIPE');
  const [day, setDay] = useState(today);

  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isRunning, router]);

  async function compare(event: FormEvent) {
    event.preventDefault();
    const body = { provider, day: day === '' ? null : day };
    await send('POST', '/api/admin/tills/compare', body, t('compare_started'));
  }

  return (
    <form noValidate onSubmit={compare} className="flex flex-col gap-3">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('till')}>
          {(control) => (
            <Select
              {...control}
              value={provider}
              onChange={(event) => setProvider(event.target.value)}
            >
              {providers.map((name) => (
                <option key={name} value={name}>
                  {t(`names.${name}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('day')}>
          {(control) => (
            <Input
              {...control}
              type="date"
              max={today}
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" pending={isPending || isRunning}>
          {isRunning ? t('comparing') : t('compare')}
        </Button>
      </div>
    </form>
  );
}
