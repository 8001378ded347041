'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { HandOverResult } from '@/lib/admin/print/hand-over';
import type { Problem } from '@/lib/http/problem';

/** Hands one paid order to a press. */
export function StartPrint({
  orderId,
  houses,
}: {
  orderId: string;
  houses: readonly { id: string; name: string }[];
}) {
  const t = useTranslations('print_desk');
  const errorMessage = useErrorMessage();
  const router = useRouter();
  const toast = useToast();
  const [house, setHouse] = useState('');
  const [isSending, setIsSending] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const [problem, setProblem] = useState<Problem | null>(null);

  async function start() {
    setIsSending(true);
    setProblem(null);
    try {
      const body = { orderIds: [orderId], printHouseId: house || null };
      const { refused } = await callApi<HandOverResult>(
        'POST',
        '/api/admin/print/hand-overs',
        body,
      );
      const [refusal] = refused;
      if (refusal) {
        const { code, params } = refusal;
        setProblem({ code, params, fields: {}, requestId: '' });
      } else toast(t('section.started'), 'good');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setIsSending(false);
      startRefresh(() => router.refresh());
    }
  }

  return (
    <div className="flex flex-col gap-3">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <p className="text-sm text-ink-soft">{t('section.start_text')}</p>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('section.house')} className="min-w-56 flex-1 sm:flex-none">
          {(control) => (
            <Select
              {...control}
              name="house"
              value={house}
              onChange={(event) => setHouse(event.target.value)}
            >
              <option value="">{t('waiting.any_house')}</option>
              {houses.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button pending={isSending || isRefreshing} onClick={start}>
          {t('section.start')}
        </Button>
      </div>
    </div>
  );
}
