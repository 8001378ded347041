import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ConsentStep } from '@/components/studio/models/consent-step';
import { PhotosStep } from '@/components/studio/models/photos-step';
import { SubjectStep } from '@/components/studio/models/subject-step';
import { TrainStep } from '@/components/studio/models/train-step';
import { WizardFrame, type WizardStep } from '@/components/studio/models/wizard-frame';
import { idSchema } from '@/lib/core/ids';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { listPictures } from '@/lib/pictures/list-pictures';
import { readBalance } from '@/lib/stars/read-wallet';
import { getLoraDraft, type LoraDraft, listCategories } from '@/lib/studio/get-lora-draft';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('lora.wizard');
  return { title: t('meta_title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewLoraPage({ searchParams }: Props) {
  const { model, step: wanted } = await searchParams;
  const here = new URLSearchParams();
  if (typeof model === 'string') here.set('model', model);
  if (typeof wanted === 'string') here.set('step', wanted);
  const query = here.size > 0 ? `?${here}` : '';
  const ctx = await pageCtx('customer', `/studio/models/new${query}`);
  const t = await getTranslations('lora.wizard');
  const locale = await getLocale();
  const loraModelId = idSchema('loraModel').safeParse(model);
  if (model !== undefined && !loraModelId.success) notFound();
  const draft = loraModelId.success
    ? await orNotFound(getLoraDraft(ctx, loraModelId.data, locale))
    : null;
  if (draft?.lora.status === 'TRAINING') redirect(`/studio/models/${draft.lora.id}`);
  const reached = reachedOf(draft);
  const step = stepOf(wanted, reached);
  const categories = await listCategories(ctx, locale);
  const kind = categories.find(({ id }) => id === draft?.lora.categoryId)?.kind ?? 'thing';
  return (
    <WizardFrame
      step={step}
      loraModelId={draft?.lora.id ?? null}
      reached={reached}
      lead={t(`leads.${step}`)}
    >
      {step === 'subject' || draft === null ? (
        <SubjectStep categories={categories} lora={draft?.lora ?? null} />
      ) : step === 'consent' ? (
        <ConsentStep lora={draft.lora} kind={kind} />
      ) : step === 'photos' ? (
        <PhotosStep draft={draft} kind={kind} initial={await listPictures(ctx)} />
      ) : (
        <TrainStep draft={draft} balance={(await readBalance(ctx)).balance} />
      )}
    </WizardFrame>
  );
}

/** The last step that is open: photos come after the agreement, the start after good photos. */
function reachedOf(draft: LoraDraft | null): WizardStep {
  if (draft === null) return 'subject';
  if (!draft.lora.hasConsent) return 'consent';
  return draft.guidance.isReady ? 'train' : 'photos';
}

function stepOf(wanted: unknown, reached: WizardStep): WizardStep {
  const order: readonly WizardStep[] = ['subject', 'consent', 'photos', 'train'];
  const asked = order.find((name) => name === wanted);
  if (!asked) return reached;
  return order.indexOf(asked) <= order.indexOf(reached) ? asked : reached;
}
