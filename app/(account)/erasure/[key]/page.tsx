import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { RefreshWhile } from '@/components/account/refresh-while';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { readReceipt } from '@/lib/accounts/erasure/read-receipt';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';

export const metadata: Metadata = { robots: { index: false }, referrer: 'no-referrer' };

export default async function ReceiptPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const ctx = await pageCtx('public', '/');
  const t = await getTranslations('privacy');
  const format = await getFormatter();
  const receipt = await orNotFound(readReceipt(ctx, key));
  const at = (when: string) =>
    format.dateTime(new Date(when), { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <Page title={t('receipt.title', { number: receipt.number })}>
      <RefreshWhile isOn={!receipt.isDone} />
      <div className="flex max-w-3xl flex-col gap-6">
        <Alert tone={receipt.isDone ? 'good' : 'neutral'}>
          {receipt.isDone ? t('receipt.done') : t('receipt.running')}
        </Alert>
        <Table>
          <thead>
            <tr>
              <Th>{t('receipt.step')}</Th>
              <Th className="text-right">{t('receipt.count')}</Th>
              <Th>{t('receipt.at')}</Th>
            </tr>
          </thead>
          <tbody>
            {receipt.steps.map(({ name, count, at: when }) => (
              <tr key={name}>
                <Td>{t(`steps.${name}`)}</Td>
                <Td className="text-right tabular-nums">{count}</Td>
                <Td className="whitespace-nowrap">{at(when)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
        <Card className="text-sm text-ink-soft">
          <p>
            {t('receipt.started')}: {at(receipt.startedAt)}
            {receipt.finishedAt ? (
              <>
                <br />
                {t('receipt.finished')}: {at(receipt.finishedAt)}
              </>
            ) : null}
          </p>
          <p className="mt-3">{t('receipt.keeps')}</p>
        </Card>
      </div>
    </Page>
  );
}
