import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { type DeskFilter, deskAddress } from './desk-address';

/** To the pages before and after of a table whose filter stands in the address. */
export function Pager({
  path,
  filter,
  pageCount,
}: {
  path: string;
  filter: DeskFilter;
  pageCount: number;
}) {
  const t = useTranslations('admin.pager');
  if (pageCount <= 1) return null;
  const link = (page: number) => deskAddress(path, filter, { page });
  return (
    <nav aria-label={t('label')} className="mt-6 flex items-center justify-between gap-4">
      {filter.page > 1 ? (
        <ButtonLink
          variant="secondary"
          rel="prev"
          href={link(Math.min(filter.page - 1, pageCount))}
        >
          {t('previous')}
        </ButtonLink>
      ) : (
        <span />
      )}
      <span className="text-sm text-ink-soft tabular-nums">
        {t('page', { page: filter.page, count: pageCount })}
      </span>
      {filter.page < pageCount ? (
        <ButtonLink variant="secondary" rel="next" href={link(filter.page + 1)}>
          {t('next')}
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
