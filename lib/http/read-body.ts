import { DomainError } from '@/lib/core/errors';
import { requireStorableText } from './storable-text';

/** Reads a whole body as bytes. @throws DomainError "request.too_large" as soon as the limit is passed */
export async function readBody(request: Request, limitBytes: number): Promise<Buffer> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limitBytes) throw new DomainError('request.too_large');
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      throw new DomainError('request.too_large');
    }
    chunks.push(value);
  }
}

/** Reads a JSON body. @throws DomainError "request.invalid" for anything that is not JSON in UTF-8 with storable text */
export async function readJson(request: Request, limitBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.toLowerCase().startsWith('application/json')) {
    throw new DomainError('request.unsupported_type');
  }
  const bytes = await readBody(request, limitBytes);
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), wholeLetters);
  } catch (cause) {
    throw new DomainError('request.invalid', {}, { cause });
  }
  requireStorableText(parsed);
  return parsed;
}

/** A field that is full may have cut an emoji in two: the half becomes the sign for a missing letter. */
function wholeLetters(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}
