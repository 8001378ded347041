import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '@/lib/core/errors';
import { LOCALES } from '@/lib/i18n/locales';

type Tree = { [key: string]: string | Tree };

const SOURCE = 'en';
const FOLDER = 'lib/i18n/messages';

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const result = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') result.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) result.set(inner, text);
  }
  return result;
}

function read(locale: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const file of readdirSync(`${FOLDER}/${locale}`)) {
    const tree = JSON.parse(readFileSync(`${FOLDER}/${locale}/${file}`, 'utf8')) as Tree;
    for (const [key, text] of flat(tree, `${file.slice(0, -5)}:`)) all.set(key, text);
  }
  return all;
}

/** Names of the arguments of an ICU message. */
function argumentsOf(message: string): string[] {
  return [
    ...new Set([...message.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map((match) => match[1] as string)),
  ].sort();
}

const source = read(SOURCE);

describe('copy', () => {
  it.each(LOCALES)('%s has every sentence, and none that English lacks', (locale) => {
    const own = read(locale);
    expect([...own.keys()].sort()).toEqual([...source.keys()].sort());
  });

  it.each(LOCALES)('%s uses the same arguments as English', (locale) => {
    const own = read(locale);
    const differing = [...source].filter(([key, text]) => {
      const other = own.get(key);
      // Plural branches may repeat or leave out an argument's number, never its name.
      return other !== undefined && argumentsOf(other).join() !== argumentsOf(text).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each(LOCALES)('%s has words for every error code', (locale) => {
    const own = read(locale);
    expect(ERROR_CODES.filter((code) => !own.get(`errors:${code}`))).toEqual([]);
  });

  it('of Ukrainian plurals covers one, few and many', () => {
    const bad = [...read('uk')].filter(
      ([, text]) => /plural,/.test(text) && !/few/.test(text) && /one\s*\{/.test(text),
    );
    expect(bad.map(([key]) => key)).toEqual([]);
  });

  it('differences are caught', () => {
    expect(argumentsOf('{count, plural, one {# photo} other {# photos of {name}}}')).toEqual([
      'count',
      'name',
    ]);
  });
});
