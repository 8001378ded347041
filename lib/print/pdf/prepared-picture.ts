import type { ImageOperation, Page } from '../operations';

/** How the stored pixels must be turned to be upright, numbered as in EXIF. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/**
 * A JPEG that holds exactly the `source` of its operation: cropped, filtered, at the resolution of the print, but with its
 * pixels as they are stored. The painter turns it upright, then as the operation asks.
 */
export type PreparedPicture = {
  /** Same key, same bytes: the file holds them once however often they are placed. */
  key: string;
  /** Size as stored, before it is turned upright. */
  widthPx: number;
  heightPx: number;
  orientation: Orientation;
  /** 4 is CMYK as Adobe stores it, with 0 for full ink. */
  components: 1 | 3 | 4;
  /** What the numbers mean: sRGB, grey ink of an untouched grey picture, or the inks of the output condition. */
  colour: 'srgb' | 'grey' | 'press';
  byteLength: number;
  /** The bytes in pieces. A piece may be overwritten as soon as the next one is asked for. */
  read(): AsyncIterable<Uint8Array>;
};

/** Hands the painter the picture for one operation; asked for in page order, when its page is painted. */
export type PreparePicture = (operation: ImageOperation, page: Page) => Promise<PreparedPicture>;
