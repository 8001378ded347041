import { reference, textString } from './pdf-values';
import type { PdfWriter } from './pdf-writer';

/** Writes a bookmark for each page; returns the number of the outline. */
export function writeOutline(
  writer: PdfWriter,
  bookmarks: readonly { title: string; pageId: number }[],
): number {
  const outlineId = writer.reserve();
  const ids = bookmarks.map(() => writer.reserve());
  const link = (key: string, id: number | undefined) =>
    id === undefined ? '' : ` /${key} ${reference(id)}`;
  for (const [index, { title, pageId }] of bookmarks.entries()) {
    const neighbours = `${link('Prev', ids[index - 1])}${link('Next', ids[index + 1])}`;
    const target = `/Parent ${reference(outlineId)} /Dest [${reference(pageId)} /Fit]`;
    writer.object(`<< /Title ${textString(title)} ${target}${neighbours} >>`, ids[index]);
  }
  const ends = `${link('First', ids[0])}${link('Last', ids.at(-1))}`;
  return writer.object(`<< /Type /Outlines /Count ${ids.length}${ends} >>`, outlineId);
}
