'use client';

import { memo, useMemo } from 'react';
import { classes } from '@/components/ui/classes';
import { framedSvg, type RenderedPage } from '@/lib/calendars/rendered-page';
import type { Rendition } from '@/lib/calendars/schema';
import { proofedSvg, type SoftProof } from './use-soft-proof';

/**
 * A page as it will be printed. The drawing is markup of our own painter, which writes outlines and numbers only; text
 * that a person typed never becomes markup in it.
 */
export const PagePicture = memo(function PagePicture({
  page,
  rendition = 'screen',
  showBleed = false,
  proof = null,
  className,
}: {
  page: RenderedPage;
  rendition?: Rendition;
  showBleed?: boolean;
  /** Shows it in printed colours. */
  proof?: SoftProof | null;
  className?: string;
}) {
  const html = useMemo(() => {
    const framed = framedSvg(page, showBleed);
    const sized = rendition === 'thumb' ? framed.replaceAll('/screen"', '/thumb"') : framed;
    return { __html: proof ? proofedSvg(sized, proof) : sized };
  }, [page, rendition, showBleed, proof]);
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
