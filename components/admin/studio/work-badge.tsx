import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { WorkView } from '@/lib/admin/list-studio-work';

const TONES: Record<WorkView['status'], Tone> = {
  QUEUED: 'neutral',
  RUNNING: 'fine',
  COMPLETED: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
};

export function WorkBadge({ work }: { work: Pick<WorkView, 'status' | 'isStuck'> }) {
  const t = useTranslations('studio_board');
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <Badge tone={TONES[work.status]}>{t(`states.${work.status}`)}</Badge>
      {work.isStuck ? (
        <Badge tone="warn">
          <TriangleAlert aria-hidden="true" />
          {t('stuck')}
        </Badge>
      ) : null}
    </span>
  );
}
