import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { LOOK_STATES, type LookFilter } from '@/lib/admin/look-filter';

/** The filters of themes and templates: a plain form, so that every view of the shelf has its own address. */
export function LookFilters({ path, filter }: { path: string; filter: LookFilter }) {
  const t = useTranslations('admin.looks');
  return (
    <form
      // A new address makes new inputs, so that "show all" empties them.
      key={JSON.stringify(filter)}
      action={path}
      className="mb-8 grid grid-cols-1 items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
    >
      <Field label={t('filter.search')}>
        {(control) => (
          <Input {...control} type="search" name="search" defaultValue={filter.search} />
        )}
      </Field>
      <Field label={t('filter.status')}>
        {(control) => (
          <Select {...control} name="status" defaultValue={filter.status ?? ''}>
            <option value="">{t('filter.any')}</option>
            {LOOK_STATES.map((status) => (
              <option key={status} value={status}>
                {t(status === 'BUILT_IN' ? 'built_in' : `status.${status}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex gap-3">
        <Button type="submit">{t('filter.apply')}</Button>
        <ButtonLink variant="secondary" href={path}>
          {t('filter.reset')}
        </ButtonLink>
      </div>
    </form>
  );
}
