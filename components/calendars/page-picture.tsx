'use client';

import { memo, useMemo } from 'react';
import { classes } from '@/components/ui/classes';
import { framedSvg, type RenderedPage } from '@/lib/calendars/rendered-page';
import type { Rendition } from '@/lib/calendars/schema';

/**
 * A page as it will be printed. The drawing is markup of our own painter, which writes outlines and numbers only; text
 * that a person typed never becomes markup in it.
 */
export const PagePicture = memo(function PagePicture({
  page,
  rendition = 'screen',
  showBleed = false,
  className,
}: {
  page: RenderedPage;
  rendition?: Rendition;
  showBleed?: boolean;
  className?: string;
}) {
  const html = useMemo(() => {
    const framed = framedSvg(page, showBleed);
    return { __html: rendition === 'thumb' ? framed.replaceAll('/screen"', '/thumb"') : framed };
  }, [page, rendition, showBleed]);
  return (
    <span
      aria-hidden="true"
      className={classes('block [&>svg]:block [&>svg]:h-auto [&>svg]:w-full', className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
      dangerouslySetInnerHTML={html}
    />
  );
});

/** Height of a page by its width, for a place that is kept while the page is being drawn. */
export function aspectOf(page: Pick<RenderedPage, 'trim'>): string {
  return `${page.trim.widthMm} / ${page.trim.heightMm}`;
}
