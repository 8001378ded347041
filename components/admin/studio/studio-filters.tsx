import { useTranslations } from 'next-intl';
import { KeptSort } from '@/components/admin/sort-head';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { type StudioFilter, WORK_KINDS, WORK_STATES } from '@/lib/admin/studio-schema';

/** The board's filters: a plain form, so that every view of the board has its own address. */
export function StudioFilters({
  filter,
  models,
}: {
  filter: StudioFilter;
  models: readonly { id: string; name: string }[];
}) {
  const t = useTranslations('studio_board');
  return (
    <form
      // A new address makes new inputs, so that "show all" empties them.
      key={JSON.stringify(filter)}
      action="/admin/studio"
      className="mb-6 grid grid-cols-1 items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1.6fr)_repeat(3,minmax(0,1fr))_auto]"
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
            <option value="">{t('filter.any_kind')}</option>
            {WORK_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds_many.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('filter.status')}>
        {(control) => (
          <Select {...control} name="status" defaultValue={filter.status ?? ''}>
            <option value="">{t('filter.any_status')}</option>
            {(['STUCK', ...WORK_STATES] as const).map((status) => (
              <option key={status} value={status}>
                {t(`states.${status}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('filter.model')}>
        {(control) => (
          <Select {...control} name="model" defaultValue={filter.model ?? ''}>
            <option value="">{t('filter.any_model')}</option>
            {models.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{t('filter.apply')}</Button>
        <ButtonLink variant="secondary" href="/admin/studio">
          {t('filter.reset')}
        </ButtonLink>
      </div>
    </form>
  );
}
