import { describe, expect, it } from 'vitest';
import { boundaryViolations, ROOMS } from '../support/architecture/rooms';
import { exists, parseSource, readSourceFiles } from '../support/architecture/source-files';

const files = readSourceFiles();

describe('rooms', () => {
  it('finds the source files, so that a green result means something', () => {
    expect(files.length).toBeGreaterThan(150);
    for (const room of ROOMS) {
      expect(
        files.some((file) => file.path.startsWith(room.path)),
        `${room.path} has files`,
      ).toBe(true);
    }
  });

  it('resolves every import of ours to a file that exists', () => {
    const missing = files.flatMap((file) =>
      file.imports
        .filter(
          ({ isOurs, target }) =>
            isOurs && !target.startsWith('lib/db/generated') && !exists(target),
        )
        .map(({ target }) => `${file.path} -> ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('import only from the rooms they may', () => {
    expect(boundaryViolations(files)).toEqual([]);
  });

  const forbidden: [string, string, string][] = [
    ['core reaching into a domain', 'lib/core/a.ts', `import { x } from '../orders/place-order';`],
    ['paper reaching for the database', 'lib/print/a.ts', `import { db } from '@/lib/db/client';`],
    [
      'a domain reaching for staff',
      'lib/orders/a.ts',
      `import { x } from '@/lib/admin/list-orders';`,
    ],
    ['payments knowing orders', 'lib/payments/a.ts', `import { x } from '../orders/place-order';`],
    ['a page reaching for the database', 'app/x/page.tsx', `import { db } from '@/lib/db/client';`],
    ['a page reaching for a store', 'app/x/page.tsx', `import { x } from '@/lib/orders/store';`],
    [
      'a primitive with domain words',
      'components/ui/a.tsx',
      `import { x } from '@/lib/orders/schema';`,
    ],
    [
      'a view running a use case',
      'components/orders/a.tsx',
      `import { x } from '@/lib/orders/place-order';`,
    ],
    [
      'a lazy import across the wall',
      'lib/print/a.ts',
      `const m = await import('@/lib/db/client');`,
    ],
    [
      'a re-export across the wall',
      'lib/core/a.ts',
      `export { x } from '@/lib/orders/place-order';`,
    ],
  ];
  it.each(forbidden)('refuses %s', (_name, path, text) => {
    expect(boundaryViolations([parseSource(path, text)], files)).toHaveLength(1);
  });

  it('lets a screen share pure rules, and refuses what reaches the server on the way', () => {
    const view = (target: string) =>
      parseSource('components/x/a.tsx', `import { x } from '@/lib/x/${target}';`);
    const lib = [
      parseSource('lib/x/rules.ts', `import { y } from './words';`),
      parseSource('lib/x/words.ts', 'export const y = 1;'),
      parseSource('lib/x/leaky.ts', `import { z } from './deep';`),
      parseSource('lib/x/deep.ts', `import { db } from '@/lib/db/client';`),
    ];
    expect(boundaryViolations([view('rules')], lib)).toEqual([]);
    expect(boundaryViolations([view('leaky')], lib)).toHaveLength(1);
  });

  it('lets types cross where only types may', () => {
    const view = parseSource(
      'components/orders/a.tsx',
      `import type { OrderView } from '@/lib/orders/present';`,
    );
    expect(boundaryViolations([view])).toEqual([]);
  });
});
