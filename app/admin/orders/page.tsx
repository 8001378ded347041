import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { BoardFilters } from '@/components/admin/board/board-filters';
import type { SortLinks } from '@/components/admin/board/board-table';
import { OrderBoard } from '@/components/admin/board/order-board';
import { SavedFilters } from '@/components/admin/board/saved-filters';
import { Pager } from '@/components/admin/pager';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { listFilters } from '@/lib/admin/board/list-filters';
import { listOrders } from '@/lib/admin/board/list-orders';
import { type BoardFilter, BoardFilterSchema, boardQuery } from '@/lib/admin/board/schema';
import { isAdmitted } from '@/lib/core/actor';
import { pageCtx } from '@/lib/http/page-ctx';
import { countryName } from '@/lib/orders/address-lines';

const PATH = '/admin/orders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('board');
  return { title: t('title') };
}

export default async function BoardPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = BoardFilterSchema.parse(await searchParams);
  const query = boardQuery(filter);
  const ctx = await pageCtx('orders', query ? `${PATH}?${query}` : PATH);
  const t = await getTranslations('board');
  const locale = await getLocale();
  const board = await listOrders(ctx, filter);
  const saved = await listFilters(ctx);
  const { sort: _sort, page, ...chosen } = filter;
  const isFiltered = Object.values(chosen).some((value) => value !== null && value !== '');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        board.total > 0 ? (
          <ButtonLink
            variant="secondary"
            prefetch={false}
            href={`/api/admin/orders/export?${boardQuery(filter, { page: null, sort: null })}`}
            download
          >
            <Download aria-hidden="true" />
            {t('csv')}
          </ButtonLink>
        ) : null
      }
    >
      <SavedFilters filters={saved} query={boardQuery(filter, { page: null, search: null })} />
      <BoardFilters
        filter={filter}
        countries={board.countries.map((code) => ({ code, name: countryName(code, locale) }))}
      />
      <p className="mb-3 text-sm text-ink-soft">
        {t(board.isMore ? 'found_more' : 'found', { count: board.total })}
      </p>
      {board.rows.length === 0 ? (
        <EmptyState
          title={t(isFiltered || page > 1 ? 'none' : 'none_yet')}
          action={
            isFiltered || page > 1 ? (
              <ButtonLink variant="secondary" href={PATH}>
                {t('filters.reset')}
              </ButtonLink>
            ) : null
          }
        >
          {t(isFiltered || page > 1 ? 'none_text' : 'none_yet_text')}
        </EmptyState>
      ) : (
        <OrderBoard
          key={query}
          rows={board.rows}
          sorts={sortLinks(filter)}
          canChange={isAdmitted(ctx.actor, 'production')}
        />
      )}
      <Pager
        path={PATH}
        filter={{ ...filter, sort: filter.sort === '-placed' ? null : filter.sort }}
        pageCount={board.pageCount}
      />
    </Page>
  );
}

/** Each head sorts by its column; pressed again, the other way round. Placing and total begin with the largest. */
function sortLinks(filter: BoardFilter): SortLinks {
  const link = (name: keyof SortLinks, first: 'ascending' | 'descending') => {
    const now =
      filter.sort === name ? 'ascending' : filter.sort === `-${name}` ? 'descending' : null;
    const next = now === null ? first : now === 'ascending' ? 'descending' : 'ascending';
    const query = boardQuery(filter, { sort: next === 'ascending' ? name : `-${name}`, page: 1 });
    return { href: query ? `${PATH}?${query}` : PATH, now } as const;
  };
  return {
    placed: link('placed', 'descending'),
    total: link('total', 'descending'),
    arrives: link('arrives', 'ascending'),
  };
}
