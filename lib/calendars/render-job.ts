import type { Page } from '@/lib/print/operations';
import type { PreflightFinding } from '@/lib/print/preflight';

/** What the render process is told: everything is decided, only pixels and bytes are left to make. Plain JSON. */
export type RenderJob = {
  pages: Page[];
  pictures: [
    pictureId: string,
    file: { path: string; widthPx: number; heightPx: number; sha256?: string },
  ][];
  language: string;
  title: string;
  watermark: string | null;
  marks: boolean;
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
      findings: PreflightFinding[];
      peakMemoryBytes: number;
      cpuMs: number;
    }
  | { kind: 'picture-unreadable'; pictureId: string; detail: string }
  | { kind: 'failed'; detail: string };
