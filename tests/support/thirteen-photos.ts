import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paintScene } from '@/lib/sandbox/paint-scene';

const REAL = path.resolve('../shared/photos');

/** Thirteen photographs as files: real ones where they are beside the project, else scenes that the sandbox paints. */
export async function thirteenPhotos(folder: string): Promise<string[]> {
  if (existsSync(REAL)) {
    const real = readdirSync(REAL)
      .filter((name) => name.endsWith('.jpg'))
      .sort()
      .slice(0, 13)
      .map((name) => path.join(REAL, name));
    if (real.length === 13) return real;
  }
  const files: string[] = [];
  for (let index = 0; index < 13; index += 1) {
    const file = path.join(folder, `painted-${String(index + 1).padStart(2, '0')}.jpg`);
    const month = (index % 12) + 1;
    writeFileSync(
      file,
      await paintScene({ month, seed: index + 1, widthPx: 4800, heightPx: 3600, quality: 80 }),
    );
    files.push(file);
  }
  return files;
}
