import { CalendarCheck, Eye, LockKeyhole } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { StartButton } from '@/components/site/start-button';
import { StudioSection } from '@/components/site/studio-section';
import { WallCalendar } from '@/components/site/wall-calendar';
import { type ShowcasePage, showcaseSvg } from '@/lib/calendars/showcase';
import { dayAt, monthPartsOf } from '@/lib/core/plain-date';
import type { Locale } from '@/lib/i18n/locales';

export const dynamic = 'force-dynamic';

const HERO: ShowcasePage = {
  key: 'hero',
  themeId: 'atelier',
  formatId: 'wall-a3-portrait',
  layoutId: 'photo-above',
  pageIndex: 9,
};

const LOOKS: readonly ShowcasePage[] = [
  {
    key: 'atelier',
    themeId: 'atelier',
    formatId: 'wall-300-square',
    layoutId: 'photo-above',
    pageIndex: 5,
  },
  {
    key: 'meridian',
    themeId: 'meridian',
    formatId: 'wall-300-square',
    layoutId: 'photo-full',
    pageIndex: 8,
  },
  {
    key: 'evening',
    themeId: 'evening',
    formatId: 'wall-300-square',
    layoutId: 'photo-above',
    pageIndex: 12,
  },
];

/** From August on people make next year's calendar. */
const NEXT_YEAR_FROM_MONTH = 8;

export default async function LandingPage() {
  const t = await getTranslations('landing');
  const language = (await getLocale()) as Locale;
  const { year: thisYear, month } = monthPartsOf(dayAt(new Date(), 'UTC'));
  const year = month >= NEXT_YEAR_FROM_MONTH ? thisYear + 1 : thisYear;
  const promises = [
    { icon: Eye, key: 'same' },
    { icon: CalendarCheck, key: 'dates' },
    { icon: LockKeyhole, key: 'private' },
  ] as const;
  return (
    <main id="content">
      <section className="overflow-hidden">
        <div className="mx-auto grid max-w-6xl items-center gap-12 px-4 py-12 sm:px-6 lg:grid-cols-[1.05fr_0.95fr] lg:py-20">
          <div>
            <h1 className="text-5xl sm:text-6xl lg:text-7xl">{t('hero.title')}</h1>
            <p className="mt-6 max-w-xl text-xl text-ink-soft">{t('hero.lead')}</p>
            <div className="mt-9 flex flex-wrap items-center gap-x-6 gap-y-3">
              <StartButton />
              <p className="text-ink-soft">{t('hero.no_account')}</p>
            </div>
          </div>
          <WallCalendar
            svg={showcaseSvg(HERO, year, language)}
            label={t('hero.picture', { year })}
            className="mx-auto w-full max-w-md lg:max-w-none lg:px-6"
          />
        </div>
      </section>

      <section className="bg-linen/60 py-16 sm:py-20" aria-labelledby="looks">
        <div className="mx-auto max-w-6xl px-4 sm:px-6">
          <h2 id="looks" className="text-4xl">
            {t('looks.title')}
          </h2>
          <p className="mt-3 max-w-2xl text-lg text-ink-soft">{t('looks.lead')}</p>
          <ul className="mt-10 grid gap-10 sm:grid-cols-3 sm:gap-6 lg:gap-10">
            {LOOKS.map((look) => (
              <li key={look.key}>
                <WallCalendar
                  svg={showcaseSvg(look, year, language)}
                  label={t(`looks.${look.themeId}.name`)}
                />
                <h3 className="mt-5 text-2xl">{t(`looks.${look.themeId}.name`)}</h3>
                <p className="mt-1 text-ink-soft">{t(`looks.${look.themeId}.text`)}</p>
              </li>
            ))}
          </ul>
        </div>
      </section>

      <StudioSection />

      <section className="mx-auto max-w-6xl px-4 py-16 sm:px-6 sm:py-20" aria-labelledby="how">
        <h2 id="how" className="text-4xl">
          {t('how.title')}
        </h2>
        <ol className="mt-10 grid gap-8 sm:grid-cols-3">
          {(['photos', 'design', 'order'] as const).map((step, index) => (
            <li key={step} className="border-t-2 border-ink pt-4">
              <p className="font-display text-3xl text-accent">{index + 1}</p>
              <h3 className="mt-2 text-2xl">{t(`how.${step}.title`)}</h3>
              <p className="mt-2 text-ink-soft">{t(`how.${step}.text`)}</p>
            </li>
          ))}
        </ol>
        <ul className="mt-16 grid gap-8 sm:grid-cols-3">
          {promises.map(({ icon: Icon, key }) => (
            <li key={key}>
              <Icon aria-hidden="true" className="size-7 stroke-[1.5] text-accent" />
              <h3 className="mt-3 text-xl">{t(`promises.${key}.title`)}</h3>
              <p className="mt-1.5 text-ink-soft">{t(`promises.${key}.text`)}</p>
            </li>
          ))}
        </ul>
        <div className="mt-14 text-center">
          <StartButton />
        </div>
      </section>
    </main>
  );
}
