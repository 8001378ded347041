import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

/** One way into the product as its source declares it. */
export type RouteOnDisk = { method: string; path: string; access: string | null };
export type PageOnDisk = { path: string; access: string | null };
export type ActionOnDisk = { file: string; name: string; access: string | null };

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Every exported method of every route file; access null where none could be read. */
export function routesOnDisk(): RouteOnDisk[] {
  return filesNamed(/^route\.tsx?$/).flatMap((file) =>
    exportedConstants(file)
      .filter(({ name }) => METHODS.has(name))
      .map(({ name, text, source }) => ({
        method: name,
        path: addressOf(file),
        access: declaredAccess(text) ?? wrapperAccess(text, source),
      })),
  );
}

/** Every page; access null for a page that asks nobody who they are. */
export function pagesOnDisk(): PageOnDisk[] {
  return filesNamed(/^page\.tsx?$/).map((file) => {
    const asked = /\bpageCtx\(\s*'(\w+)'/.exec(readFileSync(file, 'utf8'));
    return { path: addressOf(file), access: asked?.[1] ?? null };
  });
}

/** Every server action of every "use server" file. */
export function actionsOnDisk(): ActionOnDisk[] {
  return filesNamed(/\.tsx?$/)
    .filter((file) => /^['"]use server['"]/m.test(readFileSync(file, 'utf8')))
    .flatMap((file) =>
      exportedConstants(file).map(({ name, text }) => ({
        file,
        name,
        access: declaredAccess(text),
      })),
    );
}

function filesNamed(pattern: RegExp, folder = 'app'): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesNamed(pattern, full);
      return pattern.test(entry.name) ? [full] : [];
    });
}

/** "app/(shop)/orders/[orderId]/page.tsx" is "/orders/[orderId]". */
function addressOf(file: string): string {
  const parts = file.split('/').slice(1, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
}

type Exported = { name: string; text: string; source: string };

/** Exported bindings with their source text, initialiser included. Reads the syntax tree, so layout does not matter. */
function exportedConstants(file: string): Exported[] {
  const source = readFileSync(file, 'utf8');
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  return program.body.flatMap((statement): Exported[] => {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
    const { declaration } = statement;
    const text = source.slice(declaration.start, declaration.end);
    if (declaration.type === 'FunctionDeclaration') {
      return declaration.id ? [{ name: declaration.id.name, text, source }] : [];
    }
    if (declaration.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ id, start, end }) =>
      id.type === 'Identifier' ? [{ name: id.name, text: source.slice(start, end), source }] : [],
    );
  });
}

function declaredAccess(text: string): string | null {
  return /\baccess:\s*'(\w+)'/.exec(text)?.[1] ?? null;
}

/** Webhooks are public by their wrapper; a wrapper in the same file declares the access for all that it makes. */
function wrapperAccess(text: string, source: string): string | null {
  const wrapper = /=\s*(\w+)\(/.exec(text)?.[1];
  if (wrapper === 'defineWebhook') return 'public';
  if (!wrapper || !new RegExp(`function ${wrapper}\\b`).test(source)) return null;
  return declaredAccess(source);
}
