import { useTranslations } from 'next-intl';
import { KeptSort } from '@/components/admin/sort-head';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { CustomerFilter } from '@/lib/admin/customers/schema';

/** The filters: a plain form, so that every view of the page has its own address. */
export function CustomerFilters({ filter }: { filter: CustomerFilter }) {
  const t = useTranslations('customers');
  return (
    <form
      // A new address makes new inputs, so that "show all" empties them.
      key={JSON.stringify(filter)}
      action="/admin/customers"
      className="mb-6 grid grid-cols-1 items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
    >
      <KeptSort sort={filter.sort} />
      <Field label={t('filter.search')}>
        {(control) => (
          <Input {...control} type="search" name="search" defaultValue={filter.search} />
        )}
      </Field>
      <Field label={t('filter.kind')}>
        {(control) => (
          <Select {...control} name="kind" defaultValue={filter.kind ?? ''}>
            <option value="">{t('filter.any')}</option>
            {(['CUSTOMER', 'GUEST', 'BLOCKED'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t(`filter.kinds.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex gap-3">
        <Button type="submit">{t('filter.apply')}</Button>
        <ButtonLink variant="secondary" href="/admin/customers">
          {t('filter.reset')}
        </ButtonLink>
      </div>
    </form>
  );
}
