import type { TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';

/** Two people who change the same setting at once go one after the other, so that the log tells what was before. */
export async function lockSetting(tx: TxCtx, key: string): Promise<void> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtext(${`setting:${key}`}))`;
}

export function findSettingRows(tx: TxCtx, keys: readonly string[]) {
  return tx.db.setting.findMany({ where: { key: { in: [...keys] } } });
}

export async function putSetting(
  tx: TxCtx,
  setting: { key: string; value: Prisma.InputJsonValue; updatedById: string },
): Promise<void> {
  const { key, ...data } = setting;
  await tx.db.setting.upsert({ where: { key }, create: { key, ...data }, update: data });
}

export async function dropSetting(tx: TxCtx, key: string): Promise<void> {
  await tx.db.setting.deleteMany({ where: { key } });
}
