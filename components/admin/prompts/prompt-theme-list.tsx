'use client';

import { ArrowDown, ArrowUp, Copy, FlaskConical } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { LookStatus } from '@/components/admin/look-status';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffPromptTheme } from '@/lib/admin/list-prompt-themes';
import type { Locale } from '@/lib/i18n/locales';
import { inLanguage } from '@/lib/studio/theme-content';
import { NewPromptTheme } from './new-prompt-theme';
import { PromptRates } from './prompt-rates';

/** The shelf of themes as staff arrange it. */
export function PromptThemeList({ themes }: { themes: readonly StaffPromptTheme[] }) {
  const t = useTranslations('prompts');
  const locale = useLocale() as Locale;
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const change = (id: string, body: object, done: string) =>
    void send('PATCH', `/api/admin/prompts/${id}`, body, done);
  return (
    <>
      {problem ? (
        <Alert tone="bad" className="mb-4">
          {errorMessage(problem)}
        </Alert>
      ) : null}
      <ol className="flex flex-col divide-y divide-line">
        {themes.map((theme, index) => {
          const name = inLanguage(theme.names, locale);
          const isOffered = theme.status === 'PUBLISHED';
          return (
            <li key={theme.id} className="flex flex-wrap items-center gap-4 py-4 sm:flex-nowrap">
              <span className="flex shrink-0 flex-col">
                {(['start', 'end'] as const).map((towards) => (
                  <Button
                    key={towards}
                    variant="ghost"
                    size="icon-sm"
                    aria-label={t(`list.towards_${towards}`, { name })}
                    disabled={isPending || index === (towards === 'start' ? 0 : themes.length - 1)}
                    onClick={() =>
                      change(theme.id, { change: 'place', towards }, t('list.moved', { name }))
                    }
                  >
                    {towards === 'start' ? (
                      <ArrowUp aria-hidden="true" />
                    ) : (
                      <ArrowDown aria-hidden="true" />
                    )}
                  </Button>
                ))}
              </span>
              <span className="h-24 w-20 shrink-0 overflow-hidden rounded-control bg-linen">
                {theme.coverUrl ? (
                  // biome-ignore lint/performance/noImgElement: a small cover that needs no optimiser
                  <img
                    src={theme.coverUrl}
                    alt=""
                    loading="lazy"
                    className="size-full object-cover"
                  />
                ) : null}
              </span>
              <span className="flex min-w-0 flex-1 flex-col gap-1.5">
                <Link
                  href={`/admin/prompts/${theme.id}`}
                  className="text-xl font-medium underline-offset-4 hover:underline"
                >
                  {name}
                </Link>
                <span className="text-sm text-ink-soft">
                  {inLanguage(theme.descriptions, locale)}
                </span>
                <span className="flex flex-wrap items-center gap-1.5">
                  <LookStatus isBuiltIn={false} status={theme.status} />
                  <Badge
                    tone={theme.provenMonths === 12 ? 'good' : 'warn'}
                    className="whitespace-normal"
                  >
                    {t('list.proven_months', { count: theme.provenMonths })}
                  </Badge>
                </span>
                <PromptRates counts={theme.counts} />
              </span>
              <span className="flex flex-wrap gap-2 max-sm:w-full">
                <ButtonLink variant="secondary" size="sm" href={`/admin/prompts/${theme.id}/test`}>
                  <FlaskConical aria-hidden="true" />
                  {t('list.test')}
                </ButtonLink>
                <NewPromptTheme
                  source={{ id: theme.id, slug: theme.slug, name }}
                  trigger={
                    <Button variant="secondary" size="sm">
                      <Copy aria-hidden="true" />
                      {t('list.copy')}
                    </Button>
                  }
                />
                <Button
                  variant={isOffered ? 'ghost' : 'primary'}
                  size="sm"
                  disabled={isPending}
                  onClick={() =>
                    change(
                      theme.id,
                      { change: 'status', status: isOffered ? 'RETIRED' : 'PUBLISHED' },
                      t(isOffered ? 'list.withdrawn' : 'list.offered', { name }),
                    )
                  }
                >
                  {t(isOffered ? 'list.withdraw' : 'list.offer')}
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
