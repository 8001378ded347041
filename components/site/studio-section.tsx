import { ArrowRight } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';

/** Covers of four themes, alternately a little lower, as prints pinned up to dry. */
const SAMPLES = ['twelve-paintings', 'vintage-postcards', 'silver-screen', 'golden-hour'] as const;

/** The landing page's word about the studio: what it does, what it asks for, how it looks. */
export async function StudioSection() {
  const t = await getTranslations('landing.studio');
  return (
    <section className="bg-ink py-16 text-white sm:py-20" aria-labelledby="studio">
      <div className="mx-auto grid max-w-6xl items-center gap-12 px-4 sm:px-6 lg:grid-cols-[0.95fr_1.05fr] lg:gap-16">
        <div>
          <h2 id="studio" className="text-4xl">
            {t('title')}
          </h2>
          <p className="mt-4 text-lg text-white/80">{t('lead')}</p>
          <ul className="mt-8 flex flex-col gap-5">
            {(['learn', 'year', 'price'] as const).map((point) => (
              <li key={point} className="border-l-2 border-white/25 pl-4">
                <h3 className="text-xl">{t(`${point}.title`)}</h3>
                <p className="mt-1 text-white/80">{t(`${point}.text`)}</p>
              </li>
            ))}
          </ul>
          <ButtonLink href="/studio" variant="secondary" size="lg" className="mt-9">
            {t('open')}
            <ArrowRight aria-hidden="true" />
          </ButtonLink>
        </div>
        <figure className="m-0">
          <ul className="grid grid-cols-2 gap-4 sm:gap-6">
            {SAMPLES.map((slug, index) => (
              <li
                key={slug}
                className={classes(
                  'relative bg-sheet p-2 shadow-float sm:p-3',
                  index % 2 === 1 && 'translate-y-6',
                )}
              >
                {/* biome-ignore lint/performance/noImgElement: a small still picture of our own */}
                <img
                  src={`/themes/${slug}.jpg`}
                  alt=""
                  loading="lazy"
                  width={640}
                  height={800}
                  className="block h-auto w-full"
                />
              </li>
            ))}
          </ul>
          <figcaption className="mt-12 text-sm text-white/75">{t('note')}</figcaption>
        </figure>
      </div>
    </section>
  );
}
