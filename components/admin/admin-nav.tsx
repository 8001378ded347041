'use client';

import { Menu } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { classes } from '@/components/ui/classes';
import { Dialog } from '@/components/ui/dialog';
import type { StaffAccess } from '@/lib/core/actor';

/** Every desk and what opens it: the same access that its page asks for. */
const GROUPS = [
  {
    group: 'orders',
    places: [
      { href: '/admin/orders', key: 'orders', access: 'orders' },
      { href: '/admin/print', key: 'print', access: 'production' },
      { href: '/admin/packing', key: 'packing', access: 'production' },
      { href: '/admin/claims', key: 'claims', access: 'claims' },
    ],
  },
  {
    group: 'money',
    places: [
      { href: '/admin/tills', key: 'tills', access: 'finance' },
      { href: '/admin/webhooks', key: 'webhooks', access: 'finance' },
      { href: '/admin/promos', key: 'promos', access: 'finance' },
      { href: '/admin/certificates', key: 'certificates', access: 'finance' },
      { href: '/admin/stars', key: 'stars', access: 'finance' },
    ],
  },
  {
    group: 'catalogue',
    places: [
      { href: '/admin/products', key: 'products', access: 'finance' },
      { href: '/admin/delivery', key: 'delivery', access: 'production' },
      { href: '/admin/themes', key: 'themes', access: 'content' },
      { href: '/admin/templates', key: 'templates', access: 'content' },
      { href: '/admin/holidays', key: 'holidays', access: 'content' },
    ],
  },
  {
    group: 'studio',
    places: [
      { href: '/admin/studio', key: 'studio', access: 'content' },
      { href: '/admin/prompts', key: 'prompts', access: 'content' },
      { href: '/admin/models', key: 'models', access: 'content' },
    ],
  },
  {
    group: 'people',
    places: [
      { href: '/admin/customers', key: 'customers', access: 'support' },
      { href: '/admin/messages', key: 'messages', access: 'support' },
      { href: '/admin/staff', key: 'staff', access: 'admin' },
    ],
  },
  {
    group: 'system',
    places: [
      { href: '/admin/settings', key: 'settings', access: 'admin' },
      { href: '/admin/jobs', key: 'jobs', access: 'admin' },
      { href: '/admin/audit', key: 'audit', access: 'admin' },
    ],
  },
] as const;

type Place = (typeof GROUPS)[number]['places'][number];
type OpenGroup = { group: (typeof GROUPS)[number]['group']; places: Place[] };

function groupsFor(accesses: readonly StaffAccess[]): OpenGroup[] {
  return GROUPS.flatMap(({ group, places }) => {
    const open = places.filter(({ access }) => accesses.includes(access));
    return open.length > 0 ? [{ group, places: open }] : [];
  });
}

const isUnder = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

/**
 * The way around the staff section: only what this person may open. A row of groups and under it the pages of the one that
 * is open; on a phone a button that says where one is and opens the whole list.
 */
export function AdminNav({ accesses }: { accesses: readonly StaffAccess[] }) {
  const t = useTranslations('admin.nav');
  const path = usePathname();
  const groups = groupsFor(accesses);
  const here = groups.find(({ places }) => places.some(({ href }) => isUnder(path, href)));
  const place = here?.places.find(({ href }) => isUnder(path, href));
  return (
    <div className="border-b border-line bg-linen print:hidden">
      <div className="flex items-center justify-between gap-4 px-4 py-1.5 md:hidden">
        <MenuButton groups={groups} path={path} where={t(place?.key ?? 'home')} />
        <span className="text-right text-xs text-ink-soft">{t('zone')}</span>
      </div>
      <nav aria-label={t('label')} className="mx-auto hidden max-w-6xl px-3 md:block">
        <ul className="flex flex-wrap gap-x-1">
          <li>
            <Tab href="/admin" isHere={path === '/admin'} isPage>
              {t('home')}
            </Tab>
          </li>
          {groups.map(({ group, places }) => (
            <li key={group}>
              <Tab href={places[0]?.href ?? '/admin'} isHere={here?.group === group}>
                {t(`groups.${group}`)}
              </Tab>
            </li>
          ))}
          <li className="ml-auto flex items-center px-3 text-xs text-ink-soft">{t('zone')}</li>
        </ul>
        {here ? (
          <ul
            aria-label={t(`groups.${here.group}`)}
            className="flex flex-wrap gap-x-1 border-t border-line py-1"
          >
            {here.places.map(({ href, key }) => (
              <li key={key}>
                <Link
                  href={href}
                  aria-current={place?.key === key ? 'page' : undefined}
                  className={classes(
                    'inline-flex min-h-9 items-center rounded-control px-3 text-sm',
                    place?.key === key
                      ? 'bg-sheet font-medium text-ink'
                      : 'text-ink-soft hover:text-ink',
                  )}
                >
                  {t(key)}
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </nav>
    </div>
  );
}

function Tab({
  href,
  isHere,
  isPage = false,
  children,
}: {
  href: string;
  isHere: boolean;
  /** The tab is a page itself, not a group of pages. */
  isPage?: boolean;
  children: string;
}) {
  return (
    <Link
      href={href}
      aria-current={isHere ? (isPage ? 'page' : 'true') : undefined}
      className={classes(
        'inline-flex min-h-11 items-center border-b-2 px-3 text-sm font-medium',
        isHere ? 'border-accent text-ink' : 'border-transparent text-ink-soft hover:text-ink',
      )}
    >
      {children}
    </Link>
  );
}

function MenuButton({ groups, path, where }: { groups: OpenGroup[]; path: string; where: string }) {
  const t = useTranslations('admin.nav');
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('label')}
      closeLabel={t('close')}
      trigger={
        <button
          type="button"
          className="-mx-2 inline-flex min-h-11 items-center gap-2.5 rounded-control px-2 text-sm font-medium hover:bg-paper"
        >
          <Menu aria-hidden="true" className="size-5" />
          <span className="sr-only">{t('menu')}</span>
          {where}
        </button>
      }
    >
      <nav aria-label={t('label')} className="flex flex-col gap-5">
        <MenuLink href="/admin" isHere={path === '/admin'} onFollow={close}>
          {t('home')}
        </MenuLink>
        {groups.map(({ group, places }) => (
          <section key={group} aria-label={t(`groups.${group}`)}>
            <h3 className="mb-1 font-sans text-sm text-ink-soft">{t(`groups.${group}`)}</h3>
            <ul className="grid grid-cols-2 gap-x-2">
              {places.map(({ href, key }) => (
                <li key={key}>
                  <MenuLink href={href} isHere={isUnder(path, href)} onFollow={close}>
                    {t(key)}
                  </MenuLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </Dialog>
  );
}

function MenuLink({
  href,
  isHere,
  onFollow,
  children,
}: {
  href: string;
  isHere: boolean;
  onFollow: () => void;
  children: string;
}) {
  return (
    <Link
      href={href}
      onClick={onFollow}
      aria-current={isHere ? 'page' : undefined}
      className={classes(
        '-mx-2 flex min-h-11 items-center rounded-control px-2 font-medium',
        isHere ? 'bg-linen' : 'hover:bg-linen',
      )}
    >
      {children}
    </Link>
  );
}
