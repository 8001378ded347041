'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { useToast } from '@/components/ui/toast';
import type { ExportView } from '@/lib/accounts/export/open-export';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { RefreshWhile } from './refresh-while';
import { unwrap, useSubmit } from './use-submit';

/** The files of a person's data: ask for one, see it being made, take it. */
export function ExportPanel({
  exports,
  ask,
}: {
  exports: readonly ExportView[];
  ask: (input: Record<string, never>) => Promise<ActionResult<void>>;
}) {
  const t = useTranslations('privacy.data');
  const format = useFormatter();
  const router = useRouter();
  const toast = useToast();
  const { isPending, submit, message } = useSubmit();
  const isMaking = exports.some(({ state }) => state === 'making');
  const size = (bytes: number) =>
    format.number(Math.max(0.1, bytes / 1e6), {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
    });
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' });
  return (
    <div className="flex flex-col gap-4">
      <RefreshWhile isOn={isMaking} />
      <FormProblem message={message} />
      <Button
        className="self-start"
        pending={isPending}
        disabled={isMaking}
        onClick={() =>
          submit(async () => unwrap(await ask({})), {
            onDone: () => {
              toast(t('asked'), 'good');
              router.refresh();
            },
          })
        }
      >
        {t('ask')}
      </Button>
      <ul className="flex flex-col divide-y divide-line empty:-mt-4" aria-live="polite">
        {exports.map(({ id, state, bytes, createdAt, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3 text-sm">
            <span>{day(createdAt)}</span>
            {state === 'making' ? (
              <span className="inline-flex items-center gap-2 text-ink-soft">
                <Spinner /> {t('making')}
              </span>
            ) : null}
            {state === 'ready' ? (
              <span className="text-right">
                <a
                  href={`/api/account/exports/${id}`}
                  className="font-medium text-accent underline underline-offset-4"
                >
                  {t('download', { size: size(bytes) })}
                </a>
                {expiresAt ? (
                  <span className="block text-ink-soft">
                    {t('ready_until', { date: day(expiresAt) })}
                  </span>
                ) : null}
              </span>
            ) : null}
            {state === 'over' ? <span className="text-ink-soft">{t('over')}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
