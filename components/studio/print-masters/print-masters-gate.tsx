'use client';

import { CircleCheck, Sparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { NotEnoughStars } from '@/components/stars/not-enough';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useErrorMessage } from '@/components/use-error-message';
import type { PrintMastersView } from '@/lib/studio/print-masters-view';
import { Sharpening } from './sharpening';
import { type PrintMasters, usePrintMasters } from './use-print-masters';

/**
 * The first step of an order whose AI pictures are too small for print: what it costs to enlarge them, then how far that
 * is. What comes after is shown once they are ready, or the customer goes on without.
 */
export function PrintMastersGate({
  calendarId,
  initial,
  children,
}: {
  calendarId: string;
  initial: PrintMastersView;
  children: ReactNode;
}) {
  const t = useTranslations('upscale');
  const [isNeeded] = useState(initial.wanted > 0 || initial.open > 0);
  const [isDeclined, setDeclined] = useState(false);
  const masters = usePrintMasters(calendarId, initial, isNeeded);
  const { view, all } = masters;
  if (!isNeeded) return children;
  if (view.open > 0) {
    return (
      <Card className="flex flex-col gap-4">
        <h2 className="text-2xl">{t('working_title')}</h2>
        <Sharpening masters={masters} isOrdering />
      </Card>
    );
  }
  if (view.wanted > 0 && !isDeclined) {
    return <Offer calendarId={calendarId} masters={masters} onDecline={() => setDeclined(true)} />;
  }
  return (
    <div className="flex flex-col gap-6">
      {view.wanted > 0 ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft">
          {view.blocked > 0
            ? t('declined_blocked', { count: view.blocked })
            : t('declined', { count: view.wanted })}
          <Button variant="link" size="sm" onClick={() => setDeclined(false)}>
            {t('after_all')}
          </Button>
        </p>
      ) : (
        <p role="status" className="flex items-center gap-2.5 font-medium text-good">
          <CircleCheck aria-hidden="true" className="size-5" />
          {t('done', { count: all })}
        </p>
      )}
      {children}
    </div>
  );
}

function Offer({
  calendarId,
  masters,
  onDecline,
}: {
  calendarId: string;
  masters: PrintMasters;
  onDecline: () => void;
}) {
  const t = useTranslations('upscale');
  const words = useErrorMessage();
  const { wanted, stars, blocked, failed, balance } = masters.view;
  const canPay = balance >= stars;
  return (
    <Card className="flex flex-col gap-5">
      <div className="flex items-start gap-4">
        <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent">
          <Sparkles aria-hidden="true" className="size-5.5" />
        </span>
        <div className="min-w-0">
          <h2 className="text-2xl">{t('offer_title', { count: wanted })}</h2>
          <p className="mt-1 max-w-2xl text-ink-soft">{t('offer_text')}</p>
        </div>
      </div>
      {blocked > 0 ? <Alert tone="warn">{t('blocked', { count: blocked })}</Alert> : null}
      {failed > 0 ? <Alert tone="warn">{t('failed', { count: failed })}</Alert> : null}
      {masters.problem && masters.problem.code !== 'stars.not_enough' ? (
        <Alert tone="bad">{words(masters.problem)}</Alert>
      ) : null}
      {canPay ? null : (
        <NotEnoughStars
          needed={stars}
          balance={balance}
          returnTo={`/calendars/${calendarId}/order`}
        />
      )}
      <div className="flex flex-col gap-3 border-t border-line pt-5 sm:flex-row sm:items-center sm:justify-between">
        <p className="tabular-nums">
          <strong className="font-semibold">{t('price', { stars })}</strong>
          <span className="text-ink-soft"> · {t('balance', { balance })}</span>
        </p>
        <div className="flex flex-col gap-3 sm:flex-row-reverse">
          {canPay ? (
            <Button pending={masters.isStarting} onClick={masters.start}>
              {t('start', { stars })}
            </Button>
          ) : null}
          <Button variant="secondary" disabled={masters.isStarting} onClick={onDecline}>
            {blocked > 0 ? t('go_on_blocked') : t('go_on')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
