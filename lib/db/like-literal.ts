/** Text as LIKE finds it letter by letter: neither Prisma's `contains` and `startsWith` nor raw SQL quote its wildcards. */
export function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
