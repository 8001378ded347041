import { Readable } from 'node:stream';
import sharp from 'sharp';
import { DomainError } from '@/lib/core/errors';
import type { ModelFailure, ModelQueue } from '@/lib/providers/ports/model-queue';

/** A provider that enlarges what it is given at once, and fails as it is told. */
export class Enlarger implements ModelQueue {
  readonly submitted: { endpoint: string; input: Readonly<Record<string, unknown>> }[] = [];
  failure: ModelFailure | null = null;
  /** Changes the result before it is handed out. */
  bend: (bytes: Buffer) => Promise<Buffer> = async (bytes) => bytes;
  private readonly uploads = new Map<string, Buffer>();

  async upload({ body }: { body: Buffer }) {
    const url = `https://provider.test/${this.uploads.size}.jpg`;
    this.uploads.set(url, body);
    return url;
  }

  async submit({
    endpoint,
    input,
  }: {
    endpoint: string;
    input: Readonly<Record<string, unknown>>;
  }) {
    this.submitted.push({ endpoint, input });
    return { outcome: 'taken', requestId: crypto.randomUUID() } as const;
  }

  async state() {
    return { state: 'ended' } as const;
  }

  async result() {
    if (this.failure) return { ok: false, failure: this.failure } as const;
    return { ok: true, output: { image: { url: 'https://provider.test/large.png' } } } as const;
  }

  async download() {
    const sent = this.submitted.at(-1)?.input;
    const bytes = this.uploads.get(String(sent?.image_url));
    if (!bytes) throw new DomainError('model.unavailable');
    const factor = Number(sent?.upscale_factor);
    const { width, height } = await sharp(bytes).metadata();
    const larger = await sharp(bytes)
      .resize(Math.round(width * factor), Math.round(height * factor))
      .png({ compressionLevel: 1 })
      .toBuffer();
    return Readable.from([await this.bend(larger)]);
  }

  async cancel() {
    return 'asked' as const;
  }

  canReach() {
    return false;
  }

  async erase() {}

  verifyEvent(): never {
    throw new DomainError('webhook.bad_signature');
  }
}
