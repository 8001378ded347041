'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Field, Input } from '@/components/ui/field';
import type { SettingView } from '@/lib/admin/settings/list-settings';
import { CLAIM_DAYS, SETTINGS } from '@/lib/settings/settings';
import { SettingCard } from './setting-card';

export function ClaimDays({ setting }: { setting: SettingView<'claim_days'> }) {
  const t = useTranslations('desk.settings.claim_days');
  const sending = useSend();
  const [text, setText] = useState(String(setting.value));
  const read = SETTINGS.claim_days.schema.safeParse(/^\d{1,4}$/.test(text) ? Number(text) : null);
  return (
    <SettingCard
      settingKey="claim_days"
      changed={setting.changed}
      value={read.success ? read.data : null}
      sending={sending}
      onReset={() => setText(String(SETTINGS.claim_days.fallback))}
    >
      <Field
        label={t('label')}
        hint={t('hint', CLAIM_DAYS)}
        error={read.success ? undefined : t('invalid', CLAIM_DAYS)}
        className="max-w-40"
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            value={text}
            onChange={(event) => setText(event.target.value.trim())}
          />
        )}
      </Field>
    </SettingCard>
  );
}
