import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { BoardFilter } from '@/lib/admin/schema';
import { ORDER_STATUSES } from '@/lib/orders/order-states';

/** The board's filters: a plain form, so that every view of the board has its own address. */
export function BoardFilters({
  filter,
  countries,
}: {
  filter: BoardFilter;
  countries: readonly { code: string; name: string }[];
}) {
  const t = useTranslations('admin.board');
  const tStatus = useTranslations('orders.status');
  // A new address makes new inputs, so that "show all" empties them.
  const key = JSON.stringify(filter);
  return (
    <form
      key={key}
      action="/admin/orders"
      className="mb-6 grid grid-cols-1 items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1.6fr)_repeat(4,minmax(0,1fr))]"
    >
      <Field label={t('search')} className="sm:col-span-2 lg:col-span-1">
        {(control) => (
          <Input {...control} type="search" name="search" defaultValue={filter.search} />
        )}
      </Field>
      <Field label={t('status')}>
        {(control) => (
          <Select {...control} name="status" defaultValue={filter.status ?? ''}>
            <option value="">{t('any_status')}</option>
            {ORDER_STATUSES.map((status) => (
              <option key={status} value={status}>
                {tStatus(status)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('country')}>
        {(control) => (
          <Select {...control} name="country" defaultValue={filter.country ?? ''}>
            <option value="">{t('any_country')}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('from')}>
        {(control) => (
          <Input {...control} type="date" name="from" defaultValue={filter.from ?? ''} />
        )}
      </Field>
      <Field label={t('to')}>
        {(control) => <Input {...control} type="date" name="to" defaultValue={filter.to ?? ''} />}
      </Field>
      <div className="flex flex-wrap gap-3 sm:col-span-2 lg:col-span-5">
        <Button type="submit">{t('apply')}</Button>
        <ButtonLink variant="secondary" href="/admin/orders">
          {t('reset')}
        </ButtonLink>
      </div>
    </form>
  );
}
