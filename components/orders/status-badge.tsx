import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { OrderStatus } from '@/lib/orders/order-states';

const TONES: Record<OrderStatus, Tone> = {
  AWAITING_PAYMENT: 'warn',
  PAID: 'fine',
  IN_PRODUCTION: 'accent',
  SHIPPED: 'fine',
  DELIVERED: 'good',
  CANCELLED: 'neutral',
  EXPIRED: 'neutral',
};

export function StatusBadge({ status }: { status: OrderStatus }) {
  const t = useTranslations('orders.status');
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
