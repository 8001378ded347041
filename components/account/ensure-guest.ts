import { callApi } from '@/components/call-api';
import { signInBy } from './sign-in-request';

let underWay: Promise<void> | undefined;

/**
 * Makes sure that this browser has a session, a guest's if need be, before something is kept for it. Two clicks at once
 * make one guest.
 * @throws ApiProblem when the session cannot be made
 */
export function ensureGuest(): Promise<void> {
  underWay ??= start().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function start(): Promise<void> {
  const { role } = await callApi<{ role: string }>('GET', '/api/account');
  if (role === 'ANONYMOUS') await signInBy('guest');
}
