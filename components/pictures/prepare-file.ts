import { ApiProblem } from '@/components/call-api';
import type { ErrorCode, ErrorParams } from '@/lib/core/errors';
import { fileKindOf, isAcceptedKind, KIND_HEAD_BYTES } from '@/lib/pictures/file-kind';
import { UPLOAD_MAX_BYTES, UPLOAD_MAX_MEGABYTES } from '@/lib/pictures/limits';

const JPEG_QUALITY = 0.95;

/**
 * What is sent for a chosen file: the file itself, or a JPEG where it is a HEIC that this browser can show.
 * Tells at once what the server would refuse after the upload.
 * @throws ApiProblem with the reason
 */
export async function prepareFile(file: File): Promise<File> {
  if (file.size > UPLOAD_MAX_BYTES) {
    throw refusal('picture.too_large_file', { max: UPLOAD_MAX_MEGABYTES });
  }
  let head: ArrayBuffer;
  try {
    head = await file.slice(0, KIND_HEAD_BYTES).arrayBuffer();
  } catch (cause) {
    // Moved, or kept in a cloud that cannot be reached now.
    throw refusal('picture.damaged', {}, cause);
  }
  const kind = fileKindOf(new Uint8Array(head));
  if (isAcceptedKind(kind)) return file;
  if (kind === 'HEIC') return heicToJpeg(file);
  if (kind === null) throw refusal('picture.not_an_image');
  throw refusal('picture.unsupported_type', { kind });
}

/** Safari decodes HEIC; other browsers say that they cannot. */
async function heicToJpeg(file: File): Promise<File> {
  try {
    const bitmap = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    const drawing = canvas.getContext('2d');
    if (!drawing) throw new Error('no canvas');
    drawing.drawImage(bitmap, 0, 0);
    bitmap.close();
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY);
    });
    // Larger than this browser's canvas may be.
    if (!blob) throw new Error('no picture');
    return new File([blob], file.name.replace(/\.hei[cf]$/i, '.jpg'), { type: 'image/jpeg' });
  } catch (cause) {
    throw refusal('picture.heic', {}, cause);
  }
}

function refusal(code: ErrorCode, params: ErrorParams = {}, cause?: unknown): ApiProblem {
  return new ApiProblem({ code, params, fields: {}, requestId: '' }, { cause });
}
