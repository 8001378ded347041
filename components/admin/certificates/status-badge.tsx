import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

const TONES = { AWAITING_PAYMENT: 'warn', ACTIVE: 'good', VOID: 'neutral' } as const;

export function CertificateStatusBadge({ status }: { status: keyof typeof TONES }) {
  const t = useTranslations('gifts.desk.statuses');
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
