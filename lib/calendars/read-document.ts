import { DomainError } from '@/lib/core/errors';
import { type CalendarDocument, CalendarDocumentSchema } from './document';

/** Shape of a stored document before we know its version. */
type StoredDocument = Record<string, unknown> & { schemaVersion: number };

/**
 * One entry for each step from a stored shape to the next: MIGRATIONS[1] makes version 2 out of version 1.
 * A step is never edited after it was released; documents of sold calendars are read with it for years.
 */
const MIGRATIONS: Readonly<Record<number, (stored: StoredDocument) => StoredDocument>> = {
  1: withDesigner,
};

const CURRENT_VERSION = 2;

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

/** 1 to 2: more slots, turned and filtered pictures, marks in the days, further pages. Prints as it did. */
function withDesigner(stored: StoredDocument): StoredDocument {
  const slot = (value: unknown) => {
    if (!isRecord(value)) return value;
    const crop = isRecord(value.crop)
      ? { quarterTurns: 0, isMirrored: false, straightenDeg: 0, ...value.crop }
      : value.crop;
    return { filter: 'none', ...value, crop };
  };
  // On landscape paper this layout had its photo at the side; there is another name for that now.
  const isLandscape = stored.formatId === 'wall-a4-landscape';
  const layout = (id: unknown) => (isLandscape && id === 'photo-above' ? 'photo-left' : id);
  const page = (value: unknown) => {
    if (!isRecord(value) || !Array.isArray(value.slots)) return value;
    const slots = value.slots.map(slot);
    while (slots.length < 6) slots.push(null);
    return { isLocked: false, ...value, layoutId: layout(value.layoutId), slots };
  };
  const date = (value: unknown) =>
    isRecord(value) ? { icon: null, colour: null, picture: null, personId: null, ...value } : value;
  return {
    hasNativeDigits: false,
    secondaryCalendar: 'none',
    hasMoonPhases: false,
    hasOverview: false,
    notesPages: 0,
    people: [],
    shownHolidays: [],
    ...stored,
    schemaVersion: 2,
    layoutId: layout(stored.layoutId),
    cover: page(stored.cover),
    pages: Array.isArray(stored.pages) ? stored.pages.map(page) : stored.pages,
    dates: Array.isArray(stored.dates) ? stored.dates.map(date) : stored.dates,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
