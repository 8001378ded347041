import type { CalendarDocument } from '@/lib/calendars/document';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import { formatOf } from '@/lib/print/formats';
import { aspectOf, PagePicture } from './page-picture';

/** A drawn variant, or a sheet of its size while it is being drawn. */
export function VariantPicture({
  page,
  document,
}: {
  page: RenderedPage | null;
  document: CalendarDocument;
}) {
  const { trim } = formatOf(document.formatId);
  return (
    <span className="block w-full bg-linen" style={{ aspectRatio: aspectOf({ trim }) }}>
      {page ? <PagePicture page={page} rendition="thumb" /> : null}
    </span>
  );
}
