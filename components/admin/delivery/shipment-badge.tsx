import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ShipmentStatus } from '@/lib/orders/delivery/shipment-states';

const TONES: Record<ShipmentStatus, Tone> = {
  LABELLED: 'neutral',
  IN_TRANSIT: 'fine',
  READY_FOR_PICKUP: 'accent',
  DELIVERED: 'good',
  PROBLEM: 'bad',
  RETURNED: 'warn',
  CANCELLED: 'neutral',
};

/** Where a parcel is, in words. */
export function ShipmentBadge({ status }: { status: ShipmentStatus }) {
  const t = useTranslations('delivery.status');
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
