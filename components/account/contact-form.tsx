'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { PasswordInput } from './password-input';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

type Kind = 'email' | 'phone';

type Actions = {
  begin: (input: { kind: Kind; to: string; password: string }) => Promise<ActionResult<void>>;
  finish: (input: { kind: Kind; code: string }) => Promise<ActionResult<void>>;
  removePhone: (input: Record<string, never>) => Promise<ActionResult<void>>;
};

/** The address and the number of an account, each with its way to another one. */
export function ContactForm({
  email,
  phone,
  hasPassword,
  hasTexts,
  ...actions
}: {
  email: string;
  phone: string | null;
  hasPassword: boolean;
  /** Whether this installation sends text messages. */
  hasTexts: boolean;
} & Actions) {
  return (
    <div className="flex flex-col divide-y divide-line">
      <ContactRow kind="email" value={email} hasPassword={hasPassword} {...actions} />
      {hasTexts ? (
        <ContactRow kind="phone" value={phone} hasPassword={hasPassword} {...actions} />
      ) : null}
    </div>
  );
}

function ContactRow({
  kind,
  value,
  hasPassword,
  begin,
  finish,
  removePhone,
}: { kind: Kind; value: string | null; hasPassword: boolean } & Actions) {
  const t = useTranslations('accounts.contact');
  const toast = useToast();
  const router = useRouter();
  const [step, setStep] = useState<'closed' | 'asking' | 'confirming'>('closed');
  const [to, setTo] = useState('');
  const work = useSubmit();
  const close = (news: string) => {
    setStep('closed');
    setTo('');
    toast(news, 'good');
    router.refresh();
  };

  return (
    <div className="flex flex-col gap-4 py-5 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <p className="text-sm text-ink-soft">{t(kind)}</p>
          <p className="font-medium break-all">{value ?? t('no_phone')}</p>
        </div>
        {step === 'closed' ? (
          <div className="flex gap-2">
            {kind === 'phone' && value !== null ? (
              <Button
                variant="ghost"
                size="sm"
                pending={work.isPending}
                onClick={() =>
                  work.submit(async () => unwrap(await removePhone({})), {
                    onDone: () => close(t('removed')),
                  })
                }
              >
                {t('remove')}
              </Button>
            ) : null}
            <Button variant="secondary" size="sm" onClick={() => setStep('asking')}>
              {value === null ? t('add') : t('change')}
            </Button>
          </div>
        ) : null}
      </div>
      {step === 'closed' ? null : <FormProblem message={work.message} />}
      {step === 'asking' ? (
        <form
          method="post"
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            const fields = new FormData(event.currentTarget);
            const wish = { kind, to, password: textField(fields, 'password') };
            work.submit(async () => unwrap(await begin(wish)), {
              onDone: () => setStep('confirming'),
            });
          }}
        >
          <Field
            label={t(`new_${kind}`)}
            error={work.fieldError(kind === 'email' ? 'email' : 'to')}
            {...(kind === 'phone' ? { hint: t('phone_hint') } : {})}
          >
            {(control) => (
              <Input
                {...control}
                name="to"
                type={kind === 'email' ? 'email' : 'tel'}
                autoComplete={kind === 'email' ? 'email' : 'tel'}
                value={to}
                onChange={(event) => setTo(event.target.value)}
                autoFocus
                required
              />
            )}
          </Field>
          {hasPassword ? (
            <Field label={t('password')} error={work.fieldError('password')}>
              {(control) => (
                <PasswordInput
                  {...control}
                  name="password"
                  autoComplete="current-password"
                  required
                />
              )}
            </Field>
          ) : null}
          <FormButtons
            label={t('send')}
            isPending={work.isPending}
            onCancel={() => setStep('closed')}
          />
        </form>
      ) : null}
      {step === 'confirming' ? (
        <form
          method="post"
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            const code = textField(new FormData(event.currentTarget), 'code');
            work.submit(async () => unwrap(await finish({ kind, code })), {
              onDone: () => close(t(`done_${kind}`)),
            });
          }}
        >
          <Field label={t('code', { to })} error={work.fieldError('code')}>
            {(control) => (
              <Input
                {...control}
                name="code"
                autoComplete="one-time-code"
                inputMode="numeric"
                maxLength={12}
                autoFocus
                required
                className="max-w-48 text-center font-display text-2xl tracking-[0.25em] tabular-nums"
              />
            )}
          </Field>
          <FormButtons
            label={t('confirm')}
            isPending={work.isPending}
            onCancel={() => setStep('closed')}
          />
        </form>
      ) : null}
    </div>
  );
}

function FormButtons({
  label,
  isPending,
  onCancel,
}: {
  label: string;
  isPending: boolean;
  onCancel: () => void;
}) {
  const t = useTranslations('accounts.contact');
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="submit" pending={isPending}>
        {label}
      </Button>
      <Button variant="ghost" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
