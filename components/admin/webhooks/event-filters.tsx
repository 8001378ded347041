import { useTranslations } from 'next-intl';
import { KeptSort } from '@/components/admin/sort-head';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { EVENT_STATES, type EventFilter } from '@/lib/admin/webhooks/schema';

/** A plain form, so that every view of the list has its own address. */
export function EventFilters({
  filter,
  providers,
}: {
  filter: EventFilter;
  providers: readonly string[];
}) {
  const t = useTranslations('tills.events');
  return (
    <form
      key={JSON.stringify(filter)}
      action="/admin/webhooks"
      className="mb-6 grid grid-cols-1 items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1.6fr)_repeat(4,minmax(0,1fr))]"
    >
      <KeptSort sort={filter.sort} />
      <Field label={t('search')} className="sm:col-span-2 lg:col-span-1">
        {(control) => (
          <Input {...control} type="search" name="search" defaultValue={filter.search} />
        )}
      </Field>
      <Field label={t('sender')}>
        {(control) => (
          <Select {...control} name="provider" defaultValue={filter.provider ?? ''}>
            <option value="">{t('any_sender')}</option>
            {providers.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('state')}>
        {(control) => (
          <Select {...control} name="state" defaultValue={filter.state ?? ''}>
            <option value="">{t('any_state')}</option>
            {EVENT_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`states.${state}`)}
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
        <ButtonLink variant="secondary" href="/admin/webhooks">
          {t('reset')}
        </ButtonLink>
      </div>
    </form>
  );
}
