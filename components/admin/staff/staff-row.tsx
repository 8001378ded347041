'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffMemberView } from '@/lib/admin/staff/list-staff';
import type { Desk } from '@/lib/core/actor';
import { formatInstant } from '@/lib/orders/format-period';
import { DeskBoxes } from './desk-boxes';
import { ResetApp } from './reset-app';
import { RoleSelect } from './role-select';

/** One member of staff with what they may do, and the way to change it. */
export function StaffRow({ member }: { member: StaffMemberView }) {
  const t = useTranslations('staff_desk');
  const locale = useLocale();
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isOpen, setOpen] = useState(false);
  const [role, setRole] = useState<'CUSTOMER' | 'STAFF' | 'ADMIN'>(member.role);
  const [desks, setDesks] = useState<Desk[]>(member.desks);
  return (
    <Card className="flex flex-col gap-3 p-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-semibold">
            {member.name ?? member.email}
            {member.isYou ? <span className="ml-2 text-ink-soft">{t('you')}</span> : null}
          </p>
          {member.name ? <p className="text-sm break-all text-ink-soft">{member.email}</p> : null}
        </div>
        <Button variant="secondary" size="sm" onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('close') : t('change')}
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        <Badge tone={member.role === 'ADMIN' ? 'accent' : 'neutral'}>
          {t(`roles.${member.role}`)}
        </Badge>
        {member.role === 'STAFF'
          ? member.desks.map((desk) => <Badge key={desk}>{t(`desk.${desk}.name`)}</Badge>)
          : null}
        {member.isBlocked ? <Badge tone="bad">{t('blocked')}</Badge> : null}
        {member.hasApp ? null : <Badge tone="warn">{t('no_app')}</Badge>}
      </div>
      <p className="text-sm text-ink-soft">
        {member.lastSeenAt
          ? t('seen', {
              when: formatInstant(new Date(member.lastSeenAt), locale),
            })
          : t('never_seen')}
      </p>
      {isOpen ? (
        <form
          className="flex flex-col gap-4 border-t border-line pt-4"
          onSubmit={async (event) => {
            event.preventDefault();
            const path = `/api/admin/staff/${member.id}`;
            if (await send('PUT', path, { role, desks }, t('changed'))) setOpen(false);
          }}
        >
          {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
          <RoleSelect role={role} roles={['CUSTOMER', 'STAFF', 'ADMIN']} onChange={setRole} />
          {role === 'STAFF' ? <DeskBoxes desks={desks} onChange={setDesks} /> : null}
          <Button type="submit" pending={isPending} className="self-start">
            {t('save')}
          </Button>
        </form>
      ) : null}
      {isOpen && member.hasApp && !member.isYou ? <ResetApp userId={member.id} /> : null}
    </Card>
  );
}
