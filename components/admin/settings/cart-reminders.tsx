'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { SwitchRow } from '@/components/ui/switch-row';
import type { SettingView } from '@/lib/admin/settings/list-settings';
import { SETTINGS } from '@/lib/settings/settings';
import { SettingCard } from './setting-card';

export function CartReminders({ setting }: { setting: SettingView<'cart_reminders'> }) {
  const t = useTranslations('desk.settings.cart_reminders');
  const sending = useSend();
  const [isOn, setOn] = useState(setting.value);
  return (
    <SettingCard
      settingKey="cart_reminders"
      changed={setting.changed}
      value={isOn}
      sending={sending}
      onReset={() => setOn(SETTINGS.cart_reminders.fallback)}
    >
      <SwitchRow label={t('label')} hint={t('hint')} isOn={isOn} onToggle={setOn} />
    </SettingCard>
  );
}
