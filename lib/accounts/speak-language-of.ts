import { cookies } from 'next/headers';
import type { Id } from '@/lib/core/ids';
import type { ReadCtx } from '@/lib/db/context';
import { LOCALE_COOKIE } from '@/lib/i18n/locales';
import { COOKIE_SECONDS } from './session-rules';
import { findSettings } from './store';

/** A new browser speaks the language that the person saved; a language chosen in this browser stays. */
export async function speakLanguageOf(ctx: ReadCtx, userId: Id<'user'>): Promise<void> {
  const jar = await cookies();
  if (jar.has(LOCALE_COOKIE)) return;
  const settings = await findSettings(ctx, userId);
  if (!settings) return;
  const options = { path: '/', maxAge: COOKIE_SECONDS, sameSite: 'lax' } as const;
  jar.set(LOCALE_COOKIE, settings.interfaceLanguage, options);
}
