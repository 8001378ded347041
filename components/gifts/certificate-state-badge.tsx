import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { Money } from '@/lib/core/money';
import type { CertificateState } from '@/lib/orders/certificates/schema';

const TONES: Record<CertificateState, Tone> = {
  open: 'warn',
  active: 'good',
  given_back: 'neutral',
  ended: 'neutral',
  review: 'warn',
};

/** How a certificate stands, in a word or two. */
export function CertificateStateBadge({
  gift,
}: {
  gift: { state: CertificateState; balance: Money; worth: Money; isOver: boolean };
}) {
  const t = useTranslations('gifts.states');
  if (gift.state === 'active' && gift.isOver) return <Badge tone="neutral">{t('over')}</Badge>;
  if (gift.state === 'active' && gift.balance.amountMinor === 0) {
    return <Badge tone="fine">{t('used')}</Badge>;
  }
  if (gift.state === 'active' && gift.balance.amountMinor < gift.worth.amountMinor) {
    return <Badge tone="good">{t('part_used')}</Badge>;
  }
  return <Badge tone={TONES[gift.state]}>{t(gift.state)}</Badge>;
}
