import { domainToASCII } from 'node:url';
import { DomainError } from '@/lib/core/errors';

/** RFC 5321, 4.5.3.1: 64 for the local part; 254 for what fits a path. */
const LOCAL_MAX = 64;
const ADDRESS_MAX = 254;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one spelling under which an address is stored and looked up: NFKC, lower case, its domain in ASCII. The part
 * before the @ is ASCII only, so that letters of another script which look alike cannot pass for a known address.
 * @throws DomainError "account.email_invalid" for anything that is not exactly one plain address
 */
export function normaliseEmail(typed: string): string {
  const email = typed.length > 4 * ADDRESS_MAX ? '' : typed.normalize('NFKC').trim().toLowerCase();
  const [local = '', domain = '', ...more] = email.split('@');
  const ascii = more.length === 0 ? domainToASCII(domain) : '';
  const labels = ascii.split('.');
  const isRight =
    LOCAL.test(local) &&
    local.length <= LOCAL_MAX &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    // An address of numbers only is an IP address, and those receive no mail here.
    /[a-z]/.test(labels.at(-1) ?? '') &&
    local.length + 1 + ascii.length <= ADDRESS_MAX;
  if (!isRight) {
    throw new DomainError(
      'account.email_invalid',
      {},
      { fields: { email: 'account.email_invalid' } },
    );
  }
  return `${local}@${ascii}`;
}
