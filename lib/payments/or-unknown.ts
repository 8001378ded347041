import { DomainError } from '@/lib/core/errors';

/**
 * What a till does not know it refuses in words of its own: null. Only when it cannot be asked, the comparison ends.
 * @throws DomainError "payment.provider_unavailable"
 */
export async function orUnknown<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'payment.provider_unavailable') throw error;
    return null;
  }
}
