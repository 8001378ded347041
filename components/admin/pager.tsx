import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';

/** To the pages before and after of a table whose filter stands in the address. */
export function Pager({
  path,
  filter,
  pageCount,
}: {
  path: string;
  filter: { page: number } & Record<string, unknown>;
  pageCount: number;
}) {
  const t = useTranslations('admin.pager');
  if (pageCount <= 1) return null;
  const link = (page: number) => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries({ ...filter, page: page > 1 ? page : '' })) {
      if (value) query.set(key, String(value));
    }
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return (
    <nav aria-label={t('label')} className="mt-6 flex items-center justify-between gap-4">
      {filter.page > 1 ? (
        <ButtonLink variant="secondary" href={link(filter.page - 1)}>
          {t('previous')}
        </ButtonLink>
      ) : (
        <span />
      )}
      <span className="text-sm text-ink-soft">
        {t('page', { page: filter.page, count: pageCount })}
      </span>
      {filter.page < pageCount ? (
        <ButtonLink variant="secondary" href={link(filter.page + 1)}>
          {t('next')}
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
