import { z } from 'zod';
import { requireEnv } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import { type Id, idSchema } from '@/lib/core/ids';
import { openToken, signToken } from '@/lib/core/signed-token';
import type { Ctx, ReadCtx } from '@/lib/db/context';

const DAY_SECONDS = 24 * 60 * 60;
/** A house fetches its file at once and, when that failed, again for some days. */
const FILE_DAYS = 7;
const HAND_OFF_DAYS = 14;
/** Keeps these links apart from all others. */
const PURPOSE = 'print';

const LinkSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    printJobId: idSchema('printJob'),
    orderItemId: idSchema('orderItem'),
    /** Unix seconds. */
    expires: z.int(),
  }),
  z.strictObject({
    kind: z.literal('hand-off'),
    printJobId: idSchema('printJob'),
    expires: z.int(),
  }),
]);
export type PrintLink = z.output<typeof LinkSchema>;

/** Where a house fetches one print file, for a week. The same address all day, so that a repeated order is the same. */
export function printFileUrl(
  ctx: ReadCtx,
  file: { printJobId: Id<'printJob'>; orderItemId: Id<'orderItem'> },
): string {
  return linkTo({ kind: 'file', ...file, expires: expiryOf(ctx, FILE_DAYS) });
}

/** Where people at a press fetch everything of one print job, for two weeks. */
export function handOffUrl(
  ctx: ReadCtx,
  printJobId: Id<'printJob'>,
): { url: string; expiresAt: Date } {
  const expires = expiryOf(ctx, HAND_OFF_DAYS);
  return {
    url: linkTo({ kind: 'hand-off', printJobId, expires }),
    expiresAt: new Date(expires * 1000),
  };
}

/** @throws DomainError "request.not_found" for a link that is forged, bent or expired */
export function readPrintLink(ctx: Pick<Ctx, 'clock'>, token: string): PrintLink {
  const link = LinkSchema.safeParse(openToken(PURPOSE, token, requireEnv('AUTH_SECRET')));
  if (!link.success || link.data.expires * 1000 <= ctx.clock.now().getTime()) {
    throw new DomainError('request.not_found');
  }
  return link.data;
}

function linkTo(link: PrintLink): string {
  const token = signToken(PURPOSE, link, requireEnv('AUTH_SECRET'));
  return new URL(`/api/print-links/${token}`, requireEnv('APP_URL')).href;
}

function expiryOf(ctx: ReadCtx, days: number): number {
  const today = Math.floor(ctx.clock.now().getTime() / 1000 / DAY_SECONDS);
  return (today + days + 1) * DAY_SECONDS;
}
