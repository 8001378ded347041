'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useErrorMessage } from '@/components/use-error-message';
import type { SettingView } from '@/lib/admin/settings/list-settings';
import type { SettingKey } from '@/lib/settings/settings';

/**
 * The frame of one setting: what it does, its controls, who set it last and the way back to the default.
 * @param value what "Save" would set; null while the form holds nothing that can be saved
 */
export function SettingCard({
  settingKey,
  changed,
  value,
  sending,
  onReset,
  children,
}: {
  settingKey: SettingKey;
  changed: SettingView['changed'];
  value: unknown;
  sending: ReturnType<typeof useSend>;
  onReset: () => void;
  children: ReactNode;
}) {
  const t = useTranslations('desk.settings');
  const format = useFormatter();
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = sending;
  const path = `/api/admin/settings/${settingKey}`;
  const when = changed
    ? format.dateTime(new Date(changed.at), {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'Europe/Kyiv',
      })
    : '';
  return (
    <Card>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (value !== null) void send('PUT', path, { value }, t('saved'));
        }}
      >
        <div>
          <h2 className="text-2xl">{t(`${settingKey}.title`)}</h2>
          <p className="mt-1 text-ink-soft">{t(`${settingKey}.text`)}</p>
        </div>
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        {children}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" pending={isPending} disabled={value === null}>
            {t('save')}
          </Button>
          {changed ? (
            <>
              <Button
                variant="ghost"
                disabled={isPending}
                onClick={async () => {
                  if (await send('PUT', path, { value: null }, t('was_reset'))) onReset();
                }}
              >
                {t('reset')}
              </Button>
              <span className="text-sm text-ink-soft">
                {changed.by === null
                  ? t('changed', { when })
                  : t('changed_by', { name: changed.by, when })}
              </span>
            </>
          ) : (
            <Badge>{t('by_default')}</Badge>
          )}
        </div>
      </form>
    </Card>
  );
}
