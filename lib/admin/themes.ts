import { DomainError } from '@/lib/core/errors';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { PublishStatus } from '@/lib/db/generated/client';
import { BUILT_IN_THEME_IDS, builtInThemes, type Theme } from '@/lib/print/theme';
import { ThemeSchema } from '@/lib/print/theme-schema';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

/** A theme as staff see it: built in, made by staff, or built in and changed. */
export type StaffTheme = {
  id: string;
  name: string;
  isBuiltIn: boolean;
  /** null for a built-in theme that nobody changed. */
  row: { status: PublishStatus; version: number; updatedAt: string } | null;
  theme: Theme;
};

/** Every theme, built-in ones first. @throws DomainError "account.not_allowed" */
export async function listStaffThemes(ctx: Ctx): Promise<StaffTheme[]> {
  requireStaff(ctx, 'content');
  const rows = await ctx.db.printTheme.findMany({ orderBy: { createdAt: 'asc' } });
  const changed = new Map(rows.map((row) => [row.id, row]));
  const presented = (id: string, builtIn: Theme | null): StaffTheme[] => {
    const row = changed.get(id);
    const own = row ? ThemeSchema.safeParse(row.data).data : undefined;
    const theme = own ? { ...own, id } : builtIn;
    if (!theme) return [];
    return [
      {
        id,
        name: row?.name ?? id,
        isBuiltIn: builtIn !== null,
        row: row
          ? { status: row.status, version: row.version, updatedAt: row.updatedAt.toISOString() }
          : null,
        theme,
      },
    ];
  };
  const made = rows.filter(({ id }) => !BUILT_IN_THEME_IDS.includes(id));
  return [
    ...builtInThemes().flatMap((theme) => presented(theme.id, theme)),
    ...made.flatMap(({ id }) => presented(id, null)),
  ];
}

/** @throws DomainError "account.not_allowed", "theme.not_found" */
export async function getStaffTheme(ctx: Ctx, id: string): Promise<StaffTheme> {
  const theme = (await listStaffThemes(ctx)).find((one) => one.id === id);
  if (!theme) throw new DomainError('theme.not_found');
  return theme;
}

/**
 * Stores a theme, new or changed. Proofs that exist keep the theme that they were made with.
 * @param input.expectedVersion of the row that was edited; null where there was none
 * @throws DomainError "account.not_allowed", "theme.invalid" with the wrong fields, "theme.conflict"
 */
export async function saveTheme(
  ctx: Ctx,
  input: {
    id: string;
    name: string;
    theme: unknown;
    status: PublishStatus;
    expectedVersion: number | null;
  },
): Promise<{ version: number }> {
  const staff = requireStaff(ctx, 'content');
  const { id, name, status, expectedVersion } = input;
  const read = ThemeSchema.safeParse({ ...(input.theme as object), id });
  if (!read.success) {
    const fields: Record<string, string> = {};
    for (const issue of read.error.issues) fields[issue.path.join('.')] ??= issue.message;
    throw new DomainError('theme.invalid', {}, { fields });
  }
  const data = { name, status, data: read.data };
  return inTransaction(ctx, async (tx) => {
    const { count } =
      expectedVersion === null
        ? await tx.db.printTheme.createMany({
            data: [{ id, ...data, createdById: staff.userId }],
            skipDuplicates: true,
          })
        : await tx.db.printTheme.updateMany({
            where: { id, version: expectedVersion },
            data: { ...data, version: expectedVersion + 1 },
          });
    if (count !== 1) throw new DomainError('theme.conflict');
    const version = (expectedVersion ?? 0) + 1;
    await recordAudit(tx, { action: 'theme.saved', subject: id, data: { status, version } });
    return { version };
  });
}

/**
 * Takes the row of a theme away: a changed built-in theme is itself again, a draft is gone. A theme that was ever
 * offered stays, withdrawn, because calendars may use it.
 * @throws DomainError "account.not_allowed", "theme.not_found", "theme.in_use"
 */
export async function removeTheme(ctx: Ctx, id: string): Promise<void> {
  requireStaff(ctx, 'content');
  await inTransaction(ctx, async (tx) => {
    const row = await tx.db.printTheme.findUnique({ where: { id }, select: { status: true } });
    if (!row) throw new DomainError('theme.not_found');
    if (row.status !== 'DRAFT' && !BUILT_IN_THEME_IDS.includes(id)) {
      throw new DomainError('theme.in_use');
    }
    await tx.db.printTheme.delete({ where: { id } });
    await recordAudit(tx, { action: 'theme.removed', subject: id });
  });
}
