import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ClaimStatus } from '@/lib/orders/claims/claim-states';

const TONES: Record<ClaimStatus, Tone> = {
  OPEN: 'warn',
  REPRINT: 'accent',
  REFUNDED: 'fine',
  DECLINED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** A claim's state in staff's words. */
export function ClaimBadge({ status }: { status: ClaimStatus }) {
  const t = useTranslations('claims.desk.state_of');
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
