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

/** Names of the arguments of an ICU message: what follows a brace in running text, not in the branches of a plural. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const readText = (start: number): number => {
    let at = start;
    while (at < message.length && message[at] !== '}') {
      at = message[at] === '{' ? readArgument(at + 1) : at + 1;
    }
    return at;
  };
  const readArgument = (start: number): number => {
    const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(,)?)?/.exec(message.slice(start));
    if (!head?.[1]) throw new Error(`Not an ICU message: ${message}`);
    names.add(head[1]);
    let at = start + head[0].length;
    while (at < message.length && message[at] !== '}') {
      at = message[at] === '{' ? readText(at + 1) + 1 : at + 1;
    }
    return at + 1;
  };
  readText(0);
  return [...names].sort();
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
