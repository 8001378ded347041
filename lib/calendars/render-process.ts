import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { assert } from '@/lib/core/assert';
import {
  type PictureFile,
  pictureTarget,
  preparePlacement,
  tuneForPrint,
} from '@/lib/pictures/prepare-placement';
import type { ImageOperation } from '@/lib/print/operations';
import type { Separation } from '@/lib/print/paint-pdf';
import type { PreparedPicture } from '@/lib/print/pdf/prepared-picture';
import { outputProfileOf } from '@/lib/providers/output-profiles';
import type { RenderJob, RenderReply } from './render-job';

/*
 * The process that makes one print file and ends. Apart from the worker, because decoding large photographs can need
 * much memory or time, or fail badly, and because a process that ends gives all its memory back.
 */

/** Two pictures at a time, one thread each, keep two cores busy; a third only takes memory. */
const PICTURES_IN_FLIGHT = 2;

const reply = (message: RenderReply) =>
  new Promise<void>((resolve) => {
    // Only fails when the parent is gone, and then nobody wants an answer.
    process.send?.(message, undefined, undefined, () => resolve());
  });

class UnreadablePicture extends Error {
  readonly pictureId: string;
  constructor(pictureId: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.pictureId = pictureId;
  }
}

/** Starts on the pictures at once, in the order of the pages, and hands each out when its page is painted. */
function startPictures(job: RenderJob): (operation: ImageOperation) => Promise<PreparedPicture> {
  const target = pictureTarget(job.edition, job.press.condition);
  const files = new Map<string, PictureFile>(job.pictures);
  const waiting = job.pages
    .flatMap((page) => page.operations)
    .filter((operation) => operation.kind === 'image')
    .map((operation) => ({ operation, ...Promise.withResolvers<PreparedPicture>() }));
  const promised = new Map(waiting.map(({ operation, promise }) => [operation, promise]));
  // A failure is reported when its page asks for the picture; until then it must not count as unhandled.
  for (const { promise } of waiting) promise.catch(() => undefined);

  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { operation, resolve, reject } = next;
      try {
        const file = files.get(operation.pictureId);
        assert(file, `picture ${operation.pictureId} was handed over`);
        resolve(await preparePlacement(file, operation, { ...job, target }));
      } catch (error) {
        reject(new UnreadablePicture(operation.pictureId, error));
      }
    }
  };
  for (let lane = 0; lane < PICTURES_IN_FLIGHT; lane += 1) void work();
  return (operation) => {
    const picture = promised.get(operation);
    assert(picture, 'every placed picture was started');
    return picture;
  };
}

/** The colours of everything that is no picture, in the inks of the press. */
async function separate({ pages, watermarks, press }: RenderJob): Promise<Separation> {
  const [{ coloursOf, separateColours }, { inksOfColours }] = await Promise.all([
    import('@/lib/print/separation'),
    import('@/lib/pictures/convert-colours'),
  ]);
  const drawn = [...pages.flatMap((page) => page.operations), ...(watermarks ?? []).flat()];
  const { condition } = press;
  const separated = await separateColours(coloursOf(drawn), condition, (colours) =>
    inksOfColours(colours, condition),
  );
  return { profile: outputProfileOf(condition).bytes, ...separated };
}

async function render(job: RenderJob): Promise<RenderReply> {
  tuneForPrint();
  const picture = startPictures(job);
  const separation = job.edition === 'press' ? separate(job) : null;
  // Awaited once its libraries are loaded; until then a failure must not count as unhandled.
  separation?.catch(() => undefined);
  // Loaded while the first pictures are already being decoded on the other threads.
  const [{ fontsOfShapes }, { readFontFile }, { paintPdf }, { preflightFile }] = await Promise.all([
    import('@/lib/print/paint-fonts'),
    import('@/lib/providers/font-files'),
    import('@/lib/print/paint-pdf'),
    import('@/lib/print/preflight/file-rules'),
  ]);
  const sink = createWriteStream(job.unfinishedPath);
  // The write that fails says so to its caller; the event alone would end the process without a word.
  sink.on('error', () => undefined);
  const { sha256, byteLength } = await paintPdf(
    job.pages,
    {
      fonts: fontsOfShapes(job.shapes, readFontFile),
      language: job.language,
      title: job.title,
      hasAiPictures: job.hasAiPictures ?? false,
      watermark: (page) => job.watermarks?.[page.index] ?? [],
      edition: job.edition,
      press: job.press,
      separation: await separation,
      picture,
      onPage: (pagesDone, pageCount) => {
        void reply({ kind: 'page', pagesDone, pageCount });
      },
    },
    sink,
  );
  sink.end();
  await once(sink, 'close');
  // Otherwise written when a process ends by itself; this one is ended as soon as it has answered.
  flushCompileCache();
  const file = await open(job.unfinishedPath);
  try {
    const report = await preflightFile(
      {
        byteLength,
        read: async (offset, length) => {
          const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
          return buffer.subarray(0, bytesRead);
        },
      },
      {
        pages: job.pages,
        edition: job.edition,
        press: job.press,
        hasWatermark: job.watermarks !== null,
        pictures: new Map(job.pictures),
      },
    );
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    return {
      kind: 'done',
      sha256,
      bytes: byteLength,
      report,
      peakMemoryBytes: await peakMemoryBytes(),
      cpuMs: (userCPUTime + systemCPUTime) / 1000,
    };
  } finally {
    await file.close();
  }
}

/** `resourceUsage` would tell the parent's memory too: on Linux a new process begins with the peak of the old one. */
async function peakMemoryBytes(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const peakKb = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return (peakKb === undefined ? process.resourceUsage().maxRSS : Number(peakKb)) * 1024;
}

// The parent is gone: nobody waits for the file.
process.on('disconnect', () => process.exit(1));

process.once('message', (job: RenderJob) => {
  void render(job)
    .catch((error: unknown): RenderReply => {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return error instanceof UnreadablePicture
        ? { kind: 'picture-unreadable', pictureId: error.pictureId, detail }
        : { kind: 'failed', detail };
    })
    .then(reply)
    .then(() => process.exit(0));
});
