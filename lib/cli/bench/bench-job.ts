import type { Page } from '@/lib/print/operations';
import type { Shapes } from '@/lib/print/paint-fonts';
import type { Edition } from '@/lib/print/press';

/** What every candidate is given: the same laid out pages, pictures and font files. */
export type BenchJob = {
  /** For whatever a candidate needs to write beside its result. */
  folder: string;
  out: string;
  /** press: pictures in inks; proof: pictures in sRGB. */
  edition: Edition;
  /** The ICC profile of the inks; null in sRGB. */
  profilePath: string | null;
  pages: Page[];
  /** For ourselves, who do not shape text where the file is made. */
  shapes: Shapes;
  pictures: [pictureId: string, file: { path: string; widthPx: number; heightPx: number }][];
  fontFiles: [fontId: string, path: string][];
  /** Which stored pixels each placed picture takes and how many it becomes, in the order of the pages. */
  placements: {
    file: string;
    crop: { left: number; top: number; width: number; height: number };
    size: { width: number; height: number };
  }[];
};

/** What a candidate tells about itself before it ends. */
export type BenchUsage = { peakKb: number; cpuMs: number };
