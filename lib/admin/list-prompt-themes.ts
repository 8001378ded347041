import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import type { PublishStatus } from '@/lib/db/generated/client';
import type { Localized } from '@/lib/studio/theme-content';
import { coverUrlOf } from '@/lib/studio/theme-cover';
import { type PromptCounts, sumCounts } from './prompt-counts';
import { countPrompts } from './prompt-store';
import { requireStaff } from './require-staff';

export type StaffPromptTheme = {
  id: Id<'promptTheme'>;
  slug: string;
  status: PublishStatus;
  names: Localized;
  descriptions: Localized;
  coverUrl: string | null;
  version: number;
  /** Kept seeds of the present texts, and all that were ever kept. */
  provenSeeds: number;
  seeds: number;
  /** Months that have at least one proven seed. */
  provenMonths: number;
  counts: PromptCounts;
};

/** Every theme in the order of the shelf. @throws DomainError "account.not_allowed" */
export async function listStaffPromptThemes(ctx: Ctx): Promise<StaffPromptTheme[]> {
  requireStaff(ctx, 'content');
  const rows = await ctx.db.promptTheme.findMany({
    orderBy: [{ sortOrder: 'asc' }, { slug: 'asc' }],
    include: {
      prompts: {
        select: { id: true, version: true, seeds: { select: { promptVersion: true } } },
      },
    },
  });
  const counts = await countPrompts(ctx, null);
  return rows.map((row) => {
    const proven = row.prompts.map(
      ({ version, seeds }) => seeds.filter(({ promptVersion }) => promptVersion === version).length,
    );
    return {
      id: row.id as Id<'promptTheme'>,
      slug: row.slug,
      status: row.status,
      names: row.names as Localized,
      descriptions: row.descriptions as Localized,
      coverUrl: coverUrlOf(row),
      version: row.version,
      provenSeeds: proven.reduce((sum, count) => sum + count, 0),
      provenMonths: proven.filter((count) => count > 0).length,
      seeds: row.prompts.reduce((sum, { seeds }) => sum + seeds.length, 0),
      counts: sumCounts(row.prompts.flatMap(({ id }) => counts.get(id) ?? [])),
    };
  });
}
