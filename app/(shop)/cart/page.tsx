import { ShoppingBag } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CartList } from '@/components/orders/cart-list';
import { CoverThumb } from '@/components/orders/cover-thumb';
import { CurrencySelect } from '@/components/orders/currency-select';
import { ReminderSwitch } from '@/components/orders/reminder-switch';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { isAdmitted } from '@/lib/core/actor';
import { formatMoney } from '@/lib/core/money';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import { drawCartCovers } from '@/lib/orders/draw-covers';
import { getCart } from '@/lib/orders/get-cart';
import { preferredCurrency } from '@/lib/orders/list-products';
import { parseCurrency } from '@/lib/orders/parse-currency';
import { readCartReminder } from '@/lib/orders/reminders/read-cart-reminder';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders.cart');
  return { title: t('title') };
}

export default async function CartPage({
  searchParams,
}: {
  searchParams: Promise<{ currency?: string | string[] }>;
}) {
  const ctx = await pageCtx('public', '/cart');
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('orders');
  const currency =
    parseCurrency((await searchParams).currency) ?? (await preferredCurrency(ctx, locale));
  const cart = await getCart(ctx, { currency, locale });
  if (cart.lines.length === 0) {
    return (
      <Page title={t('cart.title')}>
        <EmptyState
          icon={<ShoppingBag aria-hidden="true" />}
          title={t('cart.empty_title')}
          action={<ButtonLink href="/calendars">{t('cart.empty_action')}</ButtonLink>}
        >
          {t('cart.empty_text')}
        </EmptyState>
      </Page>
    );
  }
  const covers = await drawCartCovers(ctx);
  const isReminded = isAdmitted(ctx.actor, 'customer') ? await readCartReminder(ctx) : null;
  const checkout = `/checkout?currency=${currency}`;
  // Who made a calendar as a guest most likely has no account yet: the sign-in page would ask for one.
  const next = isAdmitted(ctx.actor, 'customer')
    ? checkout
    : `/sign-up?returnTo=${encodeURIComponent(checkout)}`;
  return (
    <Page
      title={t('cart.title')}
      lead={t('cart.lead')}
      actions={<CurrencySelect currency={currency} />}
    >
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <CartList
          lines={cart.lines}
          covers={cart.lines.map((line) => (
            <CoverThumb
              key={line.id}
              svg={covers.get(line.id) ?? null}
              label={line.title || t('untitled')}
            />
          ))}
        />
        <Card className="flex flex-col gap-4 lg:sticky lg:top-6">
          <p className="flex items-baseline justify-between gap-4">
            <span className="font-semibold">{t('totals.items')}</span>
            <span className="font-display text-3xl tabular-nums">
              {formatMoney(cart.items, locale)}
            </span>
          </p>
          {cart.saved.amountMinor > 0 ? (
            <p className="text-good">
              {t('cart.saved', { amount: formatMoney(cart.saved, locale) })}
            </p>
          ) : null}
          <p className="text-sm text-ink-soft">
            {t('cart.subtotal_hint')} {t('cart.codes_hint')}
          </p>
          {cart.canCheckOut ? (
            <ButtonLink href={next} size="lg">
              {t('cart.checkout')}
            </ButtonLink>
          ) : (
            <p className="rounded-control bg-warn-soft px-3 py-2 text-warn">
              {t('cart.blocked_hint')}
            </p>
          )}
          {isReminded === null ? null : (
            <div className="border-t border-line pt-4">
              <ReminderSwitch kind="abandoned_cart" isOn={isReminded} />
            </div>
          )}
        </Card>
      </div>
    </Page>
  );
}
