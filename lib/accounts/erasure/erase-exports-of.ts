import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';

/** Removes every file that a person had made of their data. */
export async function eraseExportsOf(ctx: Ctx, userId: Id<'user'>): Promise<number> {
  const rows = await ctx.db.dataExport.findMany({ where: { userId } });
  for (const { id, fileKey } of rows) {
    // One that is being made right now has its file under this name too.
    await ctx.providers.files.delete(fileKey ?? `exports/${id}.zip`);
  }
  await ctx.db.dataExport.deleteMany({ where: { userId } });
  return rows.length;
}
