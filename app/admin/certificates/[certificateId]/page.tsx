import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CertificateActions } from '@/components/admin/certificates/certificate-actions';
import { CertificateStatusBadge } from '@/components/admin/certificates/status-badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import {
  getStaffCertificate,
  type StaffCertificate,
} from '@/lib/admin/certificates/get-certificate';
import { isAdmitted } from '@/lib/core/actor';
import { idSchema } from '@/lib/core/ids';
import { formatMoney } from '@/lib/core/money';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { formatDay, formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gifts.desk');
  return { title: t('title') };
}

export default async function StaffCertificatePage({
  params,
}: {
  params: Promise<{ certificateId: string }>;
}) {
  const { certificateId } = await params;
  const id = idSchema('certificate').safeParse(certificateId);
  const ctx = await pageCtx('finance', `/admin/certificates/${certificateId}`);
  if (!id.success) notFound();
  const gift = await orNotFound(getStaffCertificate(ctx, { certificateId: id.data }));
  const t = await getTranslations('gifts.desk');
  const locale = await getLocale();
  const isAdmin = isAdmitted(ctx.actor, 'admin');
  return (
    <Page
      title={<span className="font-mono">…{gift.codeEnd}</span>}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <CertificateStatusBadge status={gift.status} />
          {t('left_of', {
            left: formatMoney(gift.balance, locale),
            worth: formatMoney(gift.worth, locale),
          })}
        </span>
      }
      actions={
        <ButtonLink href="/admin/certificates" variant="secondary">
          {t('back')}
        </ButtonLink>
      }
    >
      <div className="flex flex-col gap-8">
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <Card>
            <h2 className="mb-4 text-2xl">{t('facts')}</h2>
            <Facts gift={gift} />
          </Card>
          <Card>
            <h2 className="mb-4 text-2xl">{t('doing')}</h2>
            <CertificateActions
              certificateId={gift.id}
              canMail={gift.status === 'ACTIVE' && gift.recipientEmail !== null}
              canVoid={isAdmin && gift.status === 'ACTIVE' && gift.balance.amountMinor > 0}
              canRefundAgain={isAdmin && gift.canRefundAgain}
              left={formatMoney(gift.balance, locale)}
            />
            {gift.notes.length > 0 ? (
              <ul className="mt-5 flex flex-col gap-3 border-t border-line pt-4 text-sm">
                {gift.notes.map((note) => (
                  <li key={note.id}>
                    <span className="font-medium">
                      {t(`actions.${note.action.replace('certificate.', '')}`)}
                    </span>{' '}
                    <span className="text-ink-soft">
                      {formatInstant(new Date(note.at), locale)}
                    </span>
                    {note.reason ? <span className="block">{note.reason}</span> : null}
                  </li>
                ))}
              </ul>
            ) : null}
          </Card>
        </div>
        <section aria-labelledby="history-title">
          <h2 id="history-title" className="mb-4 text-3xl">
            {t('history')}
          </h2>
          {gift.entries.length === 0 ? (
            <p className="text-ink-soft">{t('no_history')}</p>
          ) : (
            <Table>
              <thead>
                <tr>
                  <Th>{t('at')}</Th>
                  <Th>{t('what')}</Th>
                  <Th>{t('order')}</Th>
                  <Th className="text-right">{t('sum')}</Th>
                </tr>
              </thead>
              <tbody>
                {gift.entries.map((entry) => (
                  <tr key={entry.id}>
                    <Td className="whitespace-nowrap">
                      {formatInstant(new Date(entry.at), locale)}
                    </Td>
                    <Td>{t(`kinds.${entry.kind}`)}</Td>
                    <Td className="whitespace-nowrap">
                      {entry.order ? (
                        <Link
                          href={`/admin/orders/${entry.order.id}`}
                          className="text-accent underline underline-offset-4"
                        >
                          {entry.order.number}
                        </Link>
                      ) : (
                        '—'
                      )}
                    </Td>
                    <Td className="text-right whitespace-nowrap tabular-nums">
                      {formatMoney(entry.amount, locale)}
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

async function Facts({ gift }: { gift: StaffCertificate }) {
  const t = await getTranslations('gifts.desk');
  const tTill = await getTranslations('tills.names');
  const tStatus = await getTranslations('admin.order.payment_status');
  const locale = await getLocale();
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 break-words [&_dt]:text-ink-soft">
      <dt>{t('from')}</dt>
      <dd>
        {gift.buyerName}
        {gift.buyerEmail ? <span className="block text-ink-soft">{gift.buyerEmail}</span> : null}
      </dd>
      <dt>{t('to')}</dt>
      <dd>
        {gift.recipientName}
        {gift.recipientEmail ? (
          <span className="block text-ink-soft">{gift.recipientEmail}</span>
        ) : null}
      </dd>
      {gift.message ? (
        <>
          <dt>{t('message')}</dt>
          <dd className="whitespace-pre-line italic">{gift.message}</dd>
        </>
      ) : null}
      <dt>{t('letter')}</dt>
      <dd>
        {gift.deliveredAt
          ? t('letter_sent', { at: formatInstant(new Date(gift.deliveredAt), locale) })
          : gift.deliverOn
            ? t('letter_planned', { day: formatDay(gift.deliverOn, locale) })
            : t('letter_none')}
      </dd>
      <dt>{t('valid')}</dt>
      <dd>{formatDay(gift.validTo, locale)}</dd>
      <dt>{t('paid')}</dt>
      <dd>
        {gift.payment
          ? `${tTill(gift.payment.provider as 'STRIPE')}, ${tStatus(gift.payment.status as 'PAID')}${gift.payment.isQuarantined ? ` · ${t('quarantined')}` : ''}`
          : t('paid_none')}
      </dd>
      {gift.reason ? (
        <>
          <dt>{t('reason')}</dt>
          <dd>{gift.reason}</dd>
        </>
      ) : null}
    </dl>
  );
}
