import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { PrintFilter } from '@/lib/admin/print/schema';
import {
  PRINT_JOB_STATUSES,
  type PrintJobStatus,
} from '@/lib/orders/print-houses/print-job-states';

/** The board's filters: a plain form, so that every view of it has its own address. */
export function PrintFilters({
  filter,
  houses,
  counts,
}: {
  filter: PrintFilter;
  houses: readonly { id: string; name: string }[];
  counts: Partial<Record<PrintJobStatus, number>>;
}) {
  const t = useTranslations('print_desk');
  return (
    <form
      // A new address makes new inputs, so that "show all" empties them.
      key={JSON.stringify(filter)}
      action="/admin/print"
      className="grid grid-cols-1 items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_repeat(2,minmax(0,1fr))_auto]"
    >
      <Field label={t('jobs.search')} className="sm:col-span-2 lg:col-span-1">
        {(control) => (
          <Input {...control} type="search" name="search" defaultValue={filter.search} />
        )}
      </Field>
      <Field label={t('jobs.state')}>
        {(control) => (
          <Select {...control} name="status" defaultValue={filter.status ?? ''}>
            <option value="">{t('jobs.any_state')}</option>
            {PRINT_JOB_STATUSES.map((status) => (
              <option key={status} value={status}>
                {`${t(`status.${status}`)} (${counts[status] ?? 0})`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('jobs.house')}>
        {(control) => (
          <Select {...control} name="house" defaultValue={filter.house ?? ''}>
            <option value="">{t('jobs.any_house')}</option>
            {houses.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex gap-3">
        <Button type="submit">{t('jobs.apply')}</Button>
        <ButtonLink variant="secondary" href="/admin/print">
          {t('jobs.reset')}
        </ButtonLink>
      </div>
    </form>
  );
}
