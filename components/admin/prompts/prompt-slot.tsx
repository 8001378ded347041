'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Field, Input } from '@/components/ui/field';
import type { StaffPrompt } from '@/lib/admin/get-prompt-theme';
import { PromptRates } from './prompt-rates';
import { TemplateField } from './template-field';
import { useMonthName } from './use-month-name';

type Text = { template: string; negativePrompt: string };

/** One month of a theme: its template beside what a model would read, its seeds and how it does. */
export function PromptSlot({
  prompt,
  text,
  example,
  isChanged,
  isPending,
  onChange,
  onDropSeed,
}: {
  prompt: StaffPrompt;
  text: Text;
  example: string;
  /** It reads differently from what is stored: its seeds will have to be proven again. */
  isChanged: boolean;
  isPending: boolean;
  onChange: (text: Text) => void;
  onDropSeed: (seedId: string) => void;
}) {
  const t = useTranslations('prompts');
  const month = useMonthName()(prompt.month);
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-2xl first-letter:uppercase">{month}</h3>
        <PromptRates counts={prompt.counts} />
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex flex-col gap-3">
          <TemplateField
            label={t('slot.template', { month })}
            part="prompt"
            rows={7}
            value={text.template}
            onChange={(template) => onChange({ ...text, template })}
          />
          <Field label={t('slot.negative')} hint={t('slot.negative_hint')}>
            {(control) => (
              <Input
                {...control}
                lang="en"
                value={text.negativePrompt}
                onChange={(event) => onChange({ ...text, negativePrompt: event.target.value })}
              />
            )}
          </Field>
        </div>
        <div className="flex flex-col gap-3">
          <figure className="rounded-control bg-linen/70 p-4">
            <figcaption className="mb-1 text-sm font-medium text-ink-soft">
              {t('slot.example')}
            </figcaption>
            <p lang="en" className="text-[0.95rem] leading-relaxed">
              {example}
            </p>
          </figure>
          <div>
            <p className="mb-1.5 text-sm font-medium">
              {t('slot.seeds', { count: prompt.seeds.length })}
            </p>
            <ul className="flex flex-wrap gap-2">
              {prompt.seeds.map((seed) => {
                const isProven = seed.isProven && !isChanged;
                return (
                  <li key={seed.id}>
                    <Badge tone={isProven ? 'good' : 'warn'} className="pr-0.5">
                      <span className="tabular-nums">{seed.seed}</span>
                      <span className="font-normal">
                        {seed.baseModelName} · {t(isProven ? 'slot.proven' : 'slot.unproven')}
                      </span>
                      <button
                        type="button"
                        disabled={isPending}
                        aria-label={t('slot.drop_seed', { seed: seed.seed })}
                        className="inline-flex size-7 items-center justify-center rounded-full hover:bg-ink/10"
                        onClick={() => onDropSeed(seed.id)}
                      >
                        <X aria-hidden="true" />
                      </button>
                    </Badge>
                  </li>
                );
              })}
            </ul>
            {prompt.seeds.length === 0 ? (
              <p className="text-sm text-ink-soft">{t('slot.no_seeds')}</p>
            ) : null}
          </div>
        </div>
      </div>
    </Card>
  );
}
