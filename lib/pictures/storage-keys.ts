import { randomUUID } from 'node:crypto';
import type { Id } from '@/lib/core/ids';
import type { FileStore } from '@/lib/providers/ports/file-store';

/** Received bytes that were not decoded yet. Never served, and gone after ingest. */
export const UPLOADS_PREFIX = 'uploads/';
const PICTURES_PREFIX = 'pictures/';

export function uploadKey(pictureId: Id<'picture'>): string {
  return `${UPLOADS_PREFIX}${pictureId}`;
}

/** The picture that an upload key belongs to. */
export function pictureOfUpload(key: string): string {
  return key.slice(UPLOADS_PREFIX.length);
}

export type StoredKeys = { master: string; screen: string; thumb: string };

/** A fresh set of names for each attempt: two workers on the same picture never write over each other. */
export function newStoredKeys(pictureId: Id<'picture'>): StoredKeys {
  const folder = `${folderOf(pictureId)}${randomUUID()}`;
  return {
    master: `${folder}/master.jpg`,
    screen: `${folder}/screen.jpg`,
    thumb: `${folder}/thumb.jpg`,
  };
}

/** Deletes every file of a picture, the received one too, except those in `keep`. Safe to repeat. */
export async function deleteStoredFiles(
  files: FileStore,
  pictureId: Id<'picture'>,
  keep: StoredKeys | null = null,
): Promise<void> {
  await files.delete(uploadKey(pictureId));
  const kept = new Set<string>(keep ? Object.values(keep) : []);
  const found: string[] = [];
  for await (const key of files.list(folderOf(pictureId))) if (!kept.has(key)) found.push(key);
  for (const key of found) await files.delete(key);
}

/** Spread over folders by the random end of the id: its start is the time. */
function folderOf(pictureId: Id<'picture'>): string {
  return `${PICTURES_PREFIX}${pictureId.slice(-2)}/${pictureId}/`;
}
