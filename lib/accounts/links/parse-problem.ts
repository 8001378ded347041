import { type ErrorCode, isErrorCode } from '@/lib/core/errors';

const SHOWN: readonly ErrorCode[] = [
  'account.blocked',
  'request.rate_limited',
  'server.unexpected',
];

/** The refusal named in the address of a page, if it is one that signing in elsewhere may end with. */
export function parseLinkProblem(value: string | string[] | undefined): ErrorCode | null {
  if (typeof value !== 'string' || !isErrorCode(value)) return null;
  return value.startsWith('link.') || SHOWN.includes(value) ? value : null;
}
