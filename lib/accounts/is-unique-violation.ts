import { Prisma } from '@/lib/db/generated/client';

/** Whether the database refused a row because another one has the same unique value (P2002). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
