import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { LoraPage } from '@/components/studio/models/lora-page';
import { idSchema } from '@/lib/core/ids';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { readBalance } from '@/lib/stars/read-wallet';
import { getLoraDraft } from '@/lib/studio/get-lora-draft';
import { readDeletionExtent } from '@/lib/studio/get-lora-model';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('lora.page');
  return { title: t('meta_title') };
}

type Props = { params: Promise<{ loraModelId: string }> };

export default async function LoraModelPage({ params }: Props) {
  const { loraModelId: address } = await params;
  const ctx = await pageCtx('customer', `/studio/models/${encodeURIComponent(address)}`);
  const loraModelId = idSchema('loraModel').safeParse(address);
  if (!loraModelId.success) notFound();
  const { lora, trainers } = await orNotFound(
    getLoraDraft(ctx, loraModelId.data, await getLocale()),
  );
  return (
    <LoraPage
      initial={lora}
      trainers={trainers}
      balance={(await readBalance(ctx)).balance}
      extent={await readDeletionExtent(ctx, loraModelId.data)}
    />
  );
}
