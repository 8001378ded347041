import { useTranslations } from 'next-intl';
import { KeptSort } from '@/components/admin/sort-head';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { MESSAGE_STATES, type MessageFilter } from '@/lib/admin/messages/schema';
import { CHANNELS } from '@/lib/messages/kinds';

/** The outbox's filters: a plain form, so that every view of it has its own address. */
export function MessageFilters({
  filter,
  templates,
}: {
  filter: MessageFilter;
  /** Every kind of message there is. */
  templates: readonly string[];
}) {
  const t = useTranslations('messages_desk');
  const kinds = templates.map((name) => ({ name, label: t(`kinds.${name as 'order-confirmed'}`) }));
  return (
    <form
      // A new address makes new inputs, so that "show all" empties them.
      key={JSON.stringify(filter)}
      action="/admin/messages"
      className="mb-6 grid grid-cols-1 items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1.8fr)_repeat(3,minmax(0,1fr))_auto]"
    >
      <KeptSort sort={filter.sort} />
      <Field label={t('filter.search')}>
        {(control) => (
          <Input {...control} type="search" name="search" defaultValue={filter.search} />
        )}
      </Field>
      <Field label={t('filter.template')}>
        {(control) => (
          <Select {...control} name="template" defaultValue={filter.template ?? ''}>
            <option value="">{t('filter.any')}</option>
            {kinds.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('filter.status')}>
        {(control) => (
          <Select {...control} name="status" defaultValue={filter.status ?? ''}>
            <option value="">{t('filter.any')}</option>
            {MESSAGE_STATES.map((status) => (
              <option key={status} value={status}>
                {t(`states.${status}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('filter.channel')}>
        {(control) => (
          <Select {...control} name="channel" defaultValue={filter.channel ?? ''}>
            <option value="">{t('filter.any')}</option>
            {CHANNELS.map((channel) => (
              <option key={channel} value={channel}>
                {t(`channels.${channel}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex gap-3">
        <Button type="submit">{t('filter.apply')}</Button>
        <ButtonLink variant="secondary" href="/admin/messages">
          {t('filter.reset')}
        </ButtonLink>
      </div>
    </form>
  );
}
