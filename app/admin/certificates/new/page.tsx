import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IssueForm } from '@/components/admin/certificates/issue-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { dayAt } from '@/lib/core/plain-date';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gifts.desk');
  return { title: t('issue') };
}

export default async function NewCertificatePage() {
  const ctx = await pageCtx('admin', '/admin/certificates/new');
  const t = await getTranslations('gifts.desk');
  return (
    <Page
      title={t('issue')}
      lead={t('issue_text')}
      actions={
        <ButtonLink href="/admin/certificates" variant="secondary">
          {t('back')}
        </ButtonLink>
      }
    >
      <Card className="max-w-3xl">
        <IssueForm
          today={dayAt(ctx.clock.now(), 'UTC')}
          first={{
            currency: 'EUR',
            amount: '',
            recipientName: '',
            buyerName: 'Twelvefold',
            message: '',
            how: 'now',
            email: '',
            day: '',
          }}
        />
      </Card>
    </Page>
  );
}
