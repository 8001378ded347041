import { describe, expect, it } from 'vitest';
import { cutSecrets, isReadable } from '@/lib/admin/webhooks/cut-secrets';

describe('a payload for people to read', () => {
  it('shows no secret at any depth, and everything else as it came', () => {
    const shown = cutSecrets(
      JSON.stringify({
        id: 'evt_1',
        data: [{ client_secret: 'pi_secret', cardToken: 't', maskedPan: '444403******1902' }],
        api_key: 'k',
        password: null,
      }),
      'stripe',
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
    expect(cutSecrets('not json', 'stripe')).toBe('not json');
    expect(cutSecrets('x'.repeat(500), 'stripe', 100)).toHaveLength(100);
  });

  it('shows no picture and no word of anybody to the desk of money', () => {
    const made = { images: [{ url: 'https://v3.fal.media/face.jpg', width: 8 }], prompt: 'Olena' };
    const file = { diffusers_lora_file: { url: 'https://v3.fal.media/weights' }, seed: 7 };
    const shown = cutSecrets(
      JSON.stringify({ status: 'OK', payload: { ...made, ...file, inline: 'data:image/png;x' } }),
      'fal',
    );
    expect(shown).not.toMatch(/fal\.media|Olena|data:/);
    expect(shown).toContain('"seed": 7');
    const said = { message: { text: 'My address is…', from: { id: 5, first_name: 'Olena' } } };
    const chat = cutSecrets(JSON.stringify(said), 'telegram-bot');
    expect(JSON.parse(chat)).toEqual({
      message: { text: '•••', from: { id: 5, first_name: '•••' } },
    });
    expect(isReadable('telegram-bot', 'text')).toBe(false);
  });
});
