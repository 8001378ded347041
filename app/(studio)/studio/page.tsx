import { CalendarHeart, Images, PenLine, Sparkles, Star, UserRoundPlus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { StarBalance } from '@/components/stars/star-balance';
import { LivePage } from '@/components/studio/live-page';
import { ModelFace } from '@/components/studio/sets/model-choice';
import { SetCard } from '@/components/studio/sets/set-card';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';
import { readBalance } from '@/lib/stars/read-wallet';
import { listLoraModels } from '@/lib/studio/get-lora-model';
import { listJobs } from '@/lib/studio/list-jobs';
import { starsOfPictures } from '@/lib/studio/prices';
import { studioChoices } from '@/lib/studio/studio-choices';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sets.hub');
  return { title: t('title') };
}

const SETS = 6;
const STATE_TONES = {
  DRAFT: 'neutral',
  TRAINING: 'accent',
  READY: 'good',
  FAILED: 'bad',
} as const;

export default async function StudioPage() {
  const ctx = await pageCtx('customer', '/studio');
  const t = await getTranslations('sets.hub');
  const locale = await getLocale();
  const { balance } = await readBalance(ctx);
  const models = await listLoraModels(ctx, locale);
  const sets = await listJobs(ctx, { kind: 'MONTH_SET', limit: SETS });
  const { baseModels, themes, models: ready } = await studioChoices(ctx, locale);
  const hasReady = ready.some(({ type, isOwn }) => type === 'PORTRAIT' && isOwn);
  const perPicture = baseModels[0]?.priceStars ?? 0;
  const doors = [
    { href: '/studio/generate', icon: PenLine, name: 'generate' },
    { href: '/studio/gallery', icon: Images, name: 'gallery' },
    { href: '/styles', icon: Sparkles, name: 'styles' },
  ] as const;
  const steps = [
    { icon: UserRoundPlus, name: 'learn' },
    { icon: Sparkles, name: 'paint' },
    { icon: CalendarHeart, name: 'make' },
  ] as const;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={<StarBalance balance={balance} returnTo="/studio" />}
    >
      <LivePage />
      <div className="flex flex-col gap-12">
        {hasReady ? (
          <section className="flex flex-wrap items-center gap-x-8 gap-y-4 rounded-card bg-ink px-5 py-6 text-white sm:px-8">
            <div className="min-w-0 flex-1 basis-72">
              <h2 className="text-3xl">{t('set_title')}</h2>
              <p className="mt-2 text-white/80">
                {t('set_text', {
                  themes: themes.length,
                  count: starsOfPictures(perPicture, 12),
                })}
              </p>
            </div>
            <ButtonLink href="/studio/sets/new" size="lg">
              <CalendarHeart aria-hidden="true" />
              {t('set_start')}
            </ButtonLink>
          </section>
        ) : (
          <section
            aria-labelledby="how"
            className="rounded-card border border-line bg-sheet p-5 shadow-sheet sm:p-8"
          >
            <h2 id="how" className="text-3xl">
              {t('how')}
            </h2>
            <ol className="mt-6 grid gap-6 sm:grid-cols-3">
              {steps.map(({ icon: Icon, name }, index) => (
                <li key={name} className="flex gap-4 sm:flex-col sm:gap-3">
                  <span className="flex size-12 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-deep">
                    <Icon aria-hidden="true" className="size-6" />
                  </span>
                  <span>
                    <span className="block font-display text-xl">
                      {index + 1}. {t(`steps.${name}.title`)}
                    </span>
                    <span className="mt-1 block text-ink-soft">
                      {t(`steps.${name}.text`, { count: perPicture })}
                    </span>
                  </span>
                </li>
              ))}
            </ol>
            <div className="mt-8 flex flex-wrap items-center gap-4">
              <ButtonLink href="/studio/models/new" size="lg">
                <UserRoundPlus aria-hidden="true" />
                {t('begin')}
              </ButtonLink>
              <Link
                href="/account/stars"
                className="inline-flex min-h-11 items-center gap-2 font-medium text-accent underline underline-offset-4"
              >
                <Star aria-hidden="true" className="size-4.5" />
                {t('prices')}
              </Link>
            </div>
          </section>
        )}
        {models.length > 0 ? (
          <section aria-labelledby="models">
            <div className="flex flex-wrap items-baseline justify-between gap-3">
              <h2 id="models" className="text-2xl">
                {t('models')}
              </h2>
              <ButtonLink href="/studio/models" variant="link">
                {t('all_models')}
              </ButtonLink>
            </div>
            <ul className="mt-4 flex flex-wrap gap-3">
              {models.slice(0, 6).map((model) => (
                <li key={model.id} className="min-w-52 flex-1 sm:max-w-72">
                  <Link
                    href={`/studio/models/${model.id}`}
                    className="flex items-center gap-3 rounded-card border border-line bg-sheet p-2.5 hover:bg-linen"
                  >
                    <ModelFace url={model.thumbUrl} />
                    <span className="min-w-0 flex-1">
                      <span className="block truncate font-medium">{model.name}</span>
                      <span className="block truncate text-sm text-ink-soft">
                        {model.categoryName}
                      </span>
                    </span>
                    <Badge tone={STATE_TONES[model.status]}>{t(`states.${model.status}`)}</Badge>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {sets.length > 0 ? (
          <section aria-labelledby="sets">
            <div className="flex flex-wrap items-baseline justify-between gap-3">
              <h2 id="sets" className="text-2xl">
                {t('sets')}
              </h2>
              <ButtonLink href="/studio/sets" variant="link">
                {t('all_sets')}
              </ButtonLink>
            </div>
            <ul className="mt-4 grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
              {sets.map((job) => (
                <SetCard key={job.id} job={job} />
              ))}
            </ul>
          </section>
        ) : null}
        <ul className="grid gap-4 sm:grid-cols-3">
          {doors.map(({ href, icon: Icon, name }) => (
            <li key={href}>
              <Link
                href={href}
                className="flex h-full gap-4 rounded-card border border-line bg-sheet p-5 transition-colors hover:bg-linen"
              >
                <Icon aria-hidden="true" className="size-7 shrink-0 stroke-[1.5] text-accent" />
                <span>
                  <span className="block font-display text-xl leading-tight">
                    {t(`doors.${name}.title`)}
                  </span>
                  <span className="mt-1 block text-sm text-ink-soft">
                    {t(`doors.${name}.text`)}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}
