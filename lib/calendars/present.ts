import type { Id } from '@/lib/core/ids';
import type { YearMonth } from '@/lib/core/plain-date';
import type { CalendarDocument, FormatId } from './document';
import { periodOf } from './period';
import { readDocument } from './read-document';

/** A calendar as its editor gets it. */
export type CalendarView = {
  id: Id<'calendar'>;
  /** The name in lists; the printed title is the document's. */
  title: string;
  version: number;
  document: CalendarDocument;
  updatedAt: string;
};

/** A calendar in a list. */
export type CalendarSummary = {
  id: Id<'calendar'>;
  title: string;
  formatId: FormatId;
  period: { first: YearMonth; last: YearMonth };
  updatedAt: string;
  /** Part of an order: it cannot be deleted. */
  isOrdered: boolean;
  document: CalendarDocument;
};

type Row = { id: string; title: string; document: unknown; version: number; updatedAt: Date };

export function presentCalendar(row: Row): CalendarView {
  return {
    id: row.id as Id<'calendar'>,
    title: row.title,
    version: row.version,
    document: readDocument(row.document),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function presentSummary(row: Row & { _count: { orderItems: number } }): CalendarSummary {
  const document = readDocument(row.document);
  return {
    id: row.id as Id<'calendar'>,
    title: row.title,
    formatId: document.formatId,
    period: periodOf(document),
    updatedAt: row.updatedAt.toISOString(),
    isOrdered: row._count.orderItems > 0,
    document,
  };
}
