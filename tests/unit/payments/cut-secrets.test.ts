import { describe, expect, it } from 'vitest';
import { cutSecrets } from '@/lib/admin/webhooks/cut-secrets';

describe('a payload for people to read', () => {
  it('shows no secret at any depth, and everything else as it came', () => {
    const shown = cutSecrets(
      JSON.stringify({
        id: 'evt_1',
        data: [{ client_secret: 'pi_secret', cardToken: 't', maskedPan: '444403******1902' }],
        api_key: 'k',
        password: null,
      }),
    );
    expect(JSON.parse(shown)).toEqual({
      id: 'evt_1',
      data: [{ client_secret: '•••', cardToken: '•••', maskedPan: '444403******1902' }],
      api_key: '•••',
      password: null,
    });
    expect(shown).toContain('\n  "id"');
  });

  it('leaves what is no JSON alone, and is never endless', () => {
    expect(cutSecrets('not json')).toBe('not json');
    expect(cutSecrets('x'.repeat(500), 100)).toHaveLength(100);
  });
});
