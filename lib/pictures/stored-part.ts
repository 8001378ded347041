import type { ImageOperation } from '@/lib/print/operations';
import type { Orientation } from '@/lib/print/pdf/prepared-picture';

type Part = ImageOperation['source'];

/** Quarter turns clockwise, numbered as EXIF numbers them. */
const TURNED = { 0: 1, 1: 6, 2: 3, 3: 8 } as const;
const MIRRORED = 2;

/**
 * Where the part of a picture that an operation shows lies in the picture as it is stored: the mirroring, the quarter
 * turns and the EXIF orientation undone, the last first. In fractions of the stored sides.
 */
export function storedPart(
  {
    source,
    quarterTurns,
    isMirrored,
  }: Pick<ImageOperation, 'source' | 'quarterTurns' | 'isMirrored'>,
  orientation: Orientation,
): Part {
  const turned = isMirrored ? beforeTurning(source, MIRRORED) : source;
  return beforeTurning(beforeTurning(turned, TURNED[quarterTurns]), orientation);
}

/** Whether the stored picture lies on its side where it is drawn: its width runs along the box's height. */
export function liesOnItsSide(
  { quarterTurns }: Pick<ImageOperation, 'quarterTurns'>,
  orientation: Orientation,
): boolean {
  return orientation >= 5 !== (quarterTurns % 2 === 1);
}

function beforeTurning({ x, y, width, height }: Part, orientation: Orientation): Part {
  const [right, bottom] = [1 - x - width, 1 - y - height];
  const lying = { width: height, height: width };
  const places: Record<Orientation, Part> = {
    1: { x, y, width, height },
    2: { x: right, y, width, height },
    3: { x: right, y: bottom, width, height },
    4: { x, y: bottom, width, height },
    5: { x: y, y: x, ...lying },
    6: { x: y, y: right, ...lying },
    7: { x: bottom, y: right, ...lying },
    8: { x: bottom, y: x, ...lying },
  };
  return places[orientation];
}
