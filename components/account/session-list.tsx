'use client';

import { Laptop, Smartphone } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { Id } from '@/lib/core/ids';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { unwrap, useSubmit } from './use-submit';

export type SessionItem = {
  id: Id<'loginSession'>;
  isThisOne: boolean;
  isPhone: boolean;
  device: string;
  /** When it was last seen, in words. */
  seen: string;
};

export function SessionList({
  sessions,
  end,
  endAll,
}: {
  sessions: readonly SessionItem[];
  end: (input: { id: Id<'loginSession'> }) => Promise<ActionResult<void>>;
  endAll: (input: Record<string, never>) => Promise<ActionResult<void>>;
}) {
  const t = useTranslations('accounts');
  const router = useRouter();
  const one = useSubmit();
  const all = useSubmit();
  const [ending, setEnding] = useState<string | null>(null);
  return (
    <div className="flex flex-col gap-5">
      <FormProblem message={one.message ?? all.message} />
      <ul className="flex flex-col divide-y divide-line">
        {sessions.map((session) => {
          const Icon = session.isPhone ? Smartphone : Laptop;
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <Icon aria-hidden="true" className="size-6 shrink-0 stroke-[1.5] text-ink-soft" />
              <div className="min-w-0 flex-1">
                <p className="font-medium">{session.device}</p>
                <p className="text-sm text-ink-soft">{session.seen}</p>
              </div>
              {session.isThisOne ? (
                <Badge tone="good">{t('sessions.this_one')}</Badge>
              ) : (
                <Button
                  variant="secondary"
                  size="sm"
                  aria-label={t('sessions.end_one', { device: session.device })}
                  pending={one.isPending && ending === session.id}
                  onClick={() => {
                    setEnding(session.id);
                    const refresh = () => router.refresh();
                    // One that has ended meanwhile is gone from the list as well.
                    one.submit(async () => unwrap(await end({ id: session.id })), {
                      onDone: refresh,
                      onRefused: refresh,
                    });
                  }}
                >
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div>
        <Button
          variant="secondary"
          pending={all.isPending}
          onClick={() => {
            all.submit(
              async () => {
                unwrap(await endAll({}));
                window.location.assign('/sign-in');
              },
              { leavesPage: true },
            );
          }}
        >
          {t('sessions.end_all')}
        </Button>
        <p className="mt-2 text-sm text-ink-soft">{t('sessions.end_all_hint')}</p>
      </div>
    </div>
  );
}
