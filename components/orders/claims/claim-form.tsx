'use client';

import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { UploadArea } from '@/components/pictures/upload-area';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Checkbox, Field, Select, Textarea } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { Problem } from '@/lib/http/problem';
import { CLAIM_KINDS, type ClaimKind } from '@/lib/orders/claims/claim-states';
import { CLAIM_PICTURES_MAX, CLAIM_TEXT_MAX } from '@/lib/orders/claims/schema';
import { FreshThumb } from './fresh-thumb';

type Item = { id: string; title: string; quantity: number };

const TEXT_MIN = 10;

/** Reports a fault: what, which calendars, words and photos. */
export function ClaimForm({ orderId, items }: { orderId: string; items: readonly Item[] }) {
  const t = useTranslations('claims');
  const errorMessage = useErrorMessage();
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const [kind, setKind] = useState<ClaimKind>(CLAIM_KINDS[0]);
  const [text, setText] = useState('');
  const [copies, setCopies] = useState<Record<string, number>>(
    items.length === 1 && items[0] ? { [items[0].id]: items[0].quantity } : {},
  );
  const [pictureIds, setPictureIds] = useState<readonly string[]>([]);
  const [isUploading, setIsUploading] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const requestKey = useRef<string | null>(null);
  const isTextShort = text.trim().length < TEXT_MIN;
  const chosen = items.filter(({ id }) => copies[id] !== undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (isTextShort || chosen.length === 0) return;
    setIsPending(true);
    setProblem(null);
    // However often its button is pressed, one opened form is one report.
    requestKey.current ??= crypto.randomUUID();
    try {
      await callApi('POST', `/api/orders/${orderId}/claims`, {
        requestKey: requestKey.current,
        kind,
        text: text.trim(),
        items: chosen.map(({ id }) => ({ orderItemId: id, quantity: copies[id] })),
        pictureIds,
      });
      setIsOpen(false);
      toast(t('form.sent'), 'good');
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setIsPending(false);
    }
  }

  const toggle = ({ id, quantity }: Item, isOn: boolean) => {
    const { [id]: _old, ...others } = copies;
    setCopies(isOn ? { ...others, [id]: quantity } : others);
  };

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('form.title')}
      description={t('form.lead')}
      closeLabel={t('form.close')}
      trigger={<Button variant="secondary">{t('card.open')}</Button>}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <Field label={t('form.kind')}>
          {(control) => (
            <Select
              {...control}
              name="kind"
              value={kind}
              onChange={(event) => {
                const next = CLAIM_KINDS.find((one) => one === event.target.value);
                if (next) setKind(next);
              }}
            >
              {CLAIM_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`kinds.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-medium">{t('form.items')}</legend>
          {items.map((item) => (
            <div key={item.id} className="flex items-center gap-3">
              <Checkbox
                className="min-w-0 flex-1"
                label={<span className="break-words">{item.title || t('form.untitled')}</span>}
                checked={copies[item.id] !== undefined}
                onChange={(event) => toggle(item, event.target.checked)}
              />
              {item.quantity > 1 && copies[item.id] !== undefined ? (
                <Select
                  aria-label={t('form.copies', { title: item.title || t('form.untitled') })}
                  className="w-24"
                  value={copies[item.id]}
                  onChange={(event) =>
                    setCopies({ ...copies, [item.id]: Number(event.target.value) })
                  }
                >
                  {countsTo(item.quantity).map((count) => (
                    <option key={count} value={count}>
                      {count}
                    </option>
                  ))}
                </Select>
              ) : null}
            </div>
          ))}
          {isChecked && chosen.length === 0 ? (
            <p role="alert" className="text-sm font-medium text-bad">
              {t('form.items_error')}
            </p>
          ) : null}
        </fieldset>
        <Field
          label={t('form.text')}
          hint={t('form.text_hint')}
          error={isChecked && isTextShort ? t('form.text_error') : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              name="text"
              maxLength={CLAIM_TEXT_MAX}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-col gap-3">
          <p className="text-sm font-medium">{t('form.photos')}</p>
          <p className="text-sm text-ink-soft">
            {t('form.photos_hint', { max: CLAIM_PICTURES_MAX })}
          </p>
          {pictureIds.length > 0 ? (
            <ul className="flex flex-wrap gap-3">
              {pictureIds.map((id, index) => (
                <li key={id} className="relative">
                  <FreshThumb pictureId={id} />
                  <button
                    type="button"
                    aria-label={t('form.remove', { number: index + 1 })}
                    onClick={() => setPictureIds(pictureIds.filter((one) => one !== id))}
                    className="absolute -top-2 -right-2 inline-flex size-8 items-center justify-center rounded-full border border-line bg-sheet shadow-sheet"
                  >
                    <X aria-hidden="true" className="size-4" />
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
          {pictureIds.length < CLAIM_PICTURES_MAX ? (
            <UploadArea
              isCompact
              onBusy={setIsUploading}
              onPicture={({ id }) =>
                setPictureIds((ids) =>
                  ids.includes(id) || ids.length >= CLAIM_PICTURES_MAX ? ids : [...ids, id],
                )
              }
            />
          ) : null}
        </div>
        <div className="flex flex-wrap items-center justify-end gap-3">
          {isUploading ? (
            <p className="text-sm text-ink-soft">{t('form.still_uploading')}</p>
          ) : null}
          <DialogClose asChild>
            <Button variant="secondary">{t('form.cancel')}</Button>
          </DialogClose>
          <Button type="submit" pending={isPending} disabled={isUploading}>
            {t('form.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** 1, 2, 3 … up to `last`. */
function countsTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
