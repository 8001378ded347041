'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { Spinner } from '@/components/ui/spinner';
import type { LoraView } from '@/lib/studio/lora-view';

const TONES: Record<LoraView['status'], Tone> = {
  DRAFT: 'neutral',
  TRAINING: 'fine',
  READY: 'good',
  FAILED: 'bad',
};

/** How a model stands, in a word. */
export function LoraStatus({ lora }: { lora: Pick<LoraView, 'status' | 'isPublic'> }) {
  const t = useTranslations('lora.status');
  return (
    <>
      <Badge tone={TONES[lora.status]}>
        {lora.status === 'TRAINING' ? <Spinner /> : null}
        {t(lora.status)}
      </Badge>
      {lora.isPublic ? <Badge tone="accent">{t('shared')}</Badge> : null}
    </>
  );
}
