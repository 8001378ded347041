import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { PromoState } from '@/lib/admin/promos/schema';

const TONES: Record<PromoState, Tone> = {
  active: 'good',
  planned: 'fine',
  over: 'neutral',
  used_up: 'warn',
  off: 'neutral',
};

export function PromoBadge({ state }: { state: PromoState }) {
  const t = useTranslations('promos.states');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}
