import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { launchPlaceOf } from '@/components/account/launch-place';
import { proxy } from '@/proxy';

const ancestorsOf = (path: string) =>
  /frame-ancestors ([^;]+)/.exec(
    proxy(new NextRequest(`https://twelvefold.example${path}`)).headers.get(
      'content-security-policy',
    ) ?? '',
  )?.[1];

describe('who may show our pages inside their own', () => {
  it('is Telegram’s web client, and it the Mini App’s entry alone', () => {
    expect(ancestorsOf('/telegram')).toBe('https://web.telegram.org');
    const others = ['/', '/telegram/', '/telegram/x', '/Telegram', '/account', '/account/telegram'];
    for (const path of [...others, '/sign-in?x=/telegram', '/admin', '//telegram', '/%74elegram']) {
      expect(ancestorsOf(path), path).toBe("'none'");
    }
  });
});

describe('where the Mini App’s page was opened', () => {
  const alone = <T extends object>(parts: T) => {
    const window: T & { parent?: unknown } = { ...parts };
    window.parent = window;
    return window as T & { parent: unknown };
  };

  it('is a window of Telegram’s only where Telegram’s bridge is', () => {
    expect(launchPlaceOf(alone({ TelegramWebviewProxy: {} }))).toBe('app');
    expect(launchPlaceOf(alone({ external: { notify: () => undefined } }))).toBe('app');
    expect(launchPlaceOf(alone({}))).toBe('tab');
    expect(launchPlaceOf(alone({ external: { addFavorite: () => undefined } }))).toBe('tab');
  });

  it('is a frame inside any other page, whatever else is there', () => {
    expect(launchPlaceOf({ parent: {}, TelegramWebviewProxy: {} })).toBe('frame');
  });
});
