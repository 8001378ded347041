import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { EventRow } from '@/lib/admin/webhooks/list-events';

const TONES = { waiting: 'warn', person: 'bad', done: 'good' } as const;

export function EventStateBadge({ state }: { state: EventRow['state'] }) {
  const t = useTranslations('tills.events');
  return <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>;
}
