import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { WallCalendar } from '@/components/site/wall-calendar';
import { Card } from '@/components/ui/card';
import { type ShowcasePage, showcaseSvg } from '@/lib/calendars/showcase';
import { dayAt, monthPartsOf } from '@/lib/core/plain-date';
import type { Locale } from '@/lib/i18n/locales';

const LEAF: ShowcasePage = {
  key: 'account',
  themeId: 'atelier',
  formatId: 'wall-a3-portrait',
  layoutId: 'photo-above',
  pageIndex: 4,
};

/** The frame of the small pages around signing in: the task on one sheet, beside it what it is all about. */
export async function AccountFrame({
  title,
  lead,
  children,
  below,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  below?: ReactNode;
}) {
  const t = await getTranslations('accounts');
  const language = (await getLocale()) as Locale;
  const year = monthPartsOf(dayAt(new Date(), 'UTC')).year + 1;
  return (
    <main
      id="content"
      className="mx-auto grid w-full max-w-6xl items-center gap-x-20 gap-y-10 px-4 py-8 sm:px-6 sm:py-14 lg:grid-cols-[minmax(0,29rem)_minmax(0,1fr)]"
    >
      <div className="mx-auto w-full max-w-md lg:max-w-none">
        <h1 className="text-4xl sm:text-5xl">{title}</h1>
        {lead ? <div className="mt-3 text-lg text-ink-soft">{lead}</div> : null}
        <Card className="mt-7">{children}</Card>
        {below ? <div className="mt-6 text-ink-soft">{below}</div> : null}
      </div>
      <WallCalendar
        svg={showcaseSvg(LEAF, year, language)}
        label={t('frame_picture')}
        className="mx-auto hidden w-full max-w-sm rotate-1 lg:block"
      />
    </main>
  );
}
