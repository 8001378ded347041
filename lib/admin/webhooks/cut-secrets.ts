/** Names under which services send keys and whole card numbers; what stands there is nobody's to read. */
const SECRET_NAME =
  /secret|token|password|signature|authorization|api_?key|(^|_)(cvc|cvv|pan|hash)$|card_?number/i;
const CUT = '•••';

/** What people said or look like is no business of the desk of money: names of such fields, by who sends them. */
const PRIVATE_NAMES: Readonly<Record<string, RegExp>> = {
  fal: /(^|_)(url|urls|prompt|prompts|caption)$/i,
  'telegram-bot': /^(text|caption|first_name|last_name|username|title|bio)$/i,
};
/** A picture inside the payload itself. */
const PICTURE = /^data:/i;

/** Whether a field of this sender may be read by staff. */
export function isReadable(provider: string, name: string): boolean {
  return !SECRET_NAME.test(name) && !PRIVATE_NAMES[provider]?.test(name);
}

/**
 * A payload for people to read: JSON with two spaces, what is secret or shows somebody replaced. Text that is no JSON
 * comes back as it is, up to `limit` characters.
 */
export function cutSecrets(body: string, provider: string, limit = 100_000): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return body.slice(0, limit);
  }
  return JSON.stringify(cut(value, provider), null, 2).slice(0, limit);
}

function cut(value: unknown, provider: string): unknown {
  if (typeof value === 'string') return PICTURE.test(value) ? CUT : value;
  if (Array.isArray(value)) return value.map((one) => cut(one, provider));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const isThere = inner !== null && inner !== '';
      return [name, isThere && !isReadable(provider, name) ? CUT : cut(inner, provider)];
    }),
  );
}
