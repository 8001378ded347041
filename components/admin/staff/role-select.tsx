'use client';

import { useTranslations } from 'next-intl';
import { Field, Select } from '@/components/ui/field';

export function RoleSelect<R extends 'CUSTOMER' | 'STAFF' | 'ADMIN'>({
  role,
  roles,
  onChange,
}: {
  role: R;
  roles: readonly R[];
  onChange: (role: R) => void;
}) {
  const t = useTranslations('staff_desk');
  return (
    <Field label={t('role')}>
      {(control) => (
        <Select {...control} value={role} onChange={(event) => onChange(event.target.value as R)}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`roles.${one as 'STAFF'}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
