import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CertificateSheet } from '@/components/gifts/certificate-sheet';
import { PrintButton } from '@/components/gifts/print-button';
import { ButtonLink } from '@/components/ui/button';
import { idSchema } from '@/lib/core/ids';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { getCertificate } from '@/lib/orders/certificates/get-certificate';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gifts.view');
  return { title: t('page') };
}

/** The certificate alone, for a sheet of paper or a PDF of the browser. */
export default async function PrintCertificatePage({
  params,
}: {
  params: Promise<{ certificateId: string }>;
}) {
  const { certificateId } = await params;
  const id = idSchema('certificate').safeParse(certificateId);
  const ctx = await pageCtx('customer', `/gift-certificates/${certificateId}/print`);
  if (!id.success) notFound();
  const gift = await orNotFound(getCertificate(ctx, { certificateId: id.data }));
  if (gift.code === null) notFound();
  const t = await getTranslations('gifts.view');
  return (
    <main
      id="content"
      className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 print:max-w-none print:p-0"
    >
      <h1 className="sr-only">{t('title', { name: gift.recipientName })}</h1>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4 print:hidden">
        <ButtonLink href={`/gift-certificates/${gift.id}`} variant="ghost">
          {t('back')}
        </ButtonLink>
        <PrintButton label={t('print')} />
      </div>
      <CertificateSheet {...gift} />
      <p className="mt-4 text-sm text-ink-soft print:hidden">{t('print_hint')}</p>
    </main>
  );
}
