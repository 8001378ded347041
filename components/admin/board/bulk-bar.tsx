'use client';

import { Download, Hand, Play, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonForm } from '@/components/admin/reason-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { BulkInput } from '@/lib/admin/board/schema';
import type { Problem } from '@/lib/http/problem';

type Action = BulkInput['action'];

const ICONS = { produce: Printer, hold: Hand, release: Play };

/** What can be done with the chosen orders. Each change is asked about once more, for it touches several customers. */
export function BulkBar({
  chosen,
  canChange,
  isPending,
  problem,
  onChange,
  onClear,
}: {
  chosen: readonly string[];
  canChange: boolean;
  isPending: boolean;
  problem: Problem | null;
  /** @returns true when it was answered and the dialog can close */
  onChange: (action: Action, reason: string) => Promise<boolean>;
  onClear: () => void;
}) {
  const t = useTranslations('board.bulk');
  const [asked, setAsked] = useState<Action | null>(null);

  return (
    <section
      aria-label={t('title')}
      className="sticky bottom-3 z-20 mt-4 flex flex-wrap items-center gap-2 rounded-card border border-line bg-sheet p-3 shadow-float"
    >
      <p aria-live="polite" className="mr-2 font-medium tabular-nums">
        {t('chosen', { count: chosen.length })}
      </p>
      {canChange
        ? (['produce', 'hold', 'release'] as const).map((action) => {
            const Icon = ICONS[action];
            return (
              <Button
                key={action}
                size="sm"
                variant={action === 'produce' ? 'primary' : 'secondary'}
                onClick={() => setAsked(action)}
              >
                <Icon aria-hidden="true" />
                {t(`actions.${action}`)}
              </Button>
            );
          })
        : null}
      <a
        href={`/api/admin/orders/export?ids=${chosen.join(',')}`}
        download
        className="inline-flex min-h-9 items-center gap-2 rounded-control px-3 text-sm font-medium hover:bg-linen"
      >
        <Download aria-hidden="true" className="size-4" />
        {t('csv')}
      </a>
      <Button size="sm" variant="ghost" className="ml-auto" onClick={onClear}>
        {t('clear')}
      </Button>
      <Dialog
        open={asked !== null}
        onOpenChange={(open) => setAsked(open ? asked : null)}
        title={asked ? t(`ask.${asked}`, { count: chosen.length }) : ''}
        description={asked ? t(`text.${asked}`) : ''}
        closeLabel={t('cancel')}
      >
        {asked ? (
          <ReasonForm
            isAsked={asked !== 'produce'}
            isPending={isPending}
            problem={problem}
            tone="primary"
            label={t('reason')}
            send={t(`actions.${asked}`)}
            onSend={async (reason) => {
              if (await onChange(asked, reason)) setAsked(null);
            }}
          />
        ) : null}
      </Dialog>
    </section>
  );
}
