import type { ReadCtx } from '@/lib/db/context';

export function findSettingRow(ctx: ReadCtx, key: string) {
  return ctx.db.setting.findUnique({ where: { key } });
}
