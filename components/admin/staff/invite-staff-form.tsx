'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { DESKS, type Desk } from '@/lib/core/actor';
import { DeskBoxes } from './desk-boxes';
import { RoleSelect } from './role-select';

/** Gives somebody a place among the staff; the link to set a password goes to their address. */
export function InviteStaffForm() {
  const t = useTranslations('staff_desk');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<'STAFF' | 'ADMIN'>('STAFF');
  const [desks, setDesks] = useState<Desk[]>([...DESKS]);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await send('POST', '/api/admin/staff', { email, role, desks }, t('invite.done'))) {
          setEmail('');
        }
      }}
    >
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <Field label={t('invite.email')}>
        {(control) => (
          <Input
            {...control}
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <RoleSelect role={role} roles={['STAFF', 'ADMIN']} onChange={setRole} />
      {role === 'STAFF' ? <DeskBoxes desks={desks} onChange={setDesks} /> : null}
      <Button type="submit" pending={isPending} className="self-start">
        {t('invite.submit')}
      </Button>
    </form>
  );
}
