import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

export type SourceImport = {
  /** Path from the root without extension, or the package's name. */
  target: string;
  isTypeOnly: boolean;
  isOurs: boolean;
};

export type SourceFile = { path: string; text: string; imports: SourceImport[] };

const ROOT = process.cwd();
const FOLDERS = ['app', 'components', 'lib', 'prisma'];
const EXTENSIONS = ['.ts', '.tsx', '.mjs'];

/** Every source file of ours with its imports resolved: "../orders/x" and "@/lib/orders/x" are the same. */
export function readSourceFiles(): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = `${folder}/${entry.name}`;
      if (full === 'lib/db/generated' || full === 'prisma/migrations') continue;
      if (entry.isDirectory()) walk(full);
      else if (EXTENSIONS.includes(path.extname(entry.name)) && !entry.name.endsWith('.d.ts')) {
        files.push(parseSource(full, readFileSync(full, 'utf8')));
      }
    }
  };
  for (const folder of FOLDERS) walk(folder);
  return files;
}

/** Parses one file; used for the fixtures too, whose files need not exist. */
export function parseSource(file: string, text: string): SourceFile {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const imports: SourceImport[] = [];
  const add = (request: string, isTypeOnly: boolean) => {
    const isOurs = request.startsWith('@/') || request.startsWith('.');
    imports.push({ target: isOurs ? resolve(file, request) : request, isTypeOnly, isOurs });
  };
  for (const statement of module.staticImports) {
    const isTypeOnly =
      statement.entries.length > 0 && statement.entries.every((entry) => entry.isType);
    add(statement.moduleRequest.value, isTypeOnly);
  }
  for (const statement of module.staticExports) {
    for (const entry of statement.entries) {
      if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType);
    }
  }
  for (const dynamic of module.dynamicImports) {
    const request = text.slice(dynamic.moduleRequest.start, dynamic.moduleRequest.end);
    const literal = /^['"`](.*)['"`]$/.exec(request)?.[1];
    if (literal) add(literal, false);
  }
  return { path: file, text, imports };
}

function resolve(from: string, request: string): string {
  const joined = request.startsWith('@/')
    ? request.slice(2)
    : path.posix.join(path.posix.dirname(from), request);
  return joined.replace(/\.(ts|tsx|mjs|js)$/, '');
}

/** True for a path without extension that is a file of ours. */
export function exists(target: string): boolean {
  return (
    EXTENSIONS.some((extension) => existsSync(path.join(ROOT, target + extension))) ||
    (existsSync(path.join(ROOT, target)) && statSync(path.join(ROOT, target)).isFile())
  );
}
