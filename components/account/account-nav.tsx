'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { classes } from '@/components/ui/classes';

const PLACES = [
  { href: '/account', key: 'profile' },
  { href: '/orders', key: 'orders' },
  { href: '/account/addresses', key: 'addresses' },
  { href: '/account/dates', key: 'dates' },
  { href: '/account/stars', key: 'stars' },
  { href: '/account/messages', key: 'messages' },
  { href: '/account/links', key: 'links' },
  { href: '/account/data', key: 'data' },
] as const;

/** Pages that hang below one of the places without its address saying so. */
const BELOW: Readonly<Record<string, string>> = { '/account/erase': '/account/data' };

/** The pages of somebody's own account, on each of them. On a phone it is a strip to be pushed aside. */
export function AccountNav() {
  const t = useTranslations('accounts.nav');
  const pathname = usePathname();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (!strip.current || !link) return;
    strip.current.scrollLeft = link.offsetLeft - (strip.current.clientWidth - link.offsetWidth) / 2;
  }, []);
  const isHere = (href: string) =>
    (BELOW[pathname] ?? pathname) === href ||
    (href === '/orders' && pathname.startsWith('/orders/'));
  return (
    <nav
      ref={strip}
      aria-label={t('label')}
      className="relative -mx-4 mb-8 overflow-x-auto border-b border-line px-4 [scrollbar-width:none] sm:mx-0 sm:px-0"
    >
      <ul className="flex gap-x-6 whitespace-nowrap">
        {PLACES.map(({ href, key }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={isHere(href) ? 'page' : undefined}
              className={classes(
                'inline-flex min-h-11 items-center border-b-2 -outline-offset-2',
                isHere(href)
                  ? 'border-accent font-medium text-ink'
                  : 'border-transparent text-ink-soft hover:border-line-strong hover:text-ink',
              )}
            >
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
