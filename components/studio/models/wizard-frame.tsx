'use client';

import { ArrowLeft, Check } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';

export const WIZARD_STEPS = ['subject', 'consent', 'photos', 'train'] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

/** Each step has its own address, so that the browser's back and forward walk through them. */
export function stepPath(loraModelId: string | null, step: WizardStep): string {
  return loraModelId === null
    ? '/studio/models/new'
    : `/studio/models/new?model=${loraModelId}&step=${step}`;
}

/** Where the person is on the way, the step itself, and what it is for. */
export function WizardFrame({
  step,
  loraModelId,
  reached,
  lead,
  children,
}: {
  step: WizardStep;
  loraModelId: string | null;
  /** The last step that is open. */
  reached: WizardStep;
  lead: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('lora.wizard');
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what changes
  useEffect(() => {
    if (!first.current) heading.current?.focus({ preventScroll: true });
    first.current = false;
  }, [step]);
  const last = WIZARD_STEPS.indexOf(reached);
  return (
    <main id="content" className="mx-auto w-full max-w-5xl px-4 pt-6 pb-32 sm:px-6 sm:pt-10">
      <nav aria-label={t('steps')}>
        <ol className="flex gap-1.5 sm:gap-3">
          {WIZARD_STEPS.map((name, index) => {
            const isHere = name === step;
            const isDone = index < WIZARD_STEPS.indexOf(step);
            const label = (
              <>
                <span
                  className={classes(
                    'inline-flex size-7 shrink-0 items-center justify-center rounded-full border text-sm tabular-nums',
                    isHere && 'border-accent bg-accent text-white',
                    isDone && 'border-accent text-accent',
                    !isHere && !isDone && 'border-line-strong/60 text-ink-soft',
                  )}
                >
                  {isDone ? <Check aria-hidden="true" className="size-4" /> : index + 1}
                </span>
                <span className={classes('truncate', !isHere && 'max-sm:sr-only')}>
                  {t(`names.${name}`)}
                </span>
              </>
            );
            const look = classes(
              'flex min-h-11 min-w-0 items-center gap-2 rounded-control px-1 text-sm font-medium sm:px-2',
              isHere ? 'text-ink' : 'text-ink-soft',
            );
            return (
              <li key={name} className="min-w-0" aria-current={isHere ? 'step' : undefined}>
                {!isHere && index <= last ? (
                  <Link
                    href={stepPath(loraModelId, name)}
                    className={classes(look, 'hover:bg-linen')}
                  >
                    {label}
                  </Link>
                ) : (
                  <span className={look}>{label}</span>
                )}
              </li>
            );
          })}
        </ol>
      </nav>
      <h1
        ref={heading}
        tabIndex={-1}
        className="mt-6 text-4xl outline-none focus-visible:outline-none sm:text-5xl"
      >
        {t(`titles.${step}`)}
      </h1>
      <p className="mt-3 mb-8 max-w-2xl text-lg text-ink-soft">{lead}</p>
      {children}
    </main>
  );
}

/** The foot of a step: back, how things stand, and on. */
export function WizardBar({
  backTo,
  status,
  children,
}: {
  backTo?: string;
  status?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('lora.wizard');
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper/95 pb-[env(safe-area-inset-bottom)] backdrop-blur">
      <div className="mx-auto flex max-w-5xl items-center gap-3 px-4 py-3 sm:px-6">
        {backTo ? (
          <ButtonLink variant="secondary" href={backTo}>
            <ArrowLeft aria-hidden="true" />
            <span className="max-sm:sr-only">{t('back')}</span>
          </ButtonLink>
        ) : null}
        <p role="status" className="min-w-0 flex-1 text-sm text-ink-soft">
          {status}
        </p>
        {children}
      </div>
    </div>
  );
}
