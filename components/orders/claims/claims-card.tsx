'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import { formatMoney } from '@/lib/core/money';
import type { Problem } from '@/lib/http/problem';
import { INSTANT } from '@/lib/i18n/time-zone';
import type { ClaimStatus } from '@/lib/orders/claims/claim-states';
import type { OrderClaims } from '@/lib/orders/claims/get-order-claims';
import type { ClaimView } from '@/lib/orders/claims/present-claim';
import { formatDay } from '@/lib/orders/format-period';
import { ClaimForm } from './claim-form';

const TONES: Record<ClaimStatus, Tone> = {
  OPEN: 'warn',
  REPRINT: 'good',
  REFUNDED: 'good',
  DECLINED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** What the customer reported about an order, and the way to report more. Nothing where neither is. */
export function ClaimsCard({ orderId, claims }: { orderId: string; claims: OrderClaims }) {
  const t = useTranslations('claims.card');
  const locale = useLocale();
  if (!claims.canClaim && claims.claims.length === 0) return null;
  return (
    <Card className="flex flex-col gap-5">
      <h2 className="text-2xl">{t('title')}</h2>
      {claims.claims.map((claim) => (
        <OneClaim key={claim.id} orderId={orderId} claim={claim} />
      ))}
      {claims.canClaim ? (
        <div className="flex flex-col items-start gap-3">
          {claims.until ? <p>{t('text', { day: formatDay(claims.until, locale) })}</p> : null}
          <ClaimForm orderId={orderId} items={claims.items} />
        </div>
      ) : null}
    </Card>
  );
}

function OneClaim({ orderId, claim }: { orderId: string; claim: ClaimView }) {
  const t = useTranslations('claims');
  const locale = useLocale();
  const format = useFormatter();
  return (
    <article className="flex flex-col gap-3 border-b border-line pb-5 last:border-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="text-xl">{t('card.number', { number: claim.number })}</h3>
        <Badge tone={TONES[claim.status]}>{t(`status.${claim.status}`)}</Badge>
      </div>
      <p className="text-sm text-ink-soft">
        {t(`kinds.${claim.kind}`)}
        {' · '}
        {t('card.sent', { date: format.dateTime(new Date(claim.createdAt), INSTANT) })}
      </p>
      <p className="break-words whitespace-pre-wrap">{claim.text}</p>
      {claim.pictureIds.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {claim.pictureIds.map((id, index) => (
            <li key={id}>
              {/* biome-ignore lint/performance/noImgElement: a private picture at its final size */}
              <img
                src={`/api/pictures/${id}/thumb`}
                alt={t('card.photo', { number: index + 1 })}
                loading="lazy"
                className="size-20 rounded-control border border-line bg-linen object-cover"
              />
            </li>
          ))}
        </ul>
      ) : null}
      {claim.status === 'REPRINT' ? <Alert tone="good">{t('card.reprint')}</Alert> : null}
      {claim.refund ? (
        <Alert tone="good">{t('card.refund', { amount: formatMoney(claim.refund, locale) })}</Alert>
      ) : null}
      {claim.answer ? (
        <div className="rounded-control bg-linen px-4 py-3">
          <p className="text-sm font-medium">{t('card.answer')}</p>
          <p className="break-words whitespace-pre-wrap">{claim.answer}</p>
        </div>
      ) : null}
      {claim.status === 'OPEN' ? (
        <>
          <p className="text-sm text-ink-soft">{t('card.waiting')}</p>
          <Withdraw orderId={orderId} claim={claim} />
        </>
      ) : null}
    </article>
  );
}

function Withdraw({ orderId, claim }: { orderId: string; claim: ClaimView }) {
  const t = useTranslations('claims.card');
  const errorMessage = useErrorMessage();
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function withdraw() {
    setIsPending(true);
    setProblem(null);
    try {
      await callApi('POST', `/api/orders/${orderId}/claims/${claim.id}/withdraw`);
      setIsOpen(false);
      toast(t('withdrawn'), 'good');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setIsPending(false);
      router.refresh();
    }
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('withdraw_title', { number: claim.number })}
      description={t('withdraw_text')}
      closeLabel={t('close')}
      trigger={
        <Button variant="secondary" size="sm" className="self-start">
          {t('withdraw')}
        </Button>
      }
    >
      {problem ? (
        <Alert tone="bad" className="mb-4">
          {errorMessage(problem)}
        </Alert>
      ) : null}
      <div className="flex flex-wrap justify-end gap-3">
        <DialogClose asChild>
          <Button variant="secondary">{t('keep')}</Button>
        </DialogClose>
        <Button variant="danger" pending={isPending} onClick={withdraw}>
          {t('withdraw')}
        </Button>
      </div>
    </Dialog>
  );
}
