import { describe, expect, it } from 'vitest';
import { readUpdate } from '@/lib/providers/telegram/read-update';

const SECRET = 'a-secret';
const read = (body: unknown, secret: string | null = SECRET) =>
  readUpdate(typeof body === 'string' ? body : JSON.stringify(body), secret, SECRET);

describe('an update of Telegram', () => {
  it('with another secret, or none, is refused', () => {
    for (const secret of ['another', '', null]) {
      expect(() => read({ update_id: 1 }, secret)).toThrow('webhook.bad_signature');
    }
  });

  it('that says things in a form that is new to us is taken, so that those behind it come through', () => {
    const strange = { update_id: 7, message: { chat: 'a chat of another kind' } };
    expect(read(strange)).toEqual({ kind: 'other', updateId: '7' });
    expect(read({ update_id: 8, channel_boost: {} })).toEqual({ kind: 'other', updateId: '8' });
  });

  it('that is no update at all is refused', () => {
    for (const body of ['', 'null', '[]', '{}', '{"update_id":"7"}', '<html>']) {
      expect(() => read(body)).toThrow('webhook.bad_signature');
    }
  });
});
