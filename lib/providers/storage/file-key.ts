import { assert } from '@/lib/core/assert';

/** S3 allows 1024 bytes; a folder's longest name on common file systems is 255 bytes. */
const KEY_LENGTH_MAX = 512;
const SEGMENT_LENGTH_MAX = 200;
// No segment starts with a dot: that rules out "..", and leaves dotted names to the store itself.
const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
const PREFIX = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*)?$/;

/** Stops a key that is not ours: letters, digits, "._-" and single slashes between segments. */
export function assertFileKey(key: string): void {
  assert(key.length <= KEY_LENGTH_MAX && KEY.test(key), 'a file key is plain path segments');
  assert(
    key.split('/').every((segment) => segment.length <= SEGMENT_LENGTH_MAX),
    'a segment of a file key fits a file name',
  );
}

/** Stops a listing prefix that could not be the start of a key; the empty prefix lists everything. */
export function assertFilePrefix(prefix: string): void {
  assert(prefix.length <= KEY_LENGTH_MAX && PREFIX.test(prefix), 'a prefix is the start of a key');
}

/** Both ends inclusive, as in HTTP; an end past the last byte is cut there. */
export type ByteRange = { start: number; end: number };

export function assertByteRange(range: ByteRange): void {
  assert(
    Number.isSafeInteger(range.start) &&
      Number.isSafeInteger(range.end) &&
      range.start >= 0 &&
      range.end >= range.start,
    'a byte range is two offsets in order',
  );
}
