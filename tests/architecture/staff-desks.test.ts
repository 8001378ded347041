import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pagesOnDisk } from '../support/strangers/edges-on-disk';

const DECLARED = /(?:\bpageCtx\(\s*|\baccess:\s*)'(\w+)'/g;
const REQUIRED = /\brequireStaff\(ctx(?:, '(\w+)')?\)/g;
const ADMIN_MODULE = /from '@\/(lib\/admin\/[\w/-]+)'/g;
const PLACE = /href: '([^']+)', key: '\w+', access: '(\w+)'/g;

const found = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

const edges = ['app/admin', 'app/api/admin'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|\/)(?:page|route)\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** What the use cases of one file ask for; nothing for schemas and other files without a use case. */
function requiredBy(room: string): string[] {
  const file = [`${room}.ts`, `${room}.tsx`].find((name) => existsSync(name));
  return file ? found(REQUIRED, readFileSync(file, 'utf8')) : [];
}

describe('the desks of the staff section', () => {
  it.each(edges)('%s asks for the desk that its use cases ask for', (file) => {
    const source = readFileSync(file, 'utf8');
    const declared = new Set(found(DECLARED, source));
    expect(declared.size).toBeGreaterThan(0);
    for (const room of found(ADMIN_MODULE, source)) {
      const required = requiredBy(room);
      if (required.length === 0) continue;
      const met = required.filter((access) => declared.has(access));
      expect(met, `${room} requires ${required.join(', ')}`).not.toEqual([]);
    }
  });

  it('are offered by the way around to who may open them, and every one of its links leads to a page', () => {
    const pages = new Map(pagesOnDisk().map(({ path, access }) => [path, access]));
    const source = readFileSync('components/admin/admin-nav.tsx', 'utf8');
    const places = [...source.matchAll(PLACE)].map(([, href = '', access = '']) => [href, access]);
    expect(places.length).toBeGreaterThan(15);
    expect(places).toEqual(places.map(([href = '']) => [href, pages.get(href) ?? 'no such page']));
  });
});
