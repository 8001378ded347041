import type { SourceFile } from './source-files';

/**
 * Who may import whom. A room is named by the longest prefix that fits; what is not listed is forbidden.
 * `types` may be imported as types only: they vanish at run time, and so cannot carry work into a room.
 */
type Room = { path: string; values: readonly string[]; types?: readonly string[] };

const DOMAINS = [
  'lib/accounts',
  'lib/pictures',
  'lib/calendars',
  'lib/payments',
  'lib/stars',
  'lib/studio',
  'lib/orders',
];
const PLATFORM = [
  'lib/core',
  'lib/db',
  'lib/jobs/jobs',
  'lib/jobs/queue',
  'lib/messages',
  'lib/i18n',
  'lib/settings',
];
const DOCUMENT = ['lib/calendars/document', 'lib/calendars/page-plan'];
const PAPER = ['lib/print', 'lib/calendar-days', ...DOCUMENT];

export const ROOMS: readonly Room[] = [
  { path: 'lib/core', values: [] },
  { path: 'lib/db', values: ['lib/core'], types: ['lib/providers/ports'] },
  { path: 'lib/i18n', values: ['lib/core'] },
  { path: 'lib/print', values: ['lib/core', 'lib/calendar-days', ...DOCUMENT] },
  { path: 'lib/calendar-days', values: ['lib/core', 'lib/calendars/document'] },
  { path: 'lib/calendars/document', values: ['lib/core'] },
  { path: 'lib/calendars/page-plan', values: ['lib/core', 'lib/calendars/document'] },
  { path: 'lib/providers/ports', values: ['lib/core'] },
  {
    path: 'lib/providers',
    values: ['lib/core', 'lib/providers/ports', 'lib/print/font-book', 'lib/print/font-families'],
    types: ['lib/print'],
  },
  { path: 'lib/sandbox', values: ['lib/core'] },
  {
    path: 'lib/messages',
    values: ['lib/core', 'lib/db', 'lib/i18n', 'lib/jobs/queue', 'lib/jobs/jobs'],
  },
  { path: 'lib/settings', values: ['lib/core', 'lib/db'] },
  { path: 'lib/jobs/jobs', values: ['lib/core'] },
  { path: 'lib/jobs/queue', values: ['lib/core', 'lib/jobs/jobs'], types: ['lib/db'] },
  {
    path: 'lib/jobs',
    values: [
      ...PLATFORM,
      ...PAPER,
      ...DOMAINS,
      'lib/bot',
      'lib/jobs',
      'lib/providers/fonts',
      'lib/wiring',
    ],
  },
  { path: 'lib/wiring', values: ['lib/core', 'lib/providers', 'lib/sandbox/keys'] },
  { path: 'lib/http', values: ['lib/core', 'lib/db', 'lib/i18n', 'lib/accounts', 'lib/wiring'] },
  {
    path: 'lib/accounts',
    values: [...PLATFORM, 'lib/calendars/document', 'lib/stars/welcome-person', 'lib/wiring'],
    types: ['lib/providers/ports'],
  },
  {
    path: 'lib/pictures',
    values: [
      ...PLATFORM,
      'lib/calendars/document',
      'lib/calendars/remove-picture',
      'lib/print/filters',
      'lib/providers/output-profiles',
    ],
    types: ['lib/providers/ports', 'lib/print'],
  },
  {
    path: 'lib/calendars',
    values: [
      ...PLATFORM,
      ...PAPER,
      'lib/accounts',
      'lib/pictures',
      'lib/providers/fonts',
      'lib/providers/font-files',
      'lib/providers/output-profiles',
    ],
    types: ['lib/providers/ports'],
  },
  { path: 'lib/payments', values: [...PLATFORM, 'lib/accounts'], types: ['lib/providers/ports'] },
  {
    path: 'lib/stars',
    values: [...PLATFORM, 'lib/accounts', 'lib/payments'],
    types: ['lib/providers/ports'],
  },
  // The chat with our bot: an edge like a page, but one that a job answers, so the queue's workers reach it.
  {
    path: 'lib/bot',
    values: [...PLATFORM, 'lib/accounts', 'lib/payments', 'lib/stars'],
    types: ['lib/providers/ports'],
  },
  {
    path: 'lib/studio',
    values: [
      ...PLATFORM,
      ...DOCUMENT,
      'lib/accounts',
      'lib/pictures',
      'lib/calendars',
      'lib/print/formats',
      'lib/print/slot-boxes',
      'lib/stars',
    ],
    types: ['lib/providers/ports', 'lib/print'],
  },
  {
    path: 'lib/orders',
    values: [
      ...PLATFORM,
      ...PAPER,
      'lib/accounts',
      'lib/pictures',
      'lib/calendars',
      'lib/payments',
      'lib/stars',
      'lib/providers/fonts',
    ],
    types: ['lib/providers/ports'],
  },
  {
    path: 'lib/admin',
    values: [...PLATFORM, ...PAPER, ...DOMAINS],
    types: ['lib/providers/ports'],
  },
  { path: 'lib/cli', values: ['lib', 'prisma'] },
  { path: 'prisma', values: ['lib'] },
  { path: 'components/ui', values: ['components/ui'] },
  {
    path: 'components',
    values: ['components', 'lib/core', 'lib/i18n', ...PAPER],
    types: ['lib'],
  },
  {
    path: 'app',
    values: [
      'app',
      'components',
      'lib/core',
      'lib/http',
      'lib/i18n',
      ...PAPER,
      ...DOMAINS,
      'lib/bot',
      'lib/admin',
      'lib/db/notifications',
      'lib/messages/preferences',
      'lib/messages/unsubscribe',
    ],
    types: ['lib'],
  },
];

