import { requireEnv } from '@/lib/core/env';
import type { Id } from '@/lib/core/ids';
import { type OwnDate, OwnDateSchema } from '../document';
import { linkKeyOf } from '../link-key';
import type { DateRow, InviteRow } from './store';

/** A date of the date book as its owner sees it. */
export type BookDate = {
  id: OwnDate['id'];
  value: OwnDate;
  source: 'OWN' | 'IMPORT' | 'INVITE';
  /** Who added it through a link, as they called themselves. */
  contributor: string | null;
  /** Calendar that the link was made for. */
  calendarId: Id<'calendar'> | null;
  createdAt: string;
};

/** null for a row that an older version wrote in a shape that is not read any more. */
export function presentDate(
  row: DateRow,
  calendarOfInvite: ReadonlyMap<string, string | null>,
): BookDate | null {
  const value = OwnDateSchema.safeParse(row.value);
  if (!value.success) return null;
  return {
    id: value.data.id,
    value: value.data,
    source: row.source,
    contributor: row.contributor,
    calendarId: (calendarOfInvite.get(row.inviteId ?? '') ?? null) as Id<'calendar'> | null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** A link for relatives as its owner sees it. */
export type InviteView = {
  id: string;
  url: string;
  title: string;
  calendarId: string | null;
  dates: number;
  expiresAt: string;
};

export function presentInvite(row: InviteRow): InviteView {
  return {
    id: row.id,
    url: new URL(`/your-dates/${linkKeyOf('dates', row.id)}`, requireEnv('APP_URL')).href,
    title: row.title,
    calendarId: row.calendarId,
    dates: row._count.dates,
    expiresAt: row.expiresAt.toISOString(),
  };
}
