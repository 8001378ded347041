import { invalid, notFound } from './world';

type Listed = { id: string; created: number };

/**
 * One page of a list as Stripe's API has them: newest first, `limit` 1 to 100 (10 when left out), `starting_after`,
 * `created` as a number or with gt, gte, lt, lte.
 * @param rows oldest first
 * @throws StripeRefusal
 */
export function listPage<T extends Listed>(
  rows: readonly T[],
  query: URLSearchParams,
  kind: { url: string; object: string; filters: readonly string[] },
): { object: 'list'; url: string; has_more: boolean; data: T[] } {
  for (const name of query.keys()) {
    const isKnown =
      /^(limit|starting_after|created(\[(gt|gte|lt|lte)\])?|expand\[\d*\])$/.test(name) ||
      kind.filters.includes(name);
    if (!isKnown) {
      throw invalid(`Received unknown parameter: ${name}`, {
        code: 'parameter_unknown',
        param: name,
      });
    }
  }
  const limit = Number(query.get('limit') ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalid(`Invalid integer: ${query.get('limit')}`, { param: 'limit' });
  }
  const matching = rows.toReversed().filter((row) => isWithin(row.created, query));
  const after = query.get('starting_after');
  const index = after === null ? -1 : matching.findIndex(({ id }) => id === after);
  if (after !== null && index < 0) throw notFound(kind.object, after);
  const data = matching.slice(index + 1, index + 1 + limit);
  return { object: 'list', url: kind.url, has_more: index + 1 + limit < matching.length, data };
}

function isWithin(created: number, query: URLSearchParams): boolean {
  const bound = (name: string) => {
    const text = query.get(name);
    return text === null ? null : Number(text);
  };
  const exact = bound('created');
  const gt = bound('created[gt]');
  const gte = bound('created[gte]');
  const lt = bound('created[lt]');
  const lte = bound('created[lte]');
  return (
    (exact === null || created === exact) &&
    (gt === null || created > gt) &&
    (gte === null || created >= gte) &&
    (lt === null || created < lt) &&
    (lte === null || created <= lte)
  );
}
