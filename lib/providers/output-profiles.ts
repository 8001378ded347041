import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OutputConditionId } from '@/lib/print/press';

/** The ICC profile of an output condition: from colours to inks and back. */
export type OutputProfile = {
  path: string;
  bytes: Uint8Array;
  sha256: string;
};

const read = new Map<OutputConditionId, OutputProfile>();

/**
 * The profile of a condition, read once in the life of the process. How it was made stands in lib/print/icc/README.md.
 * @throws when the working directory is not the project's
 */
export function outputProfileOf(condition: OutputConditionId): OutputProfile {
  const known = read.get(condition);
  if (known) return known;
  // Not beside this file: a bundler moves this file elsewhere and leaves the profiles where they are.
  const file = path.resolve(
    /* turbopackIgnore: true */ process.cwd(),
    'lib/print/icc',
    `${condition}.icc`,
  );
  const bytes = readFileSync(/* turbopackIgnore: true */ file);
  const profile = { path: file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  read.set(condition, profile);
  return profile;
}
