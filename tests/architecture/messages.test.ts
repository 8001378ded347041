import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
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

/** Whether a plural of the sentence has a singular, but not every other form that the language knows. */
function lacksForms(locale: string, text: string): boolean {
  const times = (form: string) =>
    text.match(new RegExp(`[,}]\\s*${form}\\s*\\{`, 'g'))?.length ?? 0;
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return forms.some((form) => times(form) < times('one'));
}

/** The sentence as a page shows it. @throws when it cannot be formatted */
function fill(locale: string, text: string, values: Record<string, number>): string {
  const translate = createTranslator({
    locale,
    messages: { text },
    onError(error) {
      throw error;
    },
  });
  return translate('text', values);
}

const source = read(SOURCE);

describe('copy', () => {
  it.each(LOCALES)('%s has every sentence, and none that English lacks', (locale) => {
    const own = read(locale);
    const missing = [...source.keys()].filter((key) => !own.has(key));
    const surplus = [...own.keys()].filter((key) => !source.has(key));
    expect({ missing, surplus }).toEqual({ missing: [], surplus: [] });
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

  it.each(LOCALES)('%s gives a plural that has a singular all forms of its language', (locale) => {
    const bad = [...read(locale)].filter(([, text]) => lacksForms(locale, text));
    expect(bad.map(([key]) => key)).toEqual([]);
  });

  it.each(LOCALES)('%s is filled with numbers and names of any size without an error', (locale) => {
    const broken = [...read(locale)].filter(([, text]) => {
      const words = text.replace(/<\/?\w+>/g, '');
      return [0, 1, 2, 5, 22, 1.5].some((number) => {
        const values = Object.fromEntries(argumentsOf(text).map((name) => [name, number]));
        try {
          return fill(locale, words, values).includes('{');
        } catch {
          return true;
        }
      });
    });
    expect(broken.map(([key]) => key)).toEqual([]);
  });

  it('differences are caught', () => {
    expect(lacksForms('pl', '{n, plural, one {#} few {#} other {#}}')).toBe(true);
    expect(lacksForms('en', '{n, plural, one {#} few {#} other {#}}')).toBe(false);
    expect(argumentsOf('{count, plural, one {# photo} other {# photos of {name}}}')).toEqual([
      'count',
      'name',
    ]);
  });
});
