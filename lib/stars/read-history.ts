import { assert } from '@/lib/core/assert';
import { asPerson, type Ctx, type ReadCtx } from '@/lib/db/context';
import type { StarTransactionType } from '@/lib/db/generated/client';
import { findHistory, findSubjects, type HistoryRow } from './history-store';

/** Lines on one page of the history. */
const PAGE_LINES = 25;

/** What a line of the history is about. `href` is null where there is nothing to open any more. */
export type Subject = {
  kind: 'picture' | 'training' | 'upscale' | 'style';
  /** Month of a calendar's picture, 1 to 12. */
  month: number | null;
  name: string | null;
  href: string | null;
};

/**
 * How a line moved stars: `under_way` and `spent` were set aside for work, `returned` came back from it, `undone` did
 * both one after the other.
 */
export type Move = 'added' | 'taken' | 'under_way' | 'spent' | 'set_aside' | 'returned' | 'undone';

export type HistoryLine = {
  id: string;
  position: number;
  at: string;
  type: StarTransactionType;
  move: Move;
  /** What it did to the balance. */
  amount: number;
  balanceAfter: number;
  subject: Subject | null;
  /** Staff's words for a grant; an error code or a word of ours for what came back. */
  reason: string | null;
};

/** `older` is what to ask for next; null at the beginning of time. */
export type History = { lines: HistoryLine[]; older: number | null };

/** The history of the person who asks, newest first, each work on one line. */
export function readHistory(ctx: Ctx, input: { before: number | null }): Promise<History> {
  return readHistoryOf(ctx, asPerson(ctx).actor.userId, input.before);
}

/** The same for anybody; only for staff's use cases. */
export async function readHistoryOf(
  ctx: ReadCtx,
  userId: string,
  before: number | null,
): Promise<History> {
  const rows = await findHistory(ctx, userId, before, PAGE_LINES + 1);
  const page = rows.slice(0, PAGE_LINES);
  const shown = page.filter((row) => moveOf(row) !== null);
  const subjects = await subjectsOf(ctx, userId, shown);
  return {
    lines: shown.map((row) => {
      const move = moveOf(row);
      assert(move !== null, 'hidden rows are left out');
      return {
        id: row.id,
        position: row.position,
        at: row.createdAt.toISOString(),
        type: row.type,
        move,
        amount: move === 'undone' ? 0 : row.amount,
        balanceAfter: row.balanceAfter,
        subject: (row.subjectId === null ? undefined : subjects.get(row.subjectId)) ?? null,
        reason: row.reason,
      };
    }),
    older: rows.length > PAGE_LINES ? (page.at(-1)?.position ?? null) : null,
  };
}

/** Null for a hold that the next row gave back: that row tells of both. */
function moveOf(row: HistoryRow): Move | null {
  switch (row.entry) {
    case 'CREDIT':
      return 'added';
    case 'DEBIT':
      return 'taken';
    case 'HOLD':
      if (row.closing === null) return 'under_way';
      if (row.closing.entry === 'SETTLE') return 'spent';
      // Between them others moved the balance, so that the running balance needs both lines.
      return row.closing.position === row.position + 1 ? null : 'set_aside';
    case 'RELEASE':
      return row.hold?.position === row.position - 1 ? 'undone' : 'returned';
    case 'SETTLE':
      return null;
  }
}

async function subjectsOf(
  ctx: ReadCtx,
  userId: string,
  rows: readonly HistoryRow[],
): Promise<Map<string, Subject>> {
  const ids = [...new Set(rows.flatMap(({ subjectId }) => (subjectId ? [subjectId] : [])))];
  const subjects = new Map<string, Subject>();
  if (ids.length === 0) return subjects;
  const found = await findSubjects(ctx, userId, ids);
  for (const { id, jobId, job, jobTask, deletedAt } of found.generations) {
    const set = job?.kind === 'MONTH_SET' ? `/studio/sets/${jobId}` : '/studio/gallery';
    const href = deletedAt ? null : set;
    subjects.set(id, { kind: 'picture', month: jobTask?.month ?? null, name: null, href });
  }
  for (const { id, loraModel } of found.trainings) {
    subjects.set(id, { kind: 'training', month: null, ...modelOf(loraModel) });
  }
  for (const { id } of found.upscales) {
    subjects.set(id, { kind: 'upscale', month: null, name: null, href: '/pictures' });
  }
  for (const style of found.styles) {
    subjects.set(style.id, { kind: 'style', month: null, ...modelOf(style) });
  }
  return subjects;
}

function modelOf(model: { id: string; name: string; deletedAt: Date | null }) {
  return model.deletedAt
    ? { name: null, href: null }
    : { name: model.name, href: `/studio/models/${model.id}` };
}
