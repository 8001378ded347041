import { expect, test } from 'vitest';
import { readSourceFiles, type SourceFile } from '../support/architecture/source-files';

const CHANGE = /export const (POST|PUT|PATCH|DELETE) = defineRoute/;
const NOTES = /recordAudit\(|auditEvent\.create\(/;
/** Draws a look that nobody has saved: nothing is changed. */
const CHANGES_NOTHING = ['app/api/admin/looks/preview/route.ts'];
/** Use cases of the staff, and not what each of them imports anyway. */
const USE_CASE =
  /^lib\/(admin\/(?!.*(record-audit|require-staff|schema|store)$)|accounts\/add-staff$)/;

test('every change that staff can make leaves a row in the audit log', () => {
  const files = readSourceFiles();
  const byTarget = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const isAudited = (file: SourceFile, seen = new Set<string>()): boolean => {
    if (seen.has(file.path)) return false;
    seen.add(file.path);
    const next = file.imports.flatMap(({ target, isTypeOnly }) => {
      const used = !isTypeOnly && USE_CASE.test(target) ? byTarget.get(target) : undefined;
      return used ? [used] : [];
    });
    return NOTES.test(file.text) || next.some((used) => isAudited(used, seen));
  };
  const changing = files.filter(
    ({ path, text }) =>
      path.startsWith('app/api/admin/') && CHANGE.test(text) && !CHANGES_NOTHING.includes(path),
  );
  expect(changing.length).toBeGreaterThan(40);
  expect(changing.filter((file) => !isAudited(file)).map(({ path }) => path)).toEqual([]);
});
