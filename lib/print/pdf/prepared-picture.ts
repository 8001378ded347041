import type { ImageOperation, Page } from '../operations';

/** How the stored pixels must be turned to be upright, numbered as in EXIF. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A JPEG that fills its box exactly: cropped, at the resolution of the print, in sRGB or grey. */
export type PreparedPicture = {
  /** Same key, same bytes: the file holds them once however often they are placed. */
  key: string;
  /** Size as stored, before it is turned upright. */
  widthPx: number;
  heightPx: number;
  orientation: Orientation;
  colour: 'rgb' | 'grey';
  byteLength: number;
  /** The bytes in pieces. A piece may be overwritten as soon as the next one is asked for. */
  read(): AsyncIterable<Uint8Array>;
};

/** Hands the painter the picture for one operation; asked for in page order, when its page is painted. */
export type PreparePicture = (operation: ImageOperation, page: Page) => Promise<PreparedPicture>;
