'use client';

import { useTranslations } from 'next-intl';
import { PLACEHOLDERS } from '@/lib/studio/prompt-template';

/** Every word that a template may ask for, and what it becomes. */
export function PlaceholderHelp() {
  const t = useTranslations('prompts.help');
  return (
    <details className="rounded-card border border-line bg-linen/50 px-5 py-3">
      <summary className="min-h-9 content-center font-medium">{t('title')}</summary>
      <dl className="mt-2 grid gap-x-6 gap-y-2 pb-2 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {PLACEHOLDERS.map((name) => (
          <div key={name}>
            <dt className="font-mono text-accent-deep">{`{${name}}`}</dt>
            <dd className="text-ink-soft">{t(`words.${name}`)}</dd>
          </div>
        ))}
        <div className="sm:col-span-2 lg:col-span-3">
          <dt className="font-mono text-accent-deep">
            [person: …] [animal: …] [thing: …] [person, animal: …]
          </dt>
          <dd className="text-ink-soft">{t('passages')}</dd>
        </div>
      </dl>
    </details>
  );
}
