import { useTranslations } from 'next-intl';
import { KeptSort } from '@/components/admin/sort-head';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { ClaimFilter } from '@/lib/admin/claims/schema';
import { CLAIM_STATUSES } from '@/lib/orders/claims/claim-states';

/** The board's filters: a plain form, so that every view of it has its own address. */
export function ClaimFilters({ filter }: { filter: ClaimFilter }) {
  const t = useTranslations('claims.desk');
  return (
    <form
      // A new address makes new inputs, so that "show all" empties them.
      key={JSON.stringify(filter)}
      action="/admin/claims"
      className="mb-6 grid grid-cols-1 items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
    >
      <KeptSort sort={filter.sort} />
      <Field label={t('search')}>
        {(control) => (
          <Input {...control} type="search" name="search" defaultValue={filter.search} />
        )}
      </Field>
      <Field label={t('state')}>
        {(control) => (
          <Select {...control} name="status" defaultValue={filter.status ?? ''}>
            <option value="">{t('any_state')}</option>
            {CLAIM_STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`state_of.${status}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex gap-3">
        <Button type="submit">{t('apply')}</Button>
        <ButtonLink variant="secondary" href="/admin/claims">
          {t('reset')}
        </ButtonLink>
      </div>
    </form>
  );
}
