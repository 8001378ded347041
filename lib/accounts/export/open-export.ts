import type { Readable } from 'node:stream';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { findExport, findExports } from './export-store';

export type ExportView = {
  id: Id<'dataExport'>;
  state: 'making' | 'ready' | 'over';
  bytes: number;
  createdAt: string;
  expiresAt: string | null;
};

/** The person's own exports, newest first. */
export async function listExports(ctx: Ctx): Promise<ExportView[]> {
  const rows = await findExports(ctx, asPerson(ctx).actor.userId);
  return rows.map((row) => ({
    id: row.id as Id<'dataExport'>,
    state: row.status === 'QUEUED' ? 'making' : row.fileKey === null ? 'over' : 'ready',
    bytes: row.fileBytes ?? 0,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }));
}

/** @throws DomainError "export.not_found" for absent, foreign, unfinished and expired ones alike */
export async function openExport(
  ctx: Ctx,
  input: { dataExportId: Id<'dataExport'> },
): Promise<{ body: Readable; bytes: number }> {
  // An admin who looks with the person's eyes takes nothing away.
  if (ctx.actor.lookedAtBy !== null) throw new DomainError('export.not_found');
  const row = await findExport(ctx, asPerson(ctx).actor.userId, input.dataExportId);
  const isOver = !row?.expiresAt || row.expiresAt <= ctx.clock.now();
  if (isOver || row.fileKey === null) throw new DomainError('export.not_found');
  const body = await ctx.providers.files.read(row.fileKey);
  return { body, bytes: row.fileBytes ?? 0 };
}
