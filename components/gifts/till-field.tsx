'use client';

import { useTranslations } from 'next-intl';
import { Segments } from '@/components/ui/segments';
import type { TillName } from '@/lib/payments/till-choice';

/** Where to pay, when there is a choice. */
export function TillField({
  tills,
  value,
  onChange,
}: {
  tills: readonly TillName[];
  value: TillName;
  onChange: (till: TillName) => void;
}) {
  const t = useTranslations('gifts.form');
  if (tills.length < 2) return null;
  return (
    <Segments
      label={t('till')}
      isLabelShown
      value={value}
      options={tills.map((till) => ({ value: till, label: t(`tills.${till}`) }))}
      onChange={onChange}
    />
  );
}
