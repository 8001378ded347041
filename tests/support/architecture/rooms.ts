import type { SourceFile } from './source-files';

/**
 * Who may import whom. A room is named by the longest prefix that fits; what is not listed is forbidden.
 * `types` may be imported as types only: they vanish at run time, and so cannot carry work into a room.
 */
type Room = { path: string; values: readonly string[]; types?: readonly string[] };

const DOMAINS = ['lib/accounts', 'lib/pictures', 'lib/calendars', 'lib/payments', 'lib/orders'];
const PLATFORM = [
  'lib/core',
  'lib/db',
  'lib/jobs/jobs',
  'lib/jobs/queue',
  'lib/messages',
  'lib/i18n',
];
const PAPER = ['lib/print', 'lib/calendar-days', 'lib/calendars/document'];

export const ROOMS: readonly Room[] = [
  { path: 'lib/core', values: [] },
  { path: 'lib/db', values: ['lib/core'], types: ['lib/providers/ports'] },
  { path: 'lib/i18n', values: ['lib/core'] },
  { path: 'lib/print', values: ['lib/core', 'lib/calendar-days', 'lib/calendars/document'] },
  { path: 'lib/calendar-days', values: ['lib/core', 'lib/calendars/document'] },
  { path: 'lib/calendars/document', values: ['lib/core'] },
  { path: 'lib/providers/ports', values: ['lib/core'] },
  {
    path: 'lib/providers',
    values: ['lib/core', 'lib/providers/ports', 'lib/print/font-book'],
    types: ['lib/print'],
  },
  { path: 'lib/sandbox', values: ['lib/core'] },
  {
    path: 'lib/messages',
    values: ['lib/core', 'lib/db', 'lib/i18n', 'lib/jobs/queue', 'lib/jobs/jobs'],
  },
  { path: 'lib/jobs/jobs', values: ['lib/core'] },
  { path: 'lib/jobs/queue', values: ['lib/core', 'lib/jobs/jobs'], types: ['lib/db'] },
  {
    path: 'lib/jobs',
    values: [...PLATFORM, ...PAPER, ...DOMAINS, 'lib/jobs', 'lib/providers/fonts', 'lib/wiring'],
  },
  { path: 'lib/wiring', values: ['lib/core', 'lib/providers', 'lib/sandbox/keys'] },
  { path: 'lib/http', values: ['lib/core', 'lib/db', 'lib/i18n', 'lib/accounts', 'lib/wiring'] },
  { path: 'lib/accounts', values: [...PLATFORM, 'lib/calendars/document', 'lib/wiring'] },
  {
    path: 'lib/pictures',
    values: [...PLATFORM, 'lib/calendars/document', 'lib/calendars/remove-picture'],
    types: ['lib/providers/ports', 'lib/print'],
  },
  {
    path: 'lib/calendars',
    values: [...PLATFORM, ...PAPER, 'lib/accounts', 'lib/pictures', 'lib/providers/fonts'],
    types: ['lib/providers/ports'],
  },
  { path: 'lib/payments', values: [...PLATFORM, 'lib/accounts'], types: ['lib/providers/ports'] },
  {
    path: 'lib/orders',
    values: [
      ...PLATFORM,
      ...PAPER,
      'lib/accounts',
      'lib/pictures',
      'lib/calendars',
      'lib/payments',
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
      'lib/admin',
      'lib/db/notifications',
    ],
    types: ['lib'],
  },
];

/** Files that a room keeps for itself. */
const PRIVATE = [/\/store$/, /\/internal\//];

const within = (target: string, prefix: string) =>
  target === prefix || target.startsWith(`${prefix}/`);

function roomOf(file: string): Room | undefined {
  const bare = file.replace(/\.(ts|tsx|mjs)$/, '');
  return ROOMS.filter((room) => within(bare, room.path)).sort(
    (a, b) => b.path.length - a.path.length,
  )[0];
}

/** Imports that cross into a room where they may not go. */
export function boundaryViolations(
  files: readonly SourceFile[],
  allowed: ReadonlyMap<string, string> = new Map(),
): string[] {
  const violations: string[] = [];
  for (const file of files) {
    const room = roomOf(file.path);
    if (!room) continue;
    for (const { target, isTypeOnly, isOurs } of file.imports) {
      if (!isOurs || within(target, room.path)) continue;
      if (/\.(css|json)$/.test(target)) continue;
      const key = `${file.path} -> ${target}`;
      if (allowed.has(key)) continue;
      const fits =
        room.values.some((prefix) => within(target, prefix)) ||
        (isTypeOnly && (room.types ?? []).some((prefix) => within(target, prefix)));
      const isPrivate = PRIVATE.some((pattern) => pattern.test(target));
      if (!fits || (isPrivate && room.path !== 'lib/cli')) violations.push(key);
    }
  }
  return violations;
}
