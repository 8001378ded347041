'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input, Select, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffPromo } from '@/lib/admin/promos/present-promo';
import { PROMO_KINDS } from '@/lib/admin/promos/schema';
import { normalisePromoCode } from '@/lib/orders/promos/rules';
import { useSend } from '../use-send';
import { parseSums, SumFields, sumTexts } from './sum-fields';

const whole = (text: string, max: number) => {
  const value = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= 1 && value <= max ? value : null;
};

/** A new code, or an existing one with its worth frozen once an order used it. */
export function PromoForm({ promo, isUsed }: { promo: StaffPromo | null; isUsed: boolean }) {
  const t = useTranslations('promos.form');
  const errorMessage = useErrorMessage();
  const router = useRouter();
  const { send, problem, isPending } = useSend();
  const [code, setCode] = useState(promo?.code ?? '');
  const [kind, setKind] = useState(promo?.kind ?? 'PERCENT');
  const [percent, setPercent] = useState(promo?.basisPoints ? String(promo.basisPoints / 100) : '');
  const [amounts, setAmounts] = useState(sumTexts(promo?.amounts ?? {}));
  const [minimums, setMinimums] = useState(sumTexts(promo?.minimums ?? {}));
  const [firstDay, setFirstDay] = useState<string>(promo?.firstDay ?? '');
  const [lastDay, setLastDay] = useState<string>(promo?.lastDay ?? '');
  const [maxUses, setMaxUses] = useState(promo?.maxUses ? String(promo.maxUses) : '');
  const [isOnce, setIsOnce] = useState(promo?.oncePerCustomer ?? false);
  const [isActive, setIsActive] = useState(promo?.isActive ?? true);
  const [note, setNote] = useState(promo?.note ?? '');
  const [isChecked, setIsChecked] = useState(false);

  const basisPoints = parsePercent(percent);
  const parsedAmounts = parseSums(amounts);
  const parsedMinimums = parseSums(minimums);
  const uses = maxUses.trim() === '' ? null : whole(maxUses, 1_000_000);
  const errors = {
    code: normalisePromoCode(code) === null,
    percent: kind === 'PERCENT' && basisPoints === null,
    amounts:
      kind === 'AMOUNT' && (parsedAmounts === null || Object.keys(parsedAmounts).length === 0),
    minimums: parsedMinimums === null,
    days: firstDay !== '' && lastDay !== '' && lastDay < firstDay,
    maxUses: maxUses.trim() !== '' && (uses === null || uses < (promo?.uses ?? 0)),
  };
  const when = (isWrong: boolean, text: string) => (isChecked && isWrong ? text : undefined);

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (Object.values(errors).some(Boolean)) return;
    const body = {
      code,
      kind,
      basisPoints: kind === 'PERCENT' ? basisPoints : null,
      amounts: kind === 'AMOUNT' ? parsedAmounts : {},
      minimums: parsedMinimums,
      firstDay: firstDay || null,
      lastDay: lastDay || null,
      maxUses: uses,
      oncePerCustomer: isOnce,
      isActive,
      note,
    };
    if (promo) {
      await send('PUT', `/api/admin/promos/${promo.id}`, body, t('saved', { code }));
      return;
    }
    if (await send('POST', '/api/admin/promos', body, t('created', { code }))) {
      router.push('/admin/promos');
    }
  }

  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-5">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      {isUsed ? <Alert tone="neutral">{t('frozen')}</Alert> : null}
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Field label={t('code')} hint={t('code_hint')} error={when(errors.code, t('code_error'))}>
          {(control) => (
            <Input
              {...control}
              name="code"
              autoComplete="off"
              maxLength={24}
              disabled={isUsed}
              className="font-mono uppercase"
              value={code}
              onChange={(event) => setCode(event.target.value.toUpperCase())}
            />
          )}
        </Field>
        <Field label={t('kind')}>
          {(control) => (
            <Select
              {...control}
              name="kind"
              disabled={isUsed}
              value={kind}
              onChange={({ target }) =>
                setKind(PROMO_KINDS.find((known) => known === target.value) ?? 'PERCENT')
              }
            >
              {PROMO_KINDS.map((known) => (
                <option key={known} value={known}>
                  {t(`kinds.${known}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {kind === 'PERCENT' ? (
          <Field label={t('percent')} error={when(errors.percent, t('percent_error'))}>
            {(control) => (
              <Input
                {...control}
                name="percent"
                inputMode="decimal"
                autoComplete="off"
                disabled={isUsed}
                value={percent}
                onChange={(event) => setPercent(event.target.value)}
              />
            )}
          </Field>
        ) : null}
      </div>
      {kind === 'AMOUNT' ? (
        <>
          <SumFields
            label={t('amounts')}
            hint={t('amounts_hint')}
            error={isChecked ? t('sum_error') : undefined}
            texts={amounts}
            disabled={isUsed}
            onChange={setAmounts}
          />
          {when(errors.amounts, t('amounts_error')) ? (
            <p className="text-sm font-medium text-bad">{t('amounts_error')}</p>
          ) : null}
        </>
      ) : null}
      <SumFields
        label={t('minimums')}
        hint={t('minimums_hint')}
        error={isChecked ? t('sum_error') : undefined}
        texts={minimums}
        onChange={setMinimums}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Field label={t('first_day')}>
          {(control) => (
            <Input
              {...control}
              type="date"
              name="firstDay"
              value={firstDay}
              onChange={(event) => setFirstDay(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('last_day')} error={when(errors.days, t('days_error'))}>
          {(control) => (
            <Input
              {...control}
              type="date"
              name="lastDay"
              value={lastDay}
              onChange={(event) => setLastDay(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('max_uses')}
          hint={t('max_uses_hint')}
          error={when(errors.maxUses, t('max_uses_error', { uses: promo?.uses ?? 1 }))}
        >
          {(control) => (
            <Input
              {...control}
              name="maxUses"
              inputMode="numeric"
              autoComplete="off"
              value={maxUses}
              onChange={(event) => setMaxUses(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-x-8">
        <Checkbox
          label={t('once')}
          checked={isOnce}
          onChange={(event) => setIsOnce(event.target.checked)}
        />
        <Checkbox
          label={t('active')}
          checked={isActive}
          onChange={(event) => setIsActive(event.target.checked)}
        />
      </div>
      <Field label={t('note')} hint={t('note_hint')}>
        {(control) => (
          <Textarea
            {...control}
            name="note"
            maxLength={500}
            className="min-h-16"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" pending={isPending} className="sm:self-start">
        {promo ? t('save') : t('create')}
      </Button>
    </form>
  );
}

/** "12,5" percent as basis points; null for anything that is not 0.01 to 100. */
function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points >= 1 && points <= 10_000 ? points : null;
}
