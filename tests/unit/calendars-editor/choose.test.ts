import { describe, expect, it } from 'vitest';
import { choose, chooseModeOf } from '@/components/calendars/editor/choose';

const items = ['a', 'b', 'c', 'd', 'e'];
const press = (chosen: string[], anchor: string | null, pressed: string, keys: string) => [
  ...choose(new Set(chosen), items, anchor, pressed, chooseModeOf(keysOf(keys))),
];
const keysOf = (keys: string) => ({
  ctrlKey: keys.includes('ctrl'),
  metaKey: keys.includes('meta'),
  shiftKey: keys.includes('shift'),
});

describe('choosing several things', () => {
  it('chooses one alone, one more, or one less', () => {
    expect(press(['a', 'b'], 'a', 'c', '')).toEqual(['c']);
    expect(press(['a'], 'a', 'c', 'ctrl')).toEqual(['a', 'c']);
    expect(press(['a', 'c'], 'a', 'c', 'meta')).toEqual(['a']);
  });

  it('chooses a row in either direction and keeps what was chosen before', () => {
    expect(press([], 'b', 'd', 'shift')).toEqual(['b', 'c', 'd']);
    expect(press(['e'], 'c', 'a', 'shift')).toEqual(['e', 'a', 'b', 'c']);
    expect(press([], null, 'c', 'shift')).toEqual(['c']);
  });

  it('begins a new row where the anchor is out of sight', () => {
    expect(press([], 'gone', 'c', 'shift')).toEqual(['c']);
  });
});
