'use client';

import { useTranslations } from 'next-intl';
import { DESKS, type Desk } from '@/lib/core/actor';

/** What a member of staff may work on. */
export function DeskBoxes({
  desks,
  onChange,
}: {
  desks: readonly Desk[];
  onChange: (desks: Desk[]) => void;
}) {
  const t = useTranslations('staff_desk');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t('desks')}</legend>
      {DESKS.map((desk) => (
        <label key={desk} className="flex items-start gap-3 text-sm">
          <input
            type="checkbox"
            className="mt-0.5 size-5 shrink-0 accent-accent"
            checked={desks.includes(desk)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...desks, desk] : desks.filter((own) => own !== desk),
              )
            }
          />
          <span>
            <span className="font-medium">{t(`desk.${desk}.name`)}</span>
            <span className="block text-ink-soft">{t(`desk.${desk}.text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
