'use client';

import {
  BookHeart,
  CakeSlice,
  Gift,
  Link2,
  LogIn,
  LogOut,
  MapPin,
  Package,
  Star,
  UserRound,
} from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { DropdownItem, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { HeaderState } from '@/lib/accounts/header-state';
import { signOutHere } from './sign-in-request';
import { useSubmit } from './use-submit';

/** The visitor's corner of the header: the way in, the way for a guest to keep the work, or the account. */
export function AccountMenu({ state }: { state: HeaderState }) {
  const t = useTranslations('accounts.menu');
  if (state.hasSession && !state.isGuest) return <PersonMenu state={state} />;
  const signIn = (
    <ButtonLink href="/sign-in" variant="ghost" size="sm">
      {t('sign_in')}
    </ButtonLink>
  );
  if (!state.isGuest) return signIn;
  return (
    <>
      <div className="flex items-center gap-1 max-sm:hidden">
        <ButtonLink href="/sign-up" variant="ghost" size="sm" className="text-accent">
          <BookHeart aria-hidden="true" />
          {t('keep')}
        </ButtonLink>
        {signIn}
      </div>
      <div className="sm:hidden">
        <DropdownMenu
          trigger={
            <Button variant="ghost" size="icon" aria-label={t('guest')} className="text-accent">
              <BookHeart aria-hidden="true" />
            </Button>
          }
        >
          <DropdownItem asChild>
            <Link href="/sign-up">
              <BookHeart aria-hidden="true" />
              {t('keep')}
            </Link>
          </DropdownItem>
          <DropdownItem asChild>
            <Link href="/sign-in">
              <LogIn aria-hidden="true" />
              {t('sign_in')}
            </Link>
          </DropdownItem>
        </DropdownMenu>
      </div>
    </>
  );
}

function PersonMenu({ state }: { state: HeaderState }) {
  const t = useTranslations('accounts.menu');
  const dates = useTranslations('dates.book');
  const stars = useTranslations('stars');
  const links = useTranslations('links.page');
  const addresses = useTranslations('addresses');
  const gifts = useTranslations('gifts');
  const toast = useToast();
  const errorMessage = useErrorMessage();
  const { submit } = useSubmit();
  const name = state.name ?? state.email ?? '';
  return (
    <DropdownMenu
      trigger={
        <Button variant="ghost" size="sm" aria-label={t('label', { name })}>
          <UserRound aria-hidden="true" />
          <span className="max-w-36 truncate max-sm:hidden">{name}</span>
        </Button>
      }
    >
      {state.email ? (
        <p className="max-w-64 truncate px-3 pt-1.5 pb-2 text-sm text-ink-soft">{state.email}</p>
      ) : null}
      <DropdownItem asChild>
        <Link href="/account">
          <UserRound aria-hidden="true" />
          {t('account')}
        </Link>
      </DropdownItem>
      <DropdownItem asChild>
        <Link href="/account/stars">
          <Star aria-hidden="true" />
          {stars('menu', { count: state.stars ?? 0 })}
        </Link>
      </DropdownItem>
      <DropdownItem asChild>
        <Link href="/account/dates">
          <CakeSlice aria-hidden="true" />
          {dates('menu')}
        </Link>
      </DropdownItem>
      <DropdownItem asChild>
        <Link href="/account/addresses">
          <MapPin aria-hidden="true" />
          {addresses('menu')}
        </Link>
      </DropdownItem>
      <DropdownItem asChild>
        <Link href="/account/links">
          <Link2 aria-hidden="true" />
          {links('menu')}
        </Link>
      </DropdownItem>
      <DropdownItem asChild>
        <Link href="/orders">
          <Package aria-hidden="true" />
          {t('orders')}
        </Link>
      </DropdownItem>
      <DropdownItem asChild>
        <Link href="/gift-certificates">
          <Gift aria-hidden="true" />
          {gifts('menu')}
        </Link>
      </DropdownItem>
      <DropdownSeparator />
      <DropdownItem
        onSelect={() => {
          submit(
            async () => {
              await signOutHere();
              window.location.assign('/');
            },
            {
              leavesPage: true,
              onRefused: (problem) => toast(errorMessage(problem), 'bad'),
            },
          );
        }}
      >
        <LogOut aria-hidden="true" />
        {t('sign_out')}
      </DropdownItem>
    </DropdownMenu>
  );
}
