import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { BOARD_SORTS, type BoardFilter } from '@/lib/admin/board/schema';
import { CURRENCIES } from '@/lib/core/money';
import { METHOD_IDS } from '@/lib/orders/delivery/methods';
import { ORDER_STATUSES } from '@/lib/orders/order-states';
import { TILLS } from '@/lib/payments/till-choice';

type Option = { value: string; label: string };

/** The board's filters: a plain form, so that every view of the board has its own address. */
export function BoardFilters({
  filter,
  countries,
}: {
  filter: BoardFilter;
  countries: readonly { code: string; name: string }[];
}) {
  const t = useTranslations('board.filters');
  const tStatus = useTranslations('orders.status');
  const tMethods = useTranslations('delivery.methods');
  const tTills = useTranslations('tills.names');
  const { currency, till, method, held, person, from, to, sort } = filter;
  const hasMore = [currency, till, method, held, person, from, to].some((value) => value !== null);
  const choice = (name: keyof BoardFilter, any: string, options: readonly Option[]) => (
    <Field label={t(name)}>
      {(control) => (
        <Select {...control} name={name} defaultValue={String(filter[name] ?? '')}>
          <option value="">{any}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <form
      // A new address makes new inputs, so that "show all" empties them.
      key={JSON.stringify(filter)}
      action="/admin/orders"
      className="mb-6 rounded-card border border-line bg-sheet p-4"
    >
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_repeat(2,minmax(0,1fr))]">
        <Field label={t('search')} hint={t('search_hint')} className="sm:col-span-2 lg:col-span-1">
          {(control) => (
            <Input
              {...control}
              type="search"
              name="search"
              maxLength={100}
              data-board-search
              defaultValue={filter.search}
            />
          )}
        </Field>
        {choice(
          'status',
          t('any_status'),
          ORDER_STATUSES.map((value) => ({ value, label: tStatus(value) })),
        )}
        {choice(
          'country',
          t('any_country'),
          countries.map(({ code, name }) => ({ value: code, label: name })),
        )}
      </div>
      <details className="group mt-3" open={hasMore || sort !== '-placed'}>
        <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-1.5 text-sm font-medium text-accent underline-offset-4 hover:underline">
          <ChevronDown
            aria-hidden="true"
            className="size-4 transition-transform group-open:rotate-180"
          />
          {t('more')}
        </summary>
        <div className="mt-2 grid grid-cols-1 items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {choice(
            'till',
            t('any_till'),
            TILLS.map((value) => ({ value, label: tTills(value) })),
          )}
          {choice(
            'currency',
            t('any_currency'),
            CURRENCIES.map((value) => ({ value, label: value })),
          )}
          {choice(
            'method',
            t('any_method'),
            METHOD_IDS.map((value) => ({ value, label: tMethods(value) })),
          )}
          {choice('held', t('held_any'), [
            { value: 'yes', label: t('held_yes') },
            { value: 'no', label: t('held_no') },
          ])}
          {choice('person', t('person_any'), [{ value: 'yes', label: t('person_yes') }])}
          <Field label={t('from')}>
            {(control) => <Input {...control} type="date" name="from" defaultValue={from ?? ''} />}
          </Field>
          <Field label={t('to')}>
            {(control) => <Input {...control} type="date" name="to" defaultValue={to ?? ''} />}
          </Field>
          <Field label={t('sort')}>
            {(control) => (
              <Select {...control} name="sort" defaultValue={sort}>
                {BOARD_SORTS.map((value) => (
                  <option key={value} value={value}>
                    {t(`sorts.${value}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </details>
      {/* Closed, the line of "more" has room for them. */}
      <div className="mt-4 flex flex-wrap gap-3 lg:justify-end lg:in-[form:not(:has(details[open]))]:-mt-10">
        <Button type="submit">{t('apply')}</Button>
        <ButtonLink variant="secondary" href="/admin/orders">
          {t('reset')}
        </ButtonLink>
      </div>
    </form>
  );
}
