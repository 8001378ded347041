'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';

const PLACES = [
  { href: '/admin', key: 'home' },
  { href: '/admin/orders', key: 'orders' },
  { href: '/admin/stars', key: 'stars' },
  { href: '/admin/studio', key: 'studio' },
  { href: '/admin/holidays', key: 'holidays' },
  { href: '/admin/products', key: 'products' },
  { href: '/admin/themes', key: 'themes' },
  { href: '/admin/templates', key: 'templates' },
  { href: '/admin/prompts', key: 'prompts' },
  { href: '/admin/models', key: 'models' },
] as const;

/** The way around the staff section. */
export function AdminNav() {
  const t = useTranslations('admin.nav');
  const path = usePathname();
  return (
    <nav aria-label={t('label')} className="border-b border-line bg-linen">
      <ul className="mx-auto flex max-w-6xl gap-1 overflow-x-auto px-2 sm:px-4">
        {PLACES.map(({ href, key }) => {
          const isHere = href === '/admin' ? path === href : path.startsWith(href);
          return (
            <li key={key}>
              <Link
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className={classes(
                  'inline-flex min-h-11 items-center border-b-2 px-3 text-sm font-medium',
                  isHere
                    ? 'border-accent text-ink'
                    : 'border-transparent text-ink-soft hover:text-ink',
                )}
              >
                {t(key)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
