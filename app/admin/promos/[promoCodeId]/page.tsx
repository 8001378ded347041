import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PromoBadge } from '@/components/admin/promos/promo-badge';
import { PromoForm } from '@/components/admin/promos/promo-form';
import { StatusBadge } from '@/components/orders/status-badge';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { getPromo } from '@/lib/admin/promos/get-promo';
import { idSchema } from '@/lib/core/ids';
import { formatMoney } from '@/lib/core/money';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('promos');
  return { title: t('title') };
}

export default async function PromoPage({ params }: { params: Promise<{ promoCodeId: string }> }) {
  const { promoCodeId } = await params;
  const id = idSchema('promoCode').safeParse(promoCodeId);
  const ctx = await pageCtx('finance', `/admin/promos/${promoCodeId}`);
  if (!id.success) notFound();
  const { promo, usesEver, uses } = await orNotFound(getPromo(ctx, { promoCodeId: id.data }));
  const t = await getTranslations('promos');
  const locale = await getLocale();
  return (
    <Page
      title={<span className="font-mono">{promo.code}</span>}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <PromoBadge state={promo.state} />
          {t('uses_now', { count: promo.uses })}
        </span>
      }
      actions={
        <ButtonLink href="/admin/promos" variant="secondary">
          {t('back')}
        </ButtonLink>
      }
    >
      <div className="flex flex-col gap-10">
        <Card>
          <PromoForm key={promo.id} promo={promo} isUsed={usesEver > 0} />
        </Card>
        <section aria-labelledby="uses-title">
          <h2 id="uses-title" className="mb-4 text-3xl">
            {t('uses')}
          </h2>
          {uses.length === 0 ? (
            <p className="text-ink-soft">{t('no_uses')}</p>
          ) : (
            <Table>
              <thead>
                <tr>
                  <Th>{t('order')}</Th>
                  <Th>{t('order_state')}</Th>
                  <Th>{t('at')}</Th>
                  <Th className="text-right">{t('discount')}</Th>
                  <Th className="text-right">{t('total')}</Th>
                </tr>
              </thead>
              <tbody>
                {uses.map((use) => (
                  <tr key={use.id}>
                    <Td>
                      <Link
                        href={`/admin/orders/${use.order.id}`}
                        className="font-semibold text-accent underline underline-offset-4"
                      >
                        {use.order.number}
                      </Link>
                    </Td>
                    <Td>
                      <span className="flex flex-wrap gap-2">
                        <StatusBadge status={use.order.status} />
                        {use.isReleased ? <Badge>{t('released')}</Badge> : null}
                      </span>
                    </Td>
                    <Td className="whitespace-nowrap">{formatInstant(new Date(use.at), locale)}</Td>
                    <Td className="text-right tabular-nums">
                      {formatMoney(use.order.discount, locale)}
                    </Td>
                    <Td className="text-right tabular-nums">
                      {formatMoney(use.order.total, locale)}
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
        </section>
      </div>
    </Page>
  );
}
