import { addDays, dayAt } from '@/lib/core/plain-date';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { type StudioFilter, WORK_KINDS, type WorkId, type WorkKind } from './studio-schema';
import {
  countWorks,
  findUsedModels,
  findWorks,
  measureWork,
  sumSpentStars,
  type WorkRow,
} from './studio-store';

export const STUDIO_PAGE_SIZE = 30;
const NUMBERS_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

export type WorkView = {
  id: WorkId;
  kind: WorkKind;
  status: WorkRow['status'];
  purpose: string | null;
  owner: { id: string; name: string | null; email: string | null };
  model: string;
  stars: number;
  errorCode: string | null;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
  /** Open for longer than such work usually takes. */
  isStuck: boolean;
};

export type StudioNumbers = {
  kinds: {
    kind: WorkKind;
    ended: number;
    /** 0 to 1; null where nothing ended. */
    rejectionRate: number | null;
    medianSeconds: number | null;
  }[];
  /** The last seven days in UTC, oldest first. */
  days: { day: string; stars: number }[];
};

export type StudioBoard = {
  rows: WorkView[];
  total: number;
  pageCount: number;
  /** On the whole board, whatever the filter. */
  stuck: number;
  models: { id: string; name: string }[];
  numbers: StudioNumbers;
};

/** Trainings, pictures and enlargements of everybody, stuck ones first. @throws DomainError "account.not_allowed" */
export async function listStudioWork(ctx: Ctx, filter: StudioFilter): Promise<StudioBoard> {
  requireStaff(ctx, 'content');
  return inTransaction(ctx, async (tx) => {
    const { found, stuck } = await countWorks(tx, filter);
    const rows = await findWorks(tx, filter, STUDIO_PAGE_SIZE);
    const models = await findUsedModels(tx);
    const now = tx.clock.now();
    const measured = await measureWork(tx, new Date(now.getTime() - NUMBERS_DAYS * DAY_MS));
    const first = addDays(dayAt(now, 'UTC'), 1 - NUMBERS_DAYS);
    const spent = await sumSpentStars(tx, new Date(`${first}T00:00:00Z`));
    await recordAudit(tx, {
      action: 'studio.listed',
      subject: 'studio',
      data: { kind: filter.kind, status: filter.status, page: filter.page, found },
    });
    return {
      rows: rows.map(presentWork),
      total: found,
      pageCount: Math.max(1, Math.ceil(found / STUDIO_PAGE_SIZE)),
      stuck,
      models: models.map(({ id, name, version }) => ({ id, name: `${name} ${version}` })),
      numbers: {
        kinds: WORK_KINDS.map((kind) => {
          const row = measured.find((candidate) => candidate.kind === kind);
          const ended = Number(row?.ended ?? 0);
          return {
            kind,
            ended,
            rejectionRate: ended === 0 ? null : Number(row?.rejected ?? 0) / ended,
            medianSeconds: row?.medianSeconds ?? null,
          };
        }),
        days: Array.from({ length: NUMBERS_DAYS }, (_, at) => {
          const day = addDays(first, at);
          return { day, stars: Number(spent.find((row) => row.day === day)?.stars ?? 0) };
        }),
      },
    };
  });
}

export function presentWork(row: WorkRow): WorkView {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    purpose: row.purpose,
    owner: { id: row.ownerId, name: row.ownerName, email: row.ownerEmail },
    model: `${row.modelName} ${row.modelVersion}`,
    stars: row.stars,
    errorCode: row.errorCode,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    isStuck: row.isStuck,
  };
}
