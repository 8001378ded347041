'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { SwitchRow } from '@/components/ui/switch-row';
import type { SettingView } from '@/lib/admin/settings/list-settings';
import { ALL_TILLS } from '@/lib/settings/settings';
import { SettingCard } from './setting-card';

export function ClosedTills({ setting }: { setting: SettingView<'closed_tills'> }) {
  const t = useTranslations('desk.settings.closed_tills');
  const sending = useSend();
  const [closed, setClosed] = useState(setting.value);
  return (
    <SettingCard
      settingKey="closed_tills"
      changed={setting.changed}
      value={closed}
      sending={sending}
      onReset={() => setClosed([])}
    >
      <div className="flex flex-col gap-4">
        {ALL_TILLS.map((till) => {
          const isOpen = !closed.includes(till);
          return (
            <SwitchRow
              key={till}
              label={t(`names.${till}`)}
              hint={t(isOpen ? 'open' : 'closed')}
              isOn={isOpen}
              onToggle={(isOn) =>
                setClosed(ALL_TILLS.filter((one) => (one === till ? !isOn : closed.includes(one))))
              }
            />
          );
        })}
      </div>
      {closed.length === ALL_TILLS.length ? <Alert tone="warn">{t('all_closed')}</Alert> : null}
    </SettingCard>
  );
}
