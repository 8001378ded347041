import { DomainError } from '@/lib/core/errors';

/**
 * Lets through only text that a database can keep: no NUL, however deep inside. JSON and addresses can spell it,
 * PostgreSQL does not take it, and nobody types it.
 * @throws DomainError "request.invalid"
 */
export function requireStorableText(input: unknown): void {
  // A stack of its own: what comes in may be nested deeper than a call stack reaches.
  const waiting = [input];
  // The arguments of an action may hold themselves.
  const seen = new Set<unknown>();
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') {
      if (value.includes('\0')) throw new DomainError('request.invalid');
      continue;
    }
    if (seen.has(value)) continue;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const item of value) waiting.push(item);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) waiting.push(key, item);
    }
  }
}
