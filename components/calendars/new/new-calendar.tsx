'use client';

import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { ensureGuest } from '@/components/account/ensure-guest';
import { useLibrary } from '@/components/calendars/use-library';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { CountryChoice } from '@/lib/calendar-days/countries';
import type { CalendarDefaults } from '@/lib/calendars/calendar-defaults';
import { type CalendarChoices, composeDocument } from '@/lib/calendars/compose-document';
import {
  type CalendarDocument,
  CalendarDocumentSchema,
  type OwnDate,
} from '@/lib/calendars/document';
import { applyTemplate } from '@/lib/calendars/templates/apply-template';
import type { OfferedTemplate } from '@/lib/calendars/templates/list-templates';
import type { Id } from '@/lib/core/ids';
import type { Problem } from '@/lib/http/problem';
import type { PicturePage } from '@/lib/pictures/list-pictures';
import { LookStep } from './look-step';
import { MonthsStep } from './months-step';
import { PhotosStep } from './photos-step';

const STEPS = ['photos', 'months', 'look'] as const;

type Props = {
  defaults: CalendarDefaults;
  countries: readonly CountryChoice[];
  /** What was chosen in the catalogue; the look can still be changed. */
  template: OfferedTemplate | null;
  /** The person's date book: a new calendar starts with all of it. */
  dates: readonly OwnDate[];
};

/** Makes the visitor a guest first, if need be: photos belong to somebody from the first one on. */
export function NewCalendar({ photos, ...props }: Props & { photos: PicturePage | null }) {
  const t = useTranslations('calendars.new');
  const words = useErrorMessage();
  const [hasSession, setSession] = useState(photos !== null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    if (hasSession) return;
    ensureGuest().then(
      () => setSession(true),
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        setProblem(error.problem);
      },
    );
  }, [hasSession]);
  if (hasSession) return <Wizard {...props} photos={photos ?? NO_PHOTOS} />;
  return (
    <main id="content" className="mx-auto flex min-h-[50vh] max-w-xl items-center px-4">
      {problem ? (
        <Alert tone="bad">{words(problem)}</Alert>
      ) : (
        <p role="status" className="flex items-center gap-3 text-ink-soft">
          <Spinner className="size-6 text-accent" />
          {t('starting')}
        </p>
      )}
    </main>
  );
}

const NO_PHOTOS: PicturePage = { pictures: [], nextCursor: null, total: 0 };

