import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { PrintJobStatus } from '@/lib/orders/print-houses/print-job-states';

const TONES: Record<PrintJobStatus, Tone> = {
  QUEUED: 'neutral',
  SUBMITTING: 'neutral',
  SUBMITTED: 'fine',
  PRINTING: 'accent',
  DONE: 'good',
  REJECTED: 'bad',
  FAILED: 'bad',
  CANCELLED: 'neutral',
};

export function JobBadge({ status }: { status: PrintJobStatus }) {
  const t = useTranslations('print_desk.status');
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
