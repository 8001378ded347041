import { DomainError } from '@/lib/core/errors';
import { type CalendarDocument, CalendarDocumentSchema } from './document';

/** Shape of a stored document before we know its version. */
type StoredDocument = Record<string, unknown> & { schemaVersion: number };

/**
 * One entry for each step from a stored shape to the next: MIGRATIONS[1] makes version 2 out of version 1.
 * A step is never edited after it was released; documents of sold calendars are read with it for years.
 */
const MIGRATIONS: Readonly<Record<number, (stored: StoredDocument) => StoredDocument>> = {};

const CURRENT_VERSION = 1;

/**
 * Reads a document as stored or sent: brings it to the current shape, then checks all of it.
 * @throws DomainError "calendar.invalid" naming the first wrong fields
 */
export function readDocument(value: unknown): CalendarDocument {
  const result = CalendarDocumentSchema.safeParse(migrate(value));
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= issue.message;
  throw new DomainError('calendar.invalid', {}, { cause: result.error, fields });
}

function migrate(value: unknown): unknown {
  if (!isStored(value)) return value;
  let stored = value;
  while (stored.schemaVersion < CURRENT_VERSION) {
    const step = MIGRATIONS[stored.schemaVersion];
    // Left as it is, it fails the check with its version named.
    if (!step) return stored;
    stored = step(stored);
  }
  return stored;
}

function isStored(value: unknown): value is StoredDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schemaVersion' in value &&
    typeof value.schemaVersion === 'number'
  );
}
