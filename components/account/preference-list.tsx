'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { SwitchRow } from '@/components/ui/switch-row';
import { useToast } from '@/components/ui/toast';
import type { PreferenceView } from '@/lib/messages/preferences/preferences';

/** Where a channel is made reachable. */
const WAYS = {
  MAIL: '/account#contact',
  SMS: '/account#contact',
  TELEGRAM: '/account/links',
} as const;

/** Each kind of message with its channels. A switch is saved at once; one that could not be saved goes back. */
export function PreferenceList({ preferences }: { preferences: readonly PreferenceView[] }) {
  const t = useTranslations('preferences');
  return (
    <ul className="grid gap-5 lg:grid-cols-2">
      {preferences.map(({ kind, channels }) => (
        <li key={kind}>
          <Card className="h-full p-5">
            <h2 className="text-xl">{t(`kinds.${kind}.name`)}</h2>
            <p className="mb-4 text-sm text-ink-soft">{t(`kinds.${kind}.text`)}</p>
            <div className="flex flex-col gap-3">
              {channels.map((own) => (
                <ChannelRow key={own.channel} kind={kind} {...own} />
              ))}
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function ChannelRow({
  kind,
  channel,
  isOn: isOnAtFirst,
  isFixed,
  isReachable,
}: { kind: PreferenceView['kind'] } & PreferenceView['channels'][number]) {
  const t = useTranslations('preferences');
  const toast = useToast();
  const [isOn, setIsOn] = useState(isOnAtFirst);

  async function toggle(next: boolean) {
    setIsOn(next);
    try {
      await callApi('PUT', '/api/account/message-preferences', { kind, channel, isOn: next });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setIsOn(!next);
      toast(t('not_saved'), 'bad');
    }
  }

  if (isFixed) {
    return (
      <div className="flex items-center justify-between gap-4 text-sm">
        <span className="font-medium">{t(`channels.${channel}`)}</span>
        <Badge>{t('always')}</Badge>
      </div>
    );
  }
  return (
    <SwitchRow
      label={t(`channels.${channel}`)}
      hint={
        isReachable ? (
          ''
        ) : (
          <Link href={WAYS[channel]} className="underline underline-offset-2">
            {t(`unreachable.${channel}`)}
          </Link>
        )
      }
      isOn={isOn}
      onToggle={toggle}
    />
  );
}
