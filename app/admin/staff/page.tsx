import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InviteStaffForm } from '@/components/admin/staff/invite-staff-form';
import { StaffRow } from '@/components/admin/staff/staff-row';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { listStaff } from '@/lib/admin/staff/list-staff';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff_desk');
  return { title: t('title') };
}

export default async function StaffPage() {
  const ctx = await pageCtx('admin', '/admin/staff');
  const t = await getTranslations('staff_desk');
  const members = await listStaff(ctx);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ul data-rows className="flex flex-col gap-4">
          {members.map((member) => (
            <li key={member.id}>
              <StaffRow member={member} />
            </li>
          ))}
        </ul>
        <Card>
          <h2 className="mb-4 text-xl">{t('invite.title')}</h2>
          <InviteStaffForm />
        </Card>
      </div>
    </Page>
  );
}
