import { useTranslations } from 'next-intl';
import { KeptSort } from '@/components/admin/sort-head';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { AuditFilter } from '@/lib/admin/audit/schema';

/** A plain form, so that every view of the log has its own address. */
export function AuditFilters({ filter }: { filter: AuditFilter }) {
  const t = useTranslations('desk.audit');
  return (
    <form
      key={JSON.stringify(filter)}
      action="/admin/audit"
      className="mb-6 grid grid-cols-1 items-start gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-2 lg:grid-cols-[repeat(3,minmax(0,1.4fr))_repeat(2,minmax(0,1fr))]"
    >
      <KeptSort sort={filter.sort} />
      <Field label={t('actor')} hint={t('actor_hint')}>
        {(control) => <Input {...control} type="search" name="actor" defaultValue={filter.actor} />}
      </Field>
      <Field label={t('action')} hint={t('action_hint')}>
        {(control) => (
          <Input {...control} type="search" name="action" defaultValue={filter.action} />
        )}
      </Field>
      <Field label={t('subject')} hint={t('subject_hint')}>
        {(control) => (
          <Input {...control} type="search" name="subject" defaultValue={filter.subject} />
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
        <ButtonLink variant="secondary" href="/admin/audit">
          {t('reset')}
        </ButtonLink>
      </div>
    </form>
  );
}
