import { z } from 'zod';

/** What the sandbox's trainers learn: the photos themselves, made small. */
export type Weights = {
  /** Family of models it fits: "flux-1", "flux-2". */
  family: string;
  trigger: string;
  isStyle: boolean;
  /** JPEG files. */
  photos: Buffer[];
};

const HEADER_BYTES_MAX = 100_000;

const HeaderSchema = z.looseObject({
  __metadata__: z.object({ family: z.string(), trigger: z.string(), style: z.string() }),
});
const TensorSchema = z.object({ data_offsets: z.tuple([z.number(), z.number()]) });

/** As a file in the layout of safetensors: length of the header, the header as JSON, the bytes. */
export function packWeights({ family, trigger, isStyle, photos }: Weights): Buffer {
  const header: Record<string, unknown> = {
    __metadata__: { family, trigger, style: String(isStyle) },
  };
  let offset = 0;
  for (const [index, photo] of photos.entries()) {
    const data_offsets = [offset, offset + photo.length];
    header[`photo.${index}`] = { dtype: 'U8', shape: [photo.length], data_offsets };
    offset += photo.length;
  }
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, ...photos]);
}

/** @returns null when the bytes are not weights of the sandbox */
export function readWeights(bytes: Buffer): Weights | null {
  if (bytes.length < 8) return null;
  const length = bytes.readBigUInt64LE();
  if (length > HEADER_BYTES_MAX || bytes.length < 8 + Number(length)) return null;
  const start = 8 + Number(length);
  try {
    const header = HeaderSchema.parse(JSON.parse(bytes.toString('utf8', 8, start)));
    const { family, trigger, style } = header.__metadata__;
    const photos = Object.entries(header)
      .filter(([name]) => name.startsWith('photo.'))
      .map(([, tensor]) => {
        const [from, to] = TensorSchema.parse(tensor).data_offsets;
        return bytes.subarray(start + from, start + to);
      });
    return { family, trigger, isStyle: style === 'true', photos };
  } catch {
    return null;
  }
}
