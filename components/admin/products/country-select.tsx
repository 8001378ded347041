'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Label, Select } from '@/components/ui/field';

/** Chooses the country in the address of the page. */
export function CountrySelect({
  label,
  value,
  countries,
}: {
  label: string;
  value: string;
  countries: readonly { code: string; name: string }[];
}) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  return (
    <div className="mb-6 flex max-w-sm flex-col gap-1.5">
      <Label htmlFor="rate-country">{label}</Label>
      <Select
        id="rate-country"
        value={value}
        disabled={isPending}
        onChange={(event) => {
          const country = event.target.value;
          start(() => router.replace(`/admin/products/delivery?country=${country}`));
        }}
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
