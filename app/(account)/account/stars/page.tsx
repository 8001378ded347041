import { Sparkles, Star } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AccountNav } from '@/components/account/account-nav';
import { CurrencySelect } from '@/components/orders/currency-select';
import { HistoryList } from '@/components/stars/history-list';
import { LiveWallet } from '@/components/stars/live-wallet';
import { PackList } from '@/components/stars/pack-list';
import { PriceList } from '@/components/stars/price-list';
import { PurchaseList } from '@/components/stars/purchase-list';
import { PurchaseWatcher } from '@/components/stars/purchase-watcher';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { safeReturnTo } from '@/lib/accounts/safe-return-to';
import { idSchema } from '@/lib/core/ids';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import { preferredCurrency } from '@/lib/orders/list-products';
import { parseCurrency } from '@/lib/orders/parse-currency';
import { openTills } from '@/lib/payments/open-tills';
import { tillsFor } from '@/lib/payments/till-choice';
import { listPacks } from '@/lib/stars/list-packs';
import { findOwnPurchase, listPurchases } from '@/lib/stars/list-purchases';
import { listStarPrices } from '@/lib/stars/list-star-prices';
import { parsePosition } from '@/lib/stars/parse-position';
import type { PurchaseView } from '@/lib/stars/present-purchase';
import { readHistory } from '@/lib/stars/read-history';
import { readBalance } from '@/lib/stars/read-wallet';

type Search = Record<
  'purchase' | 'payment' | 'returnTo' | 'currency' | 'before',
  string | string[] | undefined
>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('stars.page');
  return { title: t('title') };
}

export default async function StarsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const ctx = await pageCtx('customer', '/account/stars');
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('stars.page');
  const currency = parseCurrency(search.currency) ?? (await preferredCurrency(ctx, locale));
  const returnTo = typeof search.returnTo === 'string' ? safeReturnTo(search.returnTo) : null;
  const before = parsePosition(search.before);
  const named = idSchema('starPurchase').safeParse(search.purchase);
  const purchase = named.success ? await findOwnPurchase(ctx, named.data) : null;
  const { balance, held } = await readBalance(ctx);
  const packs = await listPacks(ctx, currency);
  const tills = await openTills(ctx);
  const prices = await listStarPrices(ctx);
  const purchases = await listPurchases(ctx);
  const history = await readHistory(ctx, { before });
  return (
    <Page title={t('title')} lead={t('lead')} nav={<AccountNav />}>
      <LiveWallet />
      <div className="flex flex-col gap-10">
        {purchase ? (
          <PurchaseNews
            purchase={purchase}
            hasLeft={search.payment === 'left'}
            returnTo={returnTo}
          />
        ) : returnTo ? (
          <Alert tone="neutral" action={<BackLink returnTo={returnTo} />}>
            {t('come_back')}
          </Alert>
        ) : null}
        <Card className="flex flex-wrap items-center gap-x-8 gap-y-5">
          <p className="flex items-center gap-4 font-display text-6xl tabular-nums sm:text-7xl">
            <Star aria-hidden="true" className="size-11 fill-accent text-accent sm:size-13" />
            <span aria-live="polite">{balance}</span>
          </p>
          <div className="min-w-0 flex-1 basis-60">
            <h2 className="text-2xl">{t('balance')}</h2>
            <p className="mt-1 text-ink-soft">
              {held > 0 ? t('held', { count: held }) : t('nothing_held')}
            </p>
          </div>
          <ButtonLink href="/studio" variant="secondary" className="max-sm:w-full">
            <Sparkles aria-hidden="true" />
            {t('studio')}
          </ButtonLink>
        </Card>
        <section id="packs" aria-labelledby="packs-title" className="scroll-mt-6">
          <div className="mb-5 flex flex-wrap items-end justify-between gap-4">
            <h2 id="packs-title" className="text-3xl">
              {t('packs')}
            </h2>
            <CurrencySelect currency={currency} />
          </div>
          {packs.length > 0 ? (
            <PackList
              packs={packs}
              returnTo={returnTo}
              withTelegram={tills.includes('TELEGRAM')}
              tills={tillsFor({
                currency,
                country: null,
                available: tills,
              })}
            />
          ) : (
            <Alert tone="neutral">{t('no_packs')}</Alert>
          )}
        </section>
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <Card>
            <h2 className="mb-3 text-2xl">{t('history')}</h2>
            {history.lines.length > 0 ? (
              <HistoryList lines={history.lines} />
            ) : (
              <p className="text-ink-soft">{t('history_empty')}</p>
            )}
            <nav
              aria-label={t('history_pages')}
              className="mt-4 flex justify-between gap-4 empty:hidden"
            >
              {before !== null ? (
                <ButtonLink variant="secondary" size="sm" href="/account/stars">
                  {t('newest')}
                </ButtonLink>
              ) : null}
              {history.older !== null ? (
                <ButtonLink
                  variant="secondary"
                  size="sm"
                  className="ml-auto"
                  href={`/account/stars?before=${history.older}`}
                >
                  {t('older')}
                </ButtonLink>
              ) : null}
            </nav>
          </Card>
          <div className="flex flex-col gap-6">
            <Card>
              <h2 className="mb-3 text-2xl">{t('purchases')}</h2>
              {purchases.length > 0 ? (
                <PurchaseList purchases={purchases} />
              ) : (
                <p className="text-ink-soft">{t('purchases_empty')}</p>
              )}
            </Card>
            <Card>
              <h2 className="mb-2 text-2xl">{t('prices')}</h2>
              <p className="mb-3 text-ink-soft">{t('prices_text')}</p>
              <PriceList prices={prices} />
            </Card>
          </div>
        </div>
      </div>
    </Page>
  );
}

async function PurchaseNews({
  purchase,
  hasLeft,
  returnTo,
}: {
  purchase: PurchaseView;
  hasLeft: boolean;
  returnTo: string | null;
}) {
  const t = await getTranslations('stars.purchase');
  const back = returnTo ? { action: <BackLink returnTo={returnTo} /> } : {};
  switch (purchase.state) {
    case 'paid':
      return (
        <Alert tone="good" title={t('paid', { count: purchase.stars })} {...back}>
          {t('paid_text')}
        </Alert>
      );
    case 'review':
      return <Alert tone="warn">{t('review')}</Alert>;
    case 'ended':
      return <Alert tone="neutral">{t('ended')}</Alert>;
    case 'open':
      return hasLeft ? (
        <Alert tone="neutral">{t('left')}</Alert>
      ) : (
        <PurchaseWatcher purchaseId={purchase.id} />
      );
  }
}

async function BackLink({ returnTo }: { returnTo: string }) {
  const t = await getTranslations('stars.page');
  return (
    <ButtonLink href={returnTo} size="sm" variant="secondary">
      {t('back')}
    </ButtonLink>
  );
}
