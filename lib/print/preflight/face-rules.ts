import { formatOf, holesOf, notchOf } from '../formats';
import type { Box, ImageOperation, Page } from '../operations';
import { pictureMatrix } from '../picture-matrix';
import type { PreflightFinding, PreflightRule } from '../preflight';
import type { MeasuredPicture, PrintInput } from '../print-input';
import { intersection } from '../sheet';
import { reaches, shareWithin } from './place-tests';

/** Faces much smaller than the largest one of their picture are passers-by. */
const COUNTS_FROM = 0.25;
/** A face of which less shows was cropped away on purpose; one of which more shows is whole. */
const CUT = { from: 0.2, to: 0.85 };
/** A face is covered when so much of what shows of it lies under a ground that hides the picture. */
const COVERED_FROM = 0.2;
const HIDES_FROM = 0.5;

/** Where the faces of a placed picture come to lie on the page, cut away or not; largest first. */
export function facesOnPage(
  operation: Omit<ImageOperation, 'kind' | 'slotIndex' | 'radiusMm'>,
  { faces = [] }: MeasuredPicture,
): Box[] {
  const [a, b, c, d, e, f] = pictureMatrix({ ...operation, radiusMm: 0 });
  const largest = Math.max(0, ...faces.map(({ width, height }) => width * height));
  return faces
    .filter(({ width, height }) => width * height >= largest * COUNTS_FROM)
    .map(({ x, y, width, height }) => {
      const middle = { x: x + width / 2, y: y + height / 2 };
      // Straightened faces stay upright boxes about the same middle: the box around a turned box would be too large.
      const widthMm = width * Math.hypot(a, b);
      const heightMm = height * Math.hypot(c, d);
      const isOnItsSide = operation.quarterTurns % 2 === 1;
      const box = isOnItsSide ? { widthMm: heightMm, heightMm: widthMm } : { widthMm, heightMm };
      const xMm = operation.xMm + a * middle.x + c * middle.y + e;
      const yMm = operation.yMm + b * middle.x + d * middle.y + f;
      return { ...box, xMm: xMm - box.widthMm / 2, yMm: yMm - box.heightMm / 2 };
    });
}

/** Faces that the knife, the punch or the calendar's own ground would spoil. One finding of a kind for each picture. */
export function faceRules(page: Page, input: PrintInput): PreflightFinding[] {
  const format = formatOf(input.document.formatId, input.press);
  const notch = notchOf(format);
  const punched = [...holesOf(format), ...(notch ? [notch] : [])];
  const trim: Box = { xMm: 0, yMm: 0, ...page.trim };
  return page.operations.flatMap((operation, index) => {
    if (operation.kind !== 'image' || operation.slotIndex === null) return [];
    const picture = input.pictures.get(operation.pictureId);
    if (!picture?.faces?.length) return [];
    const seen = intersection(operation, trim);
    const grounds = page.operations
      .slice(index + 1)
      .filter((above) => above.kind === 'rect' && above.fill && above.opacity >= HIDES_FROM);
    const found = new Set<PreflightRule>();
    for (const face of facesOnPage(operation, picture)) {
      const share = shareWithin(face, seen);
      if (share < CUT.from) continue;
      if (share < CUT.to) found.add('face-cut');
      const shown = intersection(face, seen);
      if (punched.some((hole) => reaches(hole, shown))) found.add('face-in-binding');
      const isCovered = grounds.some(
        (ground) => ground.kind === 'rect' && shareWithin(shown, ground) >= COVERED_FROM,
      );
      if (isCovered) found.add('face-covered');
    }
    return [...found].map((rule) => ({
      rule,
      severity: 'amber' as const,
      pageIndex: page.index,
      slotIndex: operation.slotIndex,
      params: { page: page.index + 1 },
    }));
  });
}
