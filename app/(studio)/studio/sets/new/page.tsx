import { UserRoundPlus } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { NewSet } from '@/components/studio/sets/new-set';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';
import { studioChoices } from '@/lib/studio/studio-choices';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sets.new');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewSetPage({ searchParams }: Props) {
  const ctx = await pageCtx('customer', '/studio/sets/new');
  const t = await getTranslations('sets.new');
  const { model, theme } = await searchParams;
  const choices = await studioChoices(ctx, await getLocale());
  const hasSubject = choices.models.some(({ type }) => type === 'PORTRAIT');
  return (
    <Page title={t('title')} lead={t('lead')}>
      {hasSubject ? (
        <NewSet
          choices={choices}
          wanted={{
            modelId: typeof model === 'string' ? model : null,
            themeId: typeof theme === 'string' ? theme : null,
          }}
        />
      ) : (
        <EmptyState
          icon={<UserRoundPlus />}
          title={t('nobody_title')}
          action={<ButtonLink href="/studio/models/new">{t('nobody_action')}</ButtonLink>}
        >
          {t('nobody_text')}
        </EmptyState>
      )}
    </Page>
  );
}
