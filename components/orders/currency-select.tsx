'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useTransition } from 'react';
import { Label, Select } from '@/components/ui/field';
import { CURRENCIES, type Currency } from '@/lib/core/money';

/** Changes the currency in the address of the page, so that the server prices everything anew. */
export function CurrencySelect({ currency }: { currency: Currency }) {
  const t = useTranslations('orders');
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const [isPending, start] = useTransition();
  const id = useId();
  return (
    <div className="flex items-center gap-3">
      <Label htmlFor={id}>{t('currency')}</Label>
      <Select
        id={id}
        value={currency}
        disabled={isPending}
        className="w-28"
        onChange={(event) => {
          const next = new URLSearchParams(search);
          next.set('currency', event.target.value);
          start(() => router.replace(`${path}?${next}`, { scroll: false }));
        }}
      >
        {CURRENCIES.map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </Select>
    </div>
  );
}
