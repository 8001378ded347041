import type { SourceFile } from './source-files';

export const LINES_MAX = 400;

/** Files too long to be read in one go. Tables of data are looked up, not read. */
export function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !file.path.includes('/data/'))
    .filter((file) => file.text.split('\n').length > LINES_MAX + 1)
    .map((file) => `${file.path}: ${file.text.split('\n').length - 1} lines`);
}

/** Readers of the environment outside lib/core/env.ts and the programs of the command line. */
export function environmentReaders(files: readonly SourceFile[]): string[] {
  const mayRead = (path: string) =>
    path === 'lib/core/env.ts' ||
    path.startsWith('lib/cli/') ||
    // Started as programs of their own, before any module of ours could read the environment.
    path === 'lib/sandbox/main.ts' ||
    path === 'lib/i18n/load-messages.ts';
  return files
    .filter(
      (file) => !mayRead(file.path) && /\bprocess\s*\.\s*env\b/.test(withoutComments(file.text)),
    )
    .map((file) => file.path);
}

const IMPURE: readonly [RegExp, string][] = [
  [/\bIntl\s*\./, 'Intl'],
  [/\bnew\s+Date\s*\(/, 'new Date'],
  [/\bDate\s*\.\s*now\b/, 'Date.now'],
  [/\bMath\s*\.\s*random\b/, 'Math.random'],
  [/\bprocess\s*\./, 'process'],
  [/\btoLocale(Upper|Lower)?(Case|String|DateString)\s*\(/, 'toLocale…'],
  [/\bfetch\s*\(/, 'fetch'],
];
const IMPURE_MODULES =
  /^node:(?!crypto$|stream$|zlib$|events$|buffer$)|^(fs|path|os|child_process|sharp|pg)$/;

/**
 * Paper must not depend on the clock, the machine's language data, chance, the environment or any file.
 * @param except "path: what" entries that are explained where they are passed in
 */
export function impurities(
  files: readonly SourceFile[],
  folders: readonly string[],
  except: ReadonlySet<string> = new Set(),
): string[] {
  const found: string[] = [];
  for (const file of files) {
    if (!folders.some((folder) => file.path.startsWith(`${folder}/`))) continue;
    const code = withoutComments(file.text);
    for (const [pattern, name] of IMPURE) {
      if (pattern.test(code)) found.push(`${file.path}: ${name}`);
    }
    for (const { target, isTypeOnly } of file.imports) {
      if (!isTypeOnly && IMPURE_MODULES.test(target)) found.push(`${file.path}: ${target}`);
    }
  }
  return found.filter((entry) => !except.has(entry));
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Exports of route files that do not come from an edge wrapper, and actions that do not come from defineAction. */
export function undeclaredEdges(files: readonly SourceFile[]): string[] {
  const found: string[] = [];
  for (const file of files) {
    if (/^app\/.*\/route\.tsx?$/.test(file.path)) {
      for (const method of METHODS) {
        const exported = new RegExp(
          `export\\s+(?:const|async function|function)\\s+${method}\\b([^\\n]*)`,
        );
        const match = exported.exec(file.text);
        if (match && !/=\s*(defineRoute|defineWebhook|authRoute)\b/.test(match[0])) {
          found.push(`${file.path}: ${method}`);
        }
      }
      if (/export\s*\{[^}]*\b(GET|POST|PUT|PATCH|DELETE)\b/.test(file.text))
        found.push(`${file.path}: re-export`);
    }
    if (/^['"]use server['"]/m.test(file.text)) {
      for (const [line, name] of file.text.matchAll(
        /export\s+(?:const|async function|function)\s+(\w+)[^\n]*/g,
      )) {
        const declared = new RegExp(`${name}[^=]*=\\s*(await\\s+)?defineAction\\b`);
        const delegates =
          /async function/.test(line) &&
          new RegExp(`function ${name}[\\s\\S]{0,200}?return \\w+Action\\(`).test(file.text);
        if (!declared.test(file.text) && !delegates) found.push(`${file.path}: ${name}`);
      }
    }
  }
  return found;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1');
}
