'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';

/** Every page of a template to leaf through: one large, all of them small below. */
export function TemplatePages({
  name,
  pages,
}: {
  name: string;
  pages: readonly { src: string; aspect: number }[];
}) {
  const t = useTranslations('templates');
  const [current, setCurrent] = useState(0);
  const page = pages[current];
  if (!page) return null;
  return (
    <section aria-label={t('pages')} className="flex min-w-0 flex-col gap-4">
      <div className="flex items-center gap-2 rounded-card bg-linen p-2 sm:p-6">
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('previous')}
          disabled={current === 0}
          onClick={() => setCurrent(current - 1)}
        >
          <ChevronLeft />
        </Button>
        <div className="flex min-w-0 flex-1 justify-center">
          {/* biome-ignore lint/performance/noImgElement: drawn by the print engine in the size that is shown */}
          <img
            key={page.src}
            src={page.src}
            alt={t('page_alt', { name, number: current + 1 })}
            className="max-h-[72dvh] w-auto max-w-full bg-sheet shadow-float"
            style={{ aspectRatio: String(page.aspect) }}
          />
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('next')}
          disabled={current === pages.length - 1}
          onClick={() => setCurrent(current + 1)}
        >
          <ChevronRight />
        </Button>
      </div>
      {pages.length > 1 ? (
        <ol className="flex gap-2 overflow-x-auto pb-2">
          {pages.map(({ src, aspect }, index) => (
            <li key={src} className="shrink-0">
              <button
                type="button"
                aria-label={t('page_alt', { name, number: index + 1 })}
                aria-current={index === current ? 'page' : undefined}
                onClick={() => setCurrent(index)}
                className={classes(
                  'block rounded-sm p-1',
                  index === current ? 'bg-accent-soft ring-2 ring-accent' : 'hover:bg-linen',
                )}
              >
                {/* biome-ignore lint/performance/noImgElement: drawn by the print engine in the size that is shown */}
                <img
                  src={src.replace('size=page', 'size=card')}
                  alt=""
                  loading="lazy"
                  className="h-20 w-auto bg-sheet shadow-sheet"
                  style={{ aspectRatio: String(aspect) }}
                />
              </button>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
