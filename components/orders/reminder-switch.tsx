'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { SwitchRow } from '@/components/ui/switch-row';
import { useToast } from '@/components/ui/toast';

/** Asks, where it matters, whether a reminder by mail is wanted: nobody gets one who did not say yes. */
export function ReminderSwitch({
  kind,
  isOn: isOnAtFirst,
}: {
  kind: 'abandoned_cart' | 'next_year';
  isOn: boolean;
}) {
  const t = useTranslations('preferences');
  const toast = useToast();
  const [isOn, setIsOn] = useState(isOnAtFirst);

  async function toggle(next: boolean) {
    setIsOn(next);
    try {
      await callApi('PUT', '/api/account/message-preferences', {
        kind,
        channel: 'MAIL',
        isOn: next,
      });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setIsOn(!next);
      toast(t('not_saved'), 'bad');
    }
  }

  return (
    <SwitchRow
      label={t(`offers.${kind}.label`)}
      hint={t(`offers.${kind}.hint`)}
      isOn={isOn}
      onToggle={toggle}
    />
  );
}
