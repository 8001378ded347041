import { expect, test } from 'vitest';
import { CHANNELS, isWanted, MESSAGE_KIND_NAMES, MESSAGE_KINDS } from '@/lib/messages/kinds';

const choice = (kind: string, channel: string, isOn: boolean) => ({ kind, channel, isOn });

test('a channel that cannot be switched off stays on whatever was chosen', () => {
  const off = [choice('orders', 'MAIL', false), choice('account', 'MAIL', false)];
  expect(isWanted(off, { kind: 'orders', channel: 'MAIL' })).toBe(true);
  expect(isWanted(off, { kind: 'account', channel: 'MAIL' })).toBe(true);
});

test('reminders are off on every channel until somebody asks for them', () => {
  for (const kind of ['next_year', 'abandoned_cart'] as const) {
    for (const channel of CHANNELS) expect(isWanted([], { kind, channel })).toBe(false);
    expect(isWanted([choice(kind, 'MAIL', true)], { kind, channel: 'MAIL' })).toBe(true);
  }
});

test('a choice counts for its own kind and channel alone', () => {
  const choices = [choice('studio', 'MAIL', false)];
  expect(isWanted(choices, { kind: 'studio', channel: 'MAIL' })).toBe(false);
  expect(isWanted(choices, { kind: 'studio', channel: 'TELEGRAM' })).toBe(true);
  expect(isWanted(choices, { kind: 'sharing', channel: 'MAIL' })).toBe(true);
});

test('nothing goes over a channel that a kind does not offer, even when a row says so', () => {
  for (const kind of MESSAGE_KIND_NAMES) {
    for (const channel of CHANNELS) {
      const isOffered = (MESSAGE_KINDS[kind].offered as readonly string[]).includes(channel);
      const chosen = [choice(kind, channel, true)];
      expect(isWanted(chosen, { kind, channel })).toBe(isOffered);
    }
  }
});
