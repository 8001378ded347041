import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { PublishStatus } from '@/lib/db/generated/client';

const TONES: Record<PublishStatus, Tone> = { DRAFT: 'warn', PUBLISHED: 'good', RETIRED: 'neutral' };

/** Where a theme or a template stands: built in, changed, draft, offered or withdrawn. */
export function LookStatus({
  isBuiltIn,
  status,
}: {
  isBuiltIn: boolean;
  status: PublishStatus | null;
}) {
  const t = useTranslations('admin.looks');
  return (
    <span className="flex flex-wrap gap-1.5">
      {isBuiltIn ? <Badge>{t(status === null ? 'built_in' : 'changed')}</Badge> : null}
      {status === null ? null : <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>}
    </span>
  );
}
