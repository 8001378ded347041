import { parentPort } from 'node:worker_threads';
import { paintPrompt } from './paint-prompt';
import type { PaintAnswer, PaintOrder } from './painters';
import { repaintImage } from './repaint-image';

/** The other side of `Painters`: paints one picture after the other in a thread of its own. */
parentPort?.on('message', (order: PaintOrder) => {
  paint(order).then(
    (bytes) => answer({ ok: true, bytes }),
    (error: unknown) =>
      answer({ ok: false, reason: String(error instanceof Error ? error.stack : error) }),
  );
});

function answer(value: PaintAnswer): void {
  parentPort?.postMessage(value);
}

async function paint(order: PaintOrder): Promise<Buffer> {
  if (order.kind === 'repaint') {
    return repaintImage(asBuffer(order.bytes), order.prompt, order.seed);
  }
  const subjects = order.request.subjects.map((subject) => ({
    ...subject,
    photos: subject.photos.map(asBuffer),
  }));
  return paintPrompt({ ...order.request, subjects });
}

/** A Buffer comes out of the post as its plain bytes. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
