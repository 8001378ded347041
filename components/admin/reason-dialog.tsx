'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { Problem } from '@/lib/http/problem';
import { useSend } from './use-send';

type ButtonLook = Pick<ComponentProps<typeof Button>, 'variant' | 'size'>;

/**
 * A step that staff take with a reason, which colleagues find in the history. Nothing is sent without one; a refusal is
 * shown in the dialog and what was written stays.
 */
export function ReasonDialog({
  method = 'POST',
  path,
  field = 'reason',
  body = {},
  withKey = false,
  isOptional = false,
  look = { variant: 'secondary' },
  icon,
  tone = 'danger',
  copy,
  onOpen,
  onCheck,
  children,
}: {
  method?: 'POST' | 'PUT';
  path: string;
  /** What the edge calls the reason. */
  field?: 'reason' | 'note';
  /** What else is sent; null while something in `children` is not right, and then nothing is sent. */
  body?: object | null;
  /** One opened dialog is one action, however often its button is pressed: a key for that goes along. */
  withKey?: boolean;
  isOptional?: boolean;
  /** How the button that opens it looks. */
  look?: ButtonLook;
  icon?: ReactNode;
  /** "danger" for what takes something away or moves money. */
  tone?: 'danger' | 'primary';
  copy: {
    /** On the button that opens it, and on the one that sends unless `send` says it otherwise. */
    open: string;
    title: string;
    text: ReactNode;
    label?: string;
    hint?: string;
    send?: string;
    /** Said when it is done. */
    done: string;
  };
  onOpen?: () => void;
  /** Somebody wants to send: time to say what in `children` is not right. */
  onCheck?: () => void;
  /** Further fields, above the reason. */
  children?: ReactNode;
}) {
  const t = useTranslations('admin.reason');
  const { send, problem, setProblem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const request = useRef<string | null>(null);

  function change(next: boolean) {
    setIsOpen(next);
    if (!next) return;
    setProblem(null);
    request.current = crypto.randomUUID();
    onOpen?.();
  }

  async function submit(reason: string) {
    const key = withKey ? { requestKey: request.current } : {};
    if (await send(method, path, { ...body, ...key, [field]: reason }, copy.done)) setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      title={copy.title}
      description={copy.text}
      closeLabel={t('close')}
      trigger={
        <Button {...look}>
          {icon}
          {copy.open}
        </Button>
      }
    >
      <ReasonForm
        field={field}
        isOptional={isOptional}
        isPending={isPending}
        problem={problem}
        tone={tone}
        label={copy.label}
        hint={copy.hint}
        send={copy.send ?? copy.open}
        isRight={body !== null}
        onCheck={onCheck}
        onSend={submit}
      >
        {children}
      </ReasonForm>
    </Dialog>
  );
}

/** What stands in such a dialog: for whoever opens it in another way or sends the reason elsewhere. */
export function ReasonForm({
  field = 'reason',
  isOptional = false,
  isAsked = true,
  isPending,
  problem,
  tone,
  label,
  hint,
  send,
  isRight = true,
  onCheck,
  onSend,
  children,
}: {
  field?: 'reason' | 'note';
  isOptional?: boolean;
  /** False leaves the reason out: the step is only confirmed. */
  isAsked?: boolean;
  isPending: boolean;
  problem: Problem | null;
  tone: 'danger' | 'primary';
  label?: string | undefined;
  hint?: string | undefined;
  /** On the button that sends. */
  send: string;
  /** Whether the fields in `children` are right. */
  isRight?: boolean;
  /** Called before sending. */
  onCheck?: (() => void) | undefined;
  onSend: (reason: string) => Promise<void>;
  children?: ReactNode;
}) {
  const t = useTranslations('admin.reason');
  const errorMessage = useErrorMessage();
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const lacks = isAsked && !isOptional && reason.trim() === '';
  const text = useRef<HTMLTextAreaElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    onCheck?.();
    if (isRight && lacks) text.current?.focus();
    if (isRight && !lacks) await onSend(reason.trim());
  }

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      {children}
      {isAsked ? (
        <Field
          label={label ?? t(isOptional ? 'label_optional' : 'label')}
          hint={hint}
          error={isChecked && lacks ? t('error') : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              ref={text}
              name={field}
              maxLength={REASON_MAX}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <div className="flex flex-wrap justify-end gap-3">
        <DialogClose asChild>
          <Button variant="secondary">{t('keep')}</Button>
        </DialogClose>
        <Button type="submit" variant={tone} pending={isPending}>
          {send}
        </Button>
      </div>
    </form>
  );
}

/** The shortest that an edge allows. */
const REASON_MAX = 300;
