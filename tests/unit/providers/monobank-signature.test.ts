import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { isSignedWith, readPublicKey, SigningKey } from '@/lib/providers/monobank/signing-key';

/** The vector of the bank's own documentation. */
const KEY =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEAG5/6w6vnlbYoFfDyXXN/KoBmUcN75bRQh80PahGevrhjqBBr79sRKBRnzG81TeT98ANjE5sDwFfyfxnoFIrfA==';
const SIGNATURE =
  'MEUCIQC/mVKhi8FKoayul2Mim3E2oaIOCNJk5dEXxTqbkeJSOQIgOM0hsW0qcP2H8iXy1aQYpmY0SJWEaWur7nQXlKDCFxA=';
const BODY = `{
  "invoiceId": "p2_9ZgpZVsl3",
  "status": "created",
  "failureReason": "string",
  "amount": 4200,
  "ccy": 980,
  "finalAmount": 4200,
  "createdDate": "2019-08-24T14:15:22Z",
  "modifiedDate": "2019-08-24T14:15:22Z",
  "reference": "84d0070ee4e44667b31371d8f8813947",
  "cancelList": [
    {
      "status": "processing",
      "amount": 4200,
      "ccy": 980,
      "createdDate": "2019-08-24T14:15:22Z",
      "modifiedDate": "2019-08-24T14:15:22Z",
      "approvalCode": "662476",
      "rrn": "060189181768",
      "extRef": "635ace02599849e981b2cd7a65f417fe"
    }
  ]
}`;

function aSigner() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  return {
    keyText: Buffer.from(pem).toString('base64'),
    sign: (body: string) => sign('sha256', Buffer.from(body), privateKey).toString('base64'),
  };
}

describe('the signature', () => {
  test('of the documentation fits its body, and no other byte', () => {
    const key = readPublicKey(KEY);
    expect(isSignedWith(key, BODY, SIGNATURE)).toBe(true);
    expect(isSignedWith(key, BODY.replace('4200', '4201'), SIGNATURE)).toBe(false);
    expect(isSignedWith(key, `${BODY}\n`, SIGNATURE)).toBe(false);
  });

  test('fits with the key as base64 of a PEM, as the API gives it', async () => {
    const bank = aSigner();
    const key = new SigningKey(async () => bank.keyText);
    expect(await key.hasSigned('{"ї":1}', bank.sign('{"ї":1}'))).toBe(true);
  });

  test.each(['', 'not base64 at all', 'AAAA', 'A'.repeat(10_000)])(
    'that is none (%#) is refused',
    async (signature) => {
      const bank = aSigner();
      const key = new SigningKey(async () => bank.keyText);
      expect(await key.hasSigned('{}', signature)).toBe(false);
    },
  );
});

describe('the key', () => {
  test('is asked for once, however many webhooks come at once', async () => {
    const bank = aSigner();
    const fetchKey = vi.fn(async () => bank.keyText);
    const key = new SigningKey(fetchKey);
    const body = '{"a":1}';
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => key.hasSigned(body, bank.sign(body))),
    );
    expect(answers).toEqual([true, true, true, true, true]);
    expect(fetchKey).toHaveBeenCalledTimes(1);
  });

  test('is asked for anew when it no longer fits', async () => {
    const [before, after] = [aSigner(), aSigner()];
    let current = before;
    const key = new SigningKey(async () => current.keyText);
    expect(await key.hasSigned('x', before.sign('x'))).toBe(true);
    current = after;
    expect(await key.hasSigned('x', after.sign('x'))).toBe(true);
    expect(await key.hasSigned('x', before.sign('x'))).toBe(false);
  });

  test('is not asked for again and again by forged webhooks', async () => {
    const [bank, forger] = [aSigner(), aSigner()];
    const fetchKey = vi.fn(async () => bank.keyText);
    const key = new SigningKey(fetchKey);
    for (let index = 0; index < 20; index += 1) {
      expect(await key.hasSigned('x', forger.sign('x'))).toBe(false);
    }
    expect(fetchKey.mock.calls.length).toBeLessThanOrEqual(2);
    expect(await key.hasSigned('x', bank.sign('x'))).toBe(true);
  });

  test('that cannot be had says so, and is asked for the next time', async () => {
    const bank = aSigner();
    const fetchKey = vi.fn(async () => bank.keyText).mockRejectedValueOnce(new Error('no answer'));
    const key = new SigningKey(fetchKey);
    await expect(key.hasSigned('x', bank.sign('x'))).rejects.toThrow('no answer');
    expect(await key.hasSigned('x', bank.sign('x'))).toBe(true);
  });
});