/** Three screens from nothing to a complete calendar. Every one of them can be left as it is. */
function Wizard({ defaults, countries, template, dates, photos }: Props & { photos: PicturePage }) {
  const t = useTranslations('calendars.new');
  const toast = useToast();
  const words = useErrorMessage();
  const router = useRouter();
  const library = useLibrary(photos);
  const [step, setStep] = useState(0);
  const [choices, setChoices] = useState<CalendarChoices>(() => choicesOf(defaults, template));
  const [left, setLeft] = useState<ReadonlySet<Id<'picture'>>>(new Set());
  const [isUploading, setUploading] = useState(false);
  const [wantsCalendar, setWantsCalendar] = useState(false);
  const [isCreating, setCreating] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const current = STEPS[step] ?? 'photos';

  const usable = library.pictures.filter(({ status }) => status === 'READY');
  const chosen = usable.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const waiting = library.pictures.filter(({ status }) => status === 'RECEIVED').length;
  const isPreparing = isUploading || waiting > 0;

  const goTo = (next: number) => {
    setStep(next);
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  };

  const create = async () => {
    setCreating(true);
    try {
      const filled = await callApi<{ document: unknown }>('POST', '/api/calendars/autofill', {
        document: { ...startOf(choices, template), dates },
        pictureIds: chosen,
      });
      const document = CalendarDocumentSchema.parse(filled.document);
      const { calendarId } = await callApi<{ calendarId: string }>('POST', '/api/calendars', {
        document,
      });
      router.push(`/calendars/${calendarId}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast(words(error.problem), 'bad');
      setCreating(false);
    }
  };

  const createOnce = useRef(create);
  useEffect(() => {
    createOnce.current = create;
  });
  // Pressed while photos were still on their way: the calendar is made with all of them.
  useEffect(() => {
    if (!wantsCalendar || isPreparing) return;
    setWantsCalendar(false);
    createOnce.current().catch(reportError);
  }, [wantsCalendar, isPreparing]);

  return (
    <main id="content" className="mx-auto w-full max-w-5xl px-4 pt-6 pb-28 sm:px-6 sm:pt-10">
      <Steps current={step} onGo={goTo} />
      <h1
        ref={heading}
        tabIndex={-1}
        className="mt-6 text-4xl outline-none focus-visible:outline-none sm:text-5xl"
      >
        {t(`${current}_title`)}
      </h1>
      <p className="mt-3 mb-8 max-w-2xl text-lg text-ink-soft">{t(`${current}_lead`)}</p>
      {/* Kept while the other screens are shown, so that uploads go on. */}
      <div hidden={current !== 'photos'}>
        <PhotosStep
          library={library}
          left={left}
          chosenCount={chosen.length}
          onToggle={(id) => {
            const next = new Set(left);
            if (next.has(id)) next.delete(id);
            else next.add(id);
            setLeft(next);
          }}
          onAll={(areChosen) => setLeft(new Set(areChosen ? [] : usable.map(({ id }) => id)))}
          onBusy={setUploading}
        />
      </div>
      {current === 'months' ? (
        <MonthsStep
          choices={choices}
          countries={countries}
          onChange={(change) => setChoices((before) => ({ ...before, ...change }))}
        />
      ) : null}
      {current === 'look' ? (
        <LookStep
          choices={choices}
          chosen={chosen}
          onChange={(change) => setChoices((before) => ({ ...before, ...change }))}
        />
      ) : null}
      <div className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper/95 pb-[env(safe-area-inset-bottom)] backdrop-blur">
        <div className="mx-auto flex max-w-5xl items-center gap-3 px-4 py-3 sm:px-6">
          {step > 0 ? (
            <Button variant="secondary" onClick={() => goTo(step - 1)}>
              <ArrowLeft />
              <span className="max-sm:sr-only">{t('back')}</span>
            </Button>
          ) : null}
          <p role="status" className="min-w-0 flex-1 text-sm text-ink-soft">
            {isUploading
              ? t('uploading')
              : waiting > 0
                ? t('waiting', { count: waiting })
                : current === 'photos'
                  ? t('chosen', { count: chosen.length, wanted: choices.monthCount + 1 })
                  : null}
          </p>
          {wantsCalendar && isPreparing ? (
            <Button
              variant="link"
              size="sm"
              className="whitespace-normal"
              onClick={() => {
                setWantsCalendar(false);
                create().catch(reportError);
              }}
            >
              {t('without_these')}
            </Button>
          ) : null}
          {step < STEPS.length - 1 ? (
            <Button onClick={() => goTo(step + 1)}>
              {current === 'photos' && chosen.length === 0 && !isPreparing
                ? t('without_photos')
                : t('next')}
              <ArrowRight />
            </Button>
          ) : (
            <Button pending={isCreating || wantsCalendar} onClick={() => setWantsCalendar(true)}>
              <Check />
              {t('create')}
            </Button>
          )}
        </div>
      </div>
    </main>
  );
}

/** The calendar that is made: what a template adds beyond the choices stays as long as its look was kept. */
function startOf(choices: CalendarChoices, template: OfferedTemplate | null): CalendarDocument {
  const document = composeDocument(choices);
  const { formatId, themeId, layoutId } = choices;
  const isKept = template?.themeId === themeId && template.layoutId === layoutId;
  return template && isKept ? applyTemplate(document, { ...template, formatId }) : document;
}

function choicesOf(defaults: CalendarDefaults, template: OfferedTemplate | null): CalendarChoices {
  const { country, ...rest } = defaults;
  return {
    ...rest,
    layoutId: template?.layoutId ?? 'photo-above',
    ...(template
      ? {
          formatId: template.formatId,
          themeId: template.themeId,
          monthCount: template.monthCount,
        }
      : {}),
    holidaySets: country === null ? [] : [{ country, region: null }],
  };
}

function Steps({ current, onGo }: { current: number; onGo: (step: number) => void }) {
  const t = useTranslations('calendars.new');
  return (
    <nav aria-label={t('steps')}>
      <ol className="flex items-center gap-2 text-sm sm:gap-3">
        {STEPS.map((step, index) => (
          <li key={step} className="flex items-center gap-2 sm:gap-3">
            {index > 0 ? (
              <span aria-hidden="true" className="h-px w-4 bg-line-strong sm:w-10" />
            ) : null}
            <button
              type="button"
              aria-current={index === current ? 'step' : undefined}
              onClick={() => onGo(index)}
              className="flex min-h-11 items-center gap-2 rounded-control pr-1"
            >
              <span
                className={classes(
                  'flex size-7 items-center justify-center rounded-full text-xs font-semibold',
                  index === current
                    ? 'bg-accent text-white'
                    : index < current
                      ? 'bg-accent-soft text-accent-deep'
                      : 'bg-linen text-ink-soft',
                )}
              >
                {index < current ? <Check aria-hidden="true" className="size-4" /> : index + 1}
              </span>
              <span className={index === current ? 'font-semibold' : 'text-ink-soft'}>
                {t(`step_${step}`)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
