import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findActors } from '../store';
import { findAuditEvents, findPersonByEmail } from './audit-store';
import type { AuditFilter } from './schema';

const PAGE_SIZE = 50;

export type AuditRow = {
  id: string;
  at: string;
  action: string;
  subject: string;
  /** Page of the staff section about the subject; null where it has none. */
  href: string | null;
  /** Null is the system. */
  actor: { id: string; name: string } | null;
  /** What was noted of it, as "field: value". */
  details: string[];
};

/** Who did what, in the order of the filter; days are UTC. @throws DomainError "account.not_allowed" */
export async function listAudit(
  ctx: Ctx,
  filter: AuditFilter,
): Promise<{ rows: AuditRow[]; hasNext: boolean }> {
  requireStaff(ctx, 'admin');
  return inTransaction(ctx, async (tx) => {
    const { actor, action, subject, from, to, sort, page } = filter;
    const who = await actorIdOf(tx, actor);
    const found =
      who === 'nobody'
        ? []
        : await findAuditEvents(
            tx,
            { action, subject, from, to, sort, ...(who === 'anybody' ? {} : { actorId: who.id }) },
            page,
            PAGE_SIZE,
          );
    const shown = found.slice(0, PAGE_SIZE);
    const people = await findActors(tx, [
      ...new Set(shown.flatMap(({ actorId }) => actorId ?? [])),
    ]);
    await recordAudit(tx, { action: 'audit.viewed', subject: 'audit', data: { page } });
    return {
      hasNext: found.length > PAGE_SIZE,
      rows: shown.map((row) => {
        const person = people.find(({ id }) => id === row.actorId);
        return {
          id: row.id,
          at: row.createdAt.toISOString(),
          action: row.action,
          subject: row.subject,
          href: hrefOf(row.subject),
          actor:
            (row.actorId && {
              id: row.actorId,
              name: person?.name ?? person?.email ?? row.actorId,
            }) ||
            null,
          details: detailsOf(row.data),
        };
      }),
    };
  });
}

async function actorIdOf(
  tx: TxCtx,
  actor: string,
): Promise<{ id: string | null } | 'anybody' | 'nobody'> {
  if (actor === '') return 'anybody';
  if (actor === 'system') return { id: null };
  const id = actor.includes('@') ? await findPersonByEmail(tx, actor) : actor;
  return id === null ? 'nobody' : { id };
}

const PAGES: Readonly<Record<string, string>> = {
  ord: 'orders',
  usr: 'customers',
  out: 'messages',
  whk: 'webhooks',
  clm: 'claims',
  gft: 'certificates',
  pro: 'promos',
};

function hrefOf(subject: string): string | null {
  const place = PAGES[subject.slice(0, 3)];
  return place && /^[a-z]{3}_[0-9a-z]+$/.test(subject) ? `/admin/${place}/${subject}` : null;
}

function detailsOf(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([field, value]) => {
    // A filter that was not set says nothing.
    if (value === null || value === '') return [];
    return [`${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`];
  });
}
