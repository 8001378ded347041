'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ReasonDialog } from '@/components/admin/reason-dialog';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Input, Select } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { JobAction } from '@/lib/admin/print/present-job';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import { parseAmount } from '@/lib/orders/parse-amount';

type Job = { id: string; number: string; actions: readonly JobAction[] };
type House = { id: string; name: string };
type Send = (path: string, body: object | undefined) => Promise<boolean>;

/** What can be done with a print job now, and no more. */
export function JobActions({ job, houses }: { job: Job; houses: readonly House[] }) {
  const t = useTranslations('print_desk.action');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const post: Send = (path, body) =>
    send('POST', `/api/admin/print/jobs/${job.id}/${path}`, body, t('done'));
  const has = (action: JobAction) => job.actions.includes(action);
  return (
    <div className="flex flex-col items-start gap-2">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <div className="flex flex-wrap gap-2">
        {has('PRINTING') ? (
          <Button size="sm" pending={isPending} onClick={() => post('move', { to: 'PRINTING' })}>
            {t('PRINTING')}
          </Button>
        ) : null}
        {has('DONE') ? <DoneDialog job={job} post={post} isPending={isPending} /> : null}
        {has('resend') && houses.length > 0 ? (
          <ResendDialog job={job} houses={houses} post={post} isPending={isPending} />
        ) : null}
        {has('check') ? (
          <Button
            size="sm"
            variant="secondary"
            pending={isPending}
            onClick={() => post('check', undefined)}
          >
            {t('check')}
          </Button>
        ) : null}
        {has('zip') ? (
          <a
            href={`/api/admin/print/zip?jobs=${job.id}`}
            download
            className="inline-flex min-h-9 items-center gap-2 rounded-control border border-line-strong/60 bg-sheet px-3 text-sm font-medium hover:bg-linen"
          >
            <Download aria-hidden="true" className="size-4" />
            {t('zip')}
          </a>
        ) : null}
        {has('REJECTED') ? <StopDialog to="REJECTED" job={job} /> : null}
        {has('CANCELLED') ? <StopDialog to="CANCELLED" job={job} /> : null}
      </div>
    </div>
  );
}

function Buttons({ isPending, children }: { isPending: boolean; children: ReactNode }) {
  const t = useTranslations('print_desk.action');
  return (
    <div className="flex flex-wrap justify-end gap-3">
      <DialogClose asChild>
        <Button variant="secondary">{t('keep')}</Button>
      </DialogClose>
      <Button type="submit" pending={isPending}>
        {children}
      </Button>
    </div>
  );
}

function StopDialog({ to, job }: { to: 'REJECTED' | 'CANCELLED'; job: Job }) {
  const t = useTranslations('print_desk.action');
  return (
    <ReasonDialog
      path={`/api/admin/print/jobs/${job.id}/move`}
      body={{ to }}
      look={{ variant: 'ghost', size: 'sm' }}
      copy={{
        open: t(to),
        title: t(`${to}_title`, { number: job.number }),
        text: t(`${to}_text`),
        hint: t('reason_hint'),
        done: t('done'),
      }}
    />
  );
}

function DoneDialog({ job, post, isPending }: { job: Job; post: Send; isPending: boolean }) {
  const t = useTranslations('print_desk.action');
  const [isOpen, setIsOpen] = useState(false);
  const [amount, setAmount] = useState('');
  const [currency, setCurrency] = useState<Currency>('UAH');
  const [hasError, setHasError] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const amountMinor = amount.trim() === '' ? null : parseAmount(amount, currency);
    const isWrong = amount.trim() !== '' && amountMinor === null;
    setHasError(isWrong);
    if (isWrong) return;
    const cost = amountMinor === null ? null : { amountMinor, currency };
    await post('move', { to: 'DONE', cost });
    setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('DONE_title', { number: job.number })}
      description={t('DONE_text')}
      closeLabel={t('close')}
      trigger={
        <Button size="sm" variant={job.actions.includes('PRINTING') ? 'secondary' : 'primary'}>
          {t('DONE')}
        </Button>
      }
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-3">
          <Field label={t('cost')} error={hasError ? t('cost_error') : undefined}>
            {(control) => (
              <Input
                {...control}
                name="cost"
                inputMode="decimal"
                autoComplete="off"
                value={amount}
                onChange={(event) => setAmount(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('currency')}>
            {(control) => (
              <Select
                {...control}
                name="currency"
                value={currency}
                onChange={(event) => {
                  const chosen = CURRENCIES.find((code) => code === event.target.value);
                  if (chosen) setCurrency(chosen);
                }}
              >
                {CURRENCIES.map((code) => (
                  <option key={code} value={code}>
                    {code}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Buttons isPending={isPending}>{t('DONE')}</Buttons>
      </form>
    </Dialog>
  );
}

function ResendDialog({
  job,
  houses,
  post,
  isPending,
}: {
  job: Job;
  houses: readonly House[];
  post: Send;
  isPending: boolean;
}) {
  const t = useTranslations('print_desk.action');
  const [isOpen, setIsOpen] = useState(false);
  const [printHouseId, setPrintHouseId] = useState(houses[0]?.id ?? '');

  async function submit(event: FormEvent) {
    event.preventDefault();
    await post('resend', { printHouseId });
    setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('resend_title', { number: job.number })}
      description={t('resend_text')}
      closeLabel={t('close')}
      trigger={<Button size="sm">{t('resend')}</Button>}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('resend_house')}>
          {(control) => (
            <Select
              {...control}
              name="printHouseId"
              value={printHouseId}
              onChange={(event) => setPrintHouseId(event.target.value)}
            >
              {houses.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Buttons isPending={isPending}>{t('resend')}</Buttons>
      </form>
    </Dialog>
  );
}
