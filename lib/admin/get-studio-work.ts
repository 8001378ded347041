import { DomainError } from '@/lib/core/errors';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { ModelRequest, StarTransaction } from '@/lib/db/generated/client';
import { presentWork, type WorkView } from './list-studio-work';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { findActors, findAuditOf } from './store';
import { type WorkId, workKindOf } from './studio-schema';
import { findRequestsOf, findStarsOf, findWork } from './studio-store';

export type RequestView = Pick<
  ModelRequest,
  | 'id'
  | 'attempt'
  | 'endpoint'
  | 'status'
  | 'requestId'
  | 'providerStatus'
  | 'queuePosition'
  | 'errorType'
  | 'errorDetail'
> & {
  /** What was sent and what came back, as indented JSON without links. */
  input: string;
  output: string | null;
  createdAt: string;
  submittedAt: string | null;
  checkedAt: string | null;
  finishedAt: string | null;
  deadlineAt: string;
};

export type StudioWork = WorkView & {
  /** Newest attempt first. */
  requests: RequestView[];
  stars: number;
  ledger: Pick<StarTransaction, 'id' | 'entry' | 'type' | 'amount' | 'reason'>[];
  canStop: boolean;
  canRetry: boolean;
  /** Stars that may be given back; 0 where nothing was spent or all of it was given back. */
  refundable: number;
  audit: { id: string; at: string; action: string; actor: string | null; reason: string | null }[];
};

/**
 * One work with what the provider said about it. Its pictures are not part of it: nobody needs to see a face to mend a
 * request.
 * @throws DomainError "account.not_allowed", "work.not_found"
 */
export async function getStudioWork(ctx: Ctx, workId: WorkId): Promise<StudioWork> {
  requireStaff(ctx, 'content');
  return inTransaction(ctx, async (tx) => {
    const row = await findWork(tx, workId);
    if (!row) throw new DomainError('work.not_found');
    const requests = await findRequestsOf(tx, workKindOf(workId), workId);
    const ledger = await findStarsOf(tx, workId);
    const audit = await findAuditOf(tx, workId);
    const people = await findActors(
      tx,
      audit.flatMap(({ actorId }) => (actorId ? [actorId] : [])),
    );
    await recordAudit(tx, { action: 'studio.viewed', subject: workId });
    const work = presentWork(row);
    const isOpen = work.status === 'QUEUED' || work.status === 'RUNNING';
    const isRefunded = ledger.some(({ entry, type }) => entry === 'CREDIT' && type === 'REFUND');
    return {
      ...work,
      requests: requests.map(presentRequest),
      ledger: ledger
        .filter(({ userId }) => userId === row.ownerId)
        .map(({ id, entry, type, amount, reason }) => ({ id, entry, type, amount, reason })),
      canStop: isOpen,
      canRetry: work.status === 'FAILED',
      refundable: work.status === 'COMPLETED' && !isRefunded ? work.stars : 0,
      audit: audit
        .filter(({ action }) => action !== 'studio.viewed')
        .map(({ id, createdAt, action, actorId, data }) => {
          const actor = people.find((person) => person.id === actorId);
          const { reason } = (data ?? {}) as { reason?: unknown };
          return {
            id,
            at: createdAt.toISOString(),
            action,
            actor: actor?.name ?? actor?.email ?? actorId,
            reason: typeof reason === 'string' ? reason : null,
          };
        }),
    };
  });
}

function presentRequest(row: ModelRequest): RequestView {
  const { id, attempt, endpoint, status, requestId, providerStatus, queuePosition } = row;
  return {
    id,
    attempt,
    endpoint,
    status,
    requestId,
    providerStatus,
    queuePosition,
    errorType: row.errorType,
    errorDetail: row.errorDetail,
    input: JSON.stringify(row.input, null, 2),
    output: row.output === null ? null : JSON.stringify(row.output, null, 2),
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    deadlineAt: row.deadlineAt.toISOString(),
  };
}
