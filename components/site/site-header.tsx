import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { AccountMenu } from '@/components/account/account-menu';
import { LookedAtBanner } from '@/components/account/looked-at-banner';
import type { HeaderState } from '@/lib/accounts/header-state';
import { LocaleSwitch } from './locale-switch';
import { Wordmark } from './wordmark';

/** The head of every page. Says plainly when the sandbox stands in for outside services. */
export async function SiteHeader({ state }: { state: HeaderState }) {
  const t = await getTranslations('site');
  const link =
    'inline-flex min-h-11 shrink-0 items-center rounded-control px-1.5 text-sm font-medium whitespace-nowrap hover:bg-linen min-[430px]:px-2.5 sm:px-3 sm:text-base';
  return (
    <header className="border-b border-line bg-paper print:hidden">
      {state.isLookedAt ? <LookedAtBanner name={state.name ?? state.email ?? ''} /> : null}
      {state.isSandbox ? (
        <p className="bg-ink px-4 py-1.5 text-center text-sm text-white">{t('sandbox_banner')}</p>
      ) : null}
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2 px-4 py-2 sm:px-6">
        <Link href="/" className="mr-auto inline-flex min-h-11 items-center rounded-control">
          <Wordmark />
        </Link>
        <nav
          aria-label={t('nav.label')}
          className="order-3 -mx-1.5 flex w-[calc(100%+0.75rem)] overflow-x-auto [scrollbar-width:none] max-sm:justify-between sm:order-none sm:mx-0 sm:w-auto sm:flex-wrap sm:overflow-visible"
        >
          <Link href="/templates" className={link}>
            {t('nav.templates')}
          </Link>
          {state.hasSession ? (
            <>
              <Link href="/calendars" className={link}>
                {t('nav.calendars')}
              </Link>
              <Link href="/pictures" className={link}>
                {t('nav.pictures')}
              </Link>
              {state.isGuest ? null : (
                <Link href="/studio" className={link}>
                  {t('nav.studio')}
                </Link>
              )}
              <Link href="/cart" className={link}>
                {t('nav.cart', { count: state.cartCount })}
              </Link>
            </>
          ) : null}
          {state.isStaff ? (
            <Link href="/admin" className={link}>
              {t('nav.admin')}
            </Link>
          ) : null}
        </nav>
        <LocaleSwitch />
        <AccountMenu state={state} />
      </div>
    </header>
  );
}