/** Queries without the use case around them: nothing outside lib may run them. */
const PRIVATE = [/\/store$/, /-store$/, /\/internal\//];

/** What a browser must never load, however long the way to it is. */
const SERVER_ONLY = [
  'lib/db',
  'lib/http',
  'lib/jobs',
  'lib/messages',
  'lib/providers',
  'lib/wiring',
  'lib/sandbox',
  'lib/cli',
];

/** Rules of such a room that a screen shows as choices. */
const NOT_SERVER_ONLY = ['lib/messages/kinds'];

const within = (target: string, prefix: string) =>
  target === prefix || target.startsWith(`${prefix}/`);

const bare = (file: string) => file.replace(/\.(ts|tsx|mjs)$/, '');

function roomOf(file: string): Room | undefined {
  return ROOMS.filter((room) => within(bare(file), room.path)).sort(
    (a, b) => b.path.length - a.path.length,
  )[0];
}

/** Rules and schemas that screens share with the server: followed to the end, their imports stay within the pure. */
function pureFiles(files: readonly SourceFile[]): ReadonlySet<string> {
  const byPath = new Map(files.map((file) => [bare(file.path), file]));
  const known = new Map<string, boolean>();
  const isPure = (target: string): boolean => {
    const decided = known.get(target);
    if (decided !== undefined) return decided;
    const file = byPath.get(target);
    const isServers = SERVER_ONLY.some((prefix) => within(target, prefix));
    if (!file || (isServers && !NOT_SERVER_ONLY.includes(target))) return false;
    // A cycle is judged by its other members.
    known.set(target, true);
    const result = file.imports.every(
      ({ target: next, isOurs, isTypeOnly }) =>
        isTypeOnly ||
        (isOurs
          ? next.endsWith('.json') || isPure(next)
          : !/^node:|^(sharp|pg|pg-boss|stripe|nodemailer)$/.test(next)),
    );
    known.set(target, result);
    return result;
  };
  return new Set([...byPath.keys()].filter(isPure));
}

/**
 * Imports that cross into a room where they may not go.
 * @param files what is judged
 * @param all the whole tree, for following imports; by default the judged files
 */
export function boundaryViolations(
  files: readonly SourceFile[],
  all: readonly SourceFile[] = files,
): string[] {
  const pure = pureFiles(all);
  const violations: string[] = [];
  for (const file of files) {
    const room = roomOf(file.path);
    if (!room) continue;
    for (const { target, isTypeOnly, isOurs } of file.imports) {
      if (!isOurs || within(target, room.path) || /\.(css|json)$/.test(target)) continue;
      const fits =
        room.values.some((prefix) => within(target, prefix)) ||
        (isTypeOnly && (room.types ?? []).some((prefix) => within(target, prefix))) ||
        (room.path === 'components' && within(target, 'lib') && pure.has(target));
      const isPrivate =
        !room.path.startsWith('lib') && PRIVATE.some((pattern) => pattern.test(target));
      if (!fits || isPrivate) violations.push(`${file.path} -> ${target}`);
    }
  }
  return violations;
}
