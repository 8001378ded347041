import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountNav } from '@/components/account/account-nav';
import { EraseForm } from '@/components/account/erase-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { readErasureTerms } from '@/lib/accounts/erasure/begin-erasure';
import { pageCtx } from '@/lib/http/page-ctx';
import { beginErasureAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.erase');
  return { title: t('title') };
}

export default async function ErasePage() {
  const ctx = await pageCtx('customer', '/account/erase');
  const t = await getTranslations('privacy.erase');
  const { ordersUnderWay, paidOrders, stars, giftsToMail, giftsToPrint, hasPassword } =
    await readErasureTerms(ctx);
  return (
    <Page title={t('title')} nav={<AccountNav />}>
      <Card className="flex max-w-2xl flex-col gap-6">
        <section>
          <h2 className="text-xl">{t('goes_title')}</h2>
          <p className="mt-1 text-ink-soft">{t('goes')}</p>
        </section>
        <section>
          <h2 className="text-xl">{t('stays_title')}</h2>
          <p className="mt-1 text-ink-soft">{paidOrders > 0 ? t('stays') : t('no_orders')}</p>
          {giftsToMail > 0 ? (
            <p className="mt-1 text-ink-soft">{t('gifts_to_mail', { count: giftsToMail })}</p>
          ) : null}
        </section>
        {stars > 0 || giftsToPrint > 0 ? (
          <section>
            <h2 className="text-xl">{t('lost_title')}</h2>
            {stars > 0 ? (
              <p className="mt-1 text-ink-soft">{t('lost_stars', { count: stars })}</p>
            ) : null}
            {giftsToPrint > 0 ? (
              <p className="mt-1 text-ink-soft">{t('lost_gifts', { count: giftsToPrint })}</p>
            ) : null}
          </section>
        ) : null}
        {ordersUnderWay > 0 ? (
          <Alert
            tone="warn"
            action={
              <ButtonLink href="/orders" size="sm">
                {t('to_orders')}
              </ButtonLink>
            }
          >
            {t('under_way', { count: ordersUnderWay })}
          </Alert>
        ) : (
          <EraseForm hasPassword={hasPassword} erase={beginErasureAction} />
        )}
      </Card>
    </Page>
  );
}
