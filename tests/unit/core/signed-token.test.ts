import { describe, expect, it } from 'vitest';
import { openToken, signToken } from '@/lib/core/signed-token';

const SECRET = 's'.repeat(32);

describe('a signed token', () => {
  const token = signToken('print', { key: 'a' }, SECRET);

  it('opens to what was signed', () => {
    expect(openToken('print', token, SECRET)).toEqual({ key: 'a' });
  });

  it('opens for its own purpose and secret only', () => {
    expect(openToken('model-file', token, SECRET)).toBeNull();
    expect(openToken('print', token, 'x'.repeat(32))).toBeNull();
  });

  it('opens no text that was bent, cut or made up', () => {
    const [payload = '', signature = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify({ key: 'b' })).toString('base64url');
    const bent = [
      `${other}.${signature}`,
      `${payload}.${signature.slice(1)}`,
      `${payload}.`,
      payload,
      `${token}.x`,
      '',
      '€'.repeat(2000),
    ];
    for (const text of bent) expect(openToken('print', text, SECRET)).toBeNull();
  });
});
