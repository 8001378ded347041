/** Names under which services send keys and whole card numbers; what stands there is nobody's to read. */
const SECRET_NAME =
  /secret|token|password|signature|authorization|api_?key|(^|_)(cvc|cvv|pan|hash)$|card_?number/i;
const CUT = '•••';

/**
 * A payload for people to read: JSON with two spaces, what is secret replaced. Text that is no JSON comes back as it
 * is, up to `limit` characters.
 */
export function cutSecrets(body: string, limit = 100_000): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return body.slice(0, limit);
  }
  return JSON.stringify(cut(value), null, 2).slice(0, limit);
}

function cut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_NAME.test(name) && inner !== null && inner !== '' ? CUT : cut(inner),
    ]),
  );
}
