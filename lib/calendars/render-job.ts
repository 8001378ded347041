import type { Page } from '@/lib/print/operations';
import type { Shapes } from '@/lib/print/paint-fonts';
import type { FileReport } from '@/lib/print/preflight/file-rules';
import type { Edition, PressProfile } from '@/lib/print/press';
import type { WatermarkMark } from '@/lib/print/watermark';

/** What the render process is told: everything is decided, only pixels and bytes are left to make. Plain JSON. */
export type RenderJob = {
  pages: Page[];
  pictures: [
    pictureId: string,
    file: { path: string; widthPx: number; heightPx: number; sha256?: string },
  ][];
  language: string;
  title: string;
  hasAiPictures?: boolean;
  /** Of every run on the pages and in the watermarks, so that no text need be shaped again. */
  shapes: Shapes;
  /** The lines across each page of a proof; null for a file without. */
  watermarks: WatermarkMark[][] | null;
  edition: Edition;
  press: PressProfile;
  /** Gets its final name from the parent when all is well. */
  unfinishedPath: string;
  cacheDir: string | null;
  spillDir: string;
};

/** What the render process answers. */
export type RenderReply =
  | { kind: 'page'; pagesDone: number; pageCount: number }
  | {
      kind: 'done';
      sha256: string;
      bytes: number;
      report: FileReport;
      peakMemoryBytes: number;
      cpuMs: number;
    }
  | { kind: 'picture-unreadable'; pictureId: string; detail: string }
  | { kind: 'failed'; detail: string };
