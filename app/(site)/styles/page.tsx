import { Palette, Search, Star } from 'lucide-react';
import type { Metadata } from 'next';
import Form from 'next/form';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { AiBadge } from '@/components/pictures/ai-badge';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/field';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';
import { listStyles } from '@/lib/studio/list-styles';
import { STYLE_ORDERS, type StyleQuery, StyleQuerySchema } from '@/lib/studio/lora-schema';
import type { StyleView } from '@/lib/studio/lora-view';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('lora.styles');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Looks that others learned and share. */
export default async function StylesPage({ searchParams }: Props) {
  const ctx = await pageCtx('public', '/styles');
  const t = await getTranslations('lora.styles');
  const query = StyleQuerySchema.parse(await searchParams);
  const { styles, hasMore } = await listStyles(ctx, query);
  const isFiltered = query.search !== '' || query.page > 1;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <ButtonLink variant="secondary" href="/studio/models/new">
          {t('own')}
        </ButtonLink>
      }
    >
      {styles.length > 0 || isFiltered ? (
        <div className="mb-6 flex flex-wrap items-center gap-3">
          <Form action="/styles" className="flex min-w-0 flex-1 basis-72 gap-2">
            <input type="hidden" name="order" value={query.order} />
            <Input
              type="search"
              name="search"
              aria-label={t('search')}
              placeholder={t('search')}
              defaultValue={query.search}
              maxLength={80}
            />
            <Button type="submit" variant="secondary" aria-label={t('find')}>
              <Search aria-hidden="true" />
              <span className="max-sm:sr-only">{t('find')}</span>
            </Button>
          </Form>
          <nav aria-label={t('order')} className="flex gap-1 rounded-control bg-linen p-1">
            {STYLE_ORDERS.map((order) => (
              <Link
                key={order}
                href={addressOf({ ...query, order, page: 1 })}
                aria-current={order === query.order ? 'true' : undefined}
                className={classes(
                  'inline-flex min-h-9 items-center rounded-[0.35rem] px-3 text-sm font-medium',
                  order === query.order ? 'bg-sheet shadow-sheet' : 'text-ink-soft hover:text-ink',
                )}
              >
                {t(`orders.${order}`)}
              </Link>
            ))}
          </nav>
        </div>
      ) : null}
      {styles.length > 0 ? (
        <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {styles.map((style) => (
            <li key={style.id}>
              <StyleCard style={style} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<Palette />}
          title={t(isFiltered ? 'nothing_title' : 'empty_title')}
          action={
            isFiltered ? (
              <ButtonLink variant="secondary" href="/styles">
                {t('all')}
              </ButtonLink>
            ) : (
              <ButtonLink href="/studio/models/new">{t('own')}</ButtonLink>
            )
          }
        >
          {t(isFiltered ? 'nothing_text' : 'empty_text')}
        </EmptyState>
      )}
      {query.page > 1 || hasMore ? (
        <nav aria-label={t('pages')} className="mt-8 flex justify-center gap-3">
          {query.page > 1 ? (
            <ButtonLink variant="secondary" href={addressOf({ ...query, page: query.page - 1 })}>
              {t('before')}
            </ButtonLink>
          ) : null}
          {hasMore ? (
            <ButtonLink variant="secondary" href={addressOf({ ...query, page: query.page + 1 })}>
              {t('after')}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </Page>
  );
}

async function StyleCard({ style }: { style: StyleView }) {
  const t = await getTranslations('lora.styles');
  return (
    <article className="flex h-full flex-col overflow-hidden rounded-card border border-line bg-sheet shadow-sheet">
      <div className="relative aspect-4/3 bg-linen">
        {style.hasPreview ? (
          <>
            {/* biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser */}
            <img
              src={`/api/styles/${style.id}/preview`}
              alt={t('preview_of', { name: style.name })}
              loading="lazy"
              className="absolute inset-0 size-full object-cover"
            />
            <AiBadge className="absolute top-2 left-2" />
          </>
        ) : (
          <div className="flex size-full items-center justify-center text-line-strong">
            <Palette aria-hidden="true" className="size-9 stroke-[1.3]" />
          </div>
        )}
      </div>
      <div className="flex flex-1 flex-col gap-2 p-4">
        <div className="flex items-start justify-between gap-3">
          <h2 className="min-w-0 text-2xl break-words">{style.name}</h2>
          <Badge tone={style.starsRequired > 0 ? 'accent' : 'good'}>
            {style.starsRequired > 0 ? (
              <>
                <Star aria-hidden="true" className="fill-current" />
                {t('asks', { count: style.starsRequired })}
              </>
            ) : (
              t('free')
            )}
          </Badge>
        </div>
        {style.description ? <p className="text-ink-soft">{style.description}</p> : null}
        <p className="text-sm text-ink-soft">
          {style.ownerName ? t('by', { name: style.ownerName }) : null}
          {style.ownerName && style.uses > 0 ? ' · ' : null}
          {style.uses > 0 ? t('uses', { count: style.uses }) : null}
        </p>
        <div className="mt-auto flex flex-wrap gap-2 pt-2">
          <ButtonLink size="sm" href={`/studio/generate?style=${style.id}`}>
            {t('use')}
          </ButtonLink>
          {style.isOwn ? (
            <ButtonLink size="sm" variant="ghost" href={`/studio/models/${style.id}`}>
              {t('yours')}
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </article>
  );
}

function addressOf({ search, order, page }: StyleQuery): string {
  const query = new URLSearchParams({ order });
  if (search !== '') query.set('search', search);
  if (page > 1) query.set('page', String(page));
  return `/styles?${query}`;
}
