'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { parsePrice } from '@/components/admin/products/parse-price';
import { useSend } from '@/components/admin/use-send';
import { Field, Input } from '@/components/ui/field';
import type { SettingView } from '@/lib/admin/settings/list-settings';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import { writeAmount } from '@/lib/orders/parse-amount';
import { SETTINGS } from '@/lib/settings/settings';
import { SettingCard } from './setting-card';

type Amounts = Record<Currency, number>;

const written = (amounts: Amounts) =>
  Object.fromEntries(
    CURRENCIES.map((currency) => [currency, writeAmount(amounts[currency], currency)]),
  ) as Record<Currency, string>;

export function StarCost({ setting }: { setting: SettingView<'star_cost'> }) {
  const t = useTranslations('desk.settings.star_cost');
  const sending = useSend();
  const [texts, setTexts] = useState(() => written(setting.value));
  const amounts = Object.fromEntries(
    CURRENCIES.map((currency) => [currency, parsePrice(texts[currency], currency)]),
  );
  const read = SETTINGS.star_cost.schema.safeParse(amounts);
  return (
    <SettingCard
      settingKey="star_cost"
      changed={setting.changed}
      value={read.success ? read.data : null}
      sending={sending}
      onReset={() => setTexts(written(SETTINGS.star_cost.fallback))}
    >
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        {CURRENCIES.map((currency) => (
          <Field
            key={currency}
            label={currency}
            error={amounts[currency] === null ? t('invalid') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={texts[currency]}
                onChange={(event) => setTexts({ ...texts, [currency]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </SettingCard>
  );
}
