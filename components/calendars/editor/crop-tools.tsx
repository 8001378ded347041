'use client';

import {
  Check,
  FlipHorizontal2,
  ImageUp,
  type LucideIcon,
  Minus,
  Plus,
  RotateCcw,
  RotateCwSquare,
  Trash2,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { ZOOM_MAX, ZOOM_MIN } from '@/lib/calendars/crop-moves';
import { type Crop, FILTER_IDS, type FilterId, STRAIGHTEN_MAX_DEG } from '@/lib/calendars/document';
import type { PictureView } from '@/lib/pictures/picture-view';
import { DpiBadge } from './dpi-badge';
import { useEditor } from './editor-context';
import { liveFilter } from './live-filters';

const ZOOM_STEP = 1.2;
const ZOOM_SLIDER_STEPS = 200;
const STRAIGHTEN_STEP_DEG = 0.5;

/** A phone shows one of them at a time. */
const TABS = ['position', 'straighten', 'filter'] as const;
type Tab = (typeof TABS)[number];

/** Where crop mode puts its tools: over the panel of a desktop, at the foot of a phone. */
export function CropToolsPlace() {
  const { view } = useEditor();
  return <div ref={view.setToolsPlace} className="contents" />;
}

type Tools = {
  name: string;
  picture: PictureView;
  crop: Crop;
  filter: FilterId;
  dpi: number;
  onZoom: (zoom: number) => void;
  onTurn: () => void;
  onMirror: () => void;
  onStraighten: (degrees: number) => void;
  /** While the picture is being straightened the frame shows lines to find a level by. */
  onLevelling: (isLevelling: boolean) => void;
  onFilter: (filter: FilterId) => void;
  onReset: () => void;
  onReplace: () => void;
  onRemove: () => void;
  onDone: () => void;
};

/** Everything that can be done to one placed picture. Each has a key too, while the frame on the page has the focus. */
export function CropTools(tools: Tools) {
  const t = useTranslations('calendars.crop');
  const [tab, setTab] = useState<Tab>('position');
  const [isReplacing, setReplacing] = useState(false);
  if (isReplacing) {
    return (
      <div className="absolute inset-x-0 bottom-full z-40 flex items-center gap-3 border-t border-line bg-accent-soft px-4 py-2 lg:top-0 lg:bottom-auto lg:border-t-0 lg:border-b">
        <p role="status" className="flex-1 text-sm">
          {t('choose_another')}
        </p>
        <Button size="sm" variant="secondary" onClick={() => setReplacing(false)}>
          {t('keep')}
        </Button>
      </div>
    );
  }
  return (
    <section
      aria-label={t('toolbar')}
      className="z-40 flex flex-col bg-sheet max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:min-h-46 max-lg:rounded-t-card max-lg:border-t max-lg:border-line max-lg:pb-[env(safe-area-inset-bottom)] max-lg:shadow-float lg:absolute lg:inset-0 lg:overflow-y-auto short:static short:w-80 short:overflow-y-auto short:rounded-none short:border-t-0 short:shadow-none"
    >
      <header className="flex items-center gap-2 px-3 py-2 lg:border-b lg:border-line lg:px-5 lg:py-3">
        <div className="hidden min-w-0 flex-1 lg:block">
          <h2 className="truncate text-2xl">{t('title')}</h2>
          <p className="truncate text-sm text-ink-soft">{tools.name}</p>
        </div>
        <div className="flex flex-1 rounded-control bg-linen p-0.5 lg:hidden">
          {TABS.map((id) => (
            <button
              key={id}
              type="button"
              aria-pressed={tab === id}
              onClick={() => {
                setTab(id);
                tools.onLevelling(id === 'straighten');
              }}
              className={classes(
                'min-h-10 flex-1 rounded-[0.4rem] px-1 text-sm font-medium',
                tab === id ? 'bg-sheet text-accent-deep shadow-sm' : 'text-ink-soft',
              )}
            >
              {t(`tabs.${id}`)}
            </button>
          ))}
        </div>
        <Button size="sm" className="max-lg:min-h-11" onClick={tools.onDone}>
          <Check />
          {t('done')}
        </Button>
      </header>
      <div className="flex flex-col gap-6 px-4 pt-1 pb-3 lg:px-5 lg:py-5">
        <Part id="position" open={tab}>
          <Position {...tools} />
          <Actions
            {...tools}
            onReplace={() => {
              setReplacing(true);
              tools.onReplace();
            }}
          />
        </Part>
        <Part id="straighten" open={tab}>
          <Straighten {...tools} />
        </Part>
        <Part id="filter" open={tab}>
          <Filters {...tools} />
        </Part>
        <p className="hidden text-sm text-ink-soft lg:block">{t('keys')}</p>
      </div>
    </section>
  );
}

function Part({ id, open, children }: { id: Tab; open: Tab; children: ReactNode }) {
  const t = useTranslations('calendars.crop.tabs');
  return (
    <div className={classes(id !== open && 'max-lg:hidden')}>
      <h3 className="mb-2 hidden font-sans text-sm font-semibold tracking-normal lg:block">
        {t(id)}
      </h3>
      {children}
    </div>
  );
}

function Position({ crop, dpi, onZoom }: Tools) {
  const t = useTranslations('calendars.crop');
  const slider = (Math.log(crop.zoom) / Math.log(ZOOM_MAX)) * ZOOM_SLIDER_STEPS;
  return (
    <div className="flex flex-col gap-2.5 lg:gap-3">
      <Stepper
        label={t('zoom')}
        value={
          <>
            <DpiBadge dpi={dpi} className="bg-linen shadow-none lg:hidden" />
            <span className="hidden w-13 text-right lg:inline">
              {t('zoom_value', { percent: Math.round(crop.zoom * 100) })}
            </span>
          </>
        }
        less={{
          label: t('zoom_out'),
          isOff: crop.zoom <= ZOOM_MIN,
          onPress: () => onZoom(crop.zoom / ZOOM_STEP),
        }}
        more={{
          label: t('zoom_in'),
          isOff: crop.zoom >= ZOOM_MAX,
          onPress: () => onZoom(crop.zoom * ZOOM_STEP),
        }}
      >
        <input
          type="range"
          aria-label={t('zoom')}
          aria-valuetext={t('zoom_value', { percent: Math.round(crop.zoom * 100) })}
          min={0}
          max={ZOOM_SLIDER_STEPS}
          value={Math.round(slider)}
          onChange={(event) => onZoom(ZOOM_MAX ** (Number(event.target.value) / ZOOM_SLIDER_STEPS))}
          className="h-9 min-w-0 flex-1 accent-accent"
        />
      </Stepper>
      <DpiBadge dpi={dpi} className="hidden self-start bg-linen shadow-none lg:inline-flex" />
    </div>
  );
}

function Actions({ crop, onTurn, onMirror, onReset, onReplace, onRemove }: Tools) {
  const t = useTranslations('calendars.crop');
  return (
    <div className="mt-1 grid grid-cols-5 gap-1 lg:mt-4">
      <Action icon={RotateCwSquare} label={t('turn')} onPress={onTurn} />
      <Action
        icon={FlipHorizontal2}
        label={t('mirror')}
        onPress={onMirror}
        isOn={crop.isMirrored}
      />
      <Action icon={RotateCcw} label={t('reset')} onPress={onReset} />
      <Action icon={ImageUp} label={t('replace')} onPress={onReplace} />
      <Action icon={Trash2} label={t('remove')} onPress={onRemove} className="text-bad" />
    </div>
  );
}

function Action({
  icon: Icon,
  label,
  onPress,
  isOn,
  className,
}: {
  icon: LucideIcon;
  label: string;
  onPress: () => void;
  /** For what is on or off; left out for what is just done. */
  isOn?: boolean;
  className?: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={classes(
        'flex min-h-13 flex-col items-center justify-center gap-1 rounded-control text-[0.7rem] leading-none hover:bg-linen',
        className,
        isOn && 'bg-accent-soft text-accent-deep',
      )}
    >
      <Icon aria-hidden="true" className="size-5" />
      {label}
    </button>
  );
}

function Straighten({ crop, onStraighten, onLevelling }: Tools) {
  const t = useTranslations('calendars.crop');
  const { straightenDeg } = crop;
  return (
    <Stepper
      label={t('straighten')}
      value={<span className="w-13 text-right">{t('degrees', { degrees: straightenDeg })}</span>}
      less={{
        label: t('straighten_left'),
        isOff: straightenDeg <= -STRAIGHTEN_MAX_DEG,
        onPress: () => onStraighten(straightenDeg - STRAIGHTEN_STEP_DEG),
      }}
      more={{
        label: t('straighten_right'),
        isOff: straightenDeg >= STRAIGHTEN_MAX_DEG,
        onPress: () => onStraighten(straightenDeg + STRAIGHTEN_STEP_DEG),
      }}
    >
      <span className="relative flex min-w-0 flex-1 items-center">
        <span
          aria-hidden="true"
          className="absolute left-1/2 h-4 w-0.5 -translate-x-1/2 bg-line-strong"
        />
        <input
          type="range"
          aria-label={t('straighten')}
          aria-valuetext={t('degrees', { degrees: straightenDeg })}
          min={-STRAIGHTEN_MAX_DEG}
          max={STRAIGHTEN_MAX_DEG}
          step={0.1}
          value={straightenDeg}
          onChange={(event) => onStraighten(Number(event.target.value))}
          onDoubleClick={() => onStraighten(0)}
          onFocus={() => onLevelling(true)}
          onBlur={() => onLevelling(false)}
          className="relative h-9 w-full accent-accent"
        />
      </span>
    </Stepper>
  );
}

type Press = { label: string; isOff: boolean; onPress: () => void };

/** A slider between its two ends, with its value. */
function Stepper({
  label,
  value,
  less,
  more,
  children,
}: {
  label: string;
  /** Said by the slider itself; shown for the eye. */
  value: ReactNode;
  less: Press;
  more: Press;
  children: ReactNode;
}) {
  const button = (press: Press, icon: ReactNode) => (
    <Button
      variant="ghost"
      size="icon-sm"
      className="max-lg:size-11"
      aria-label={press.label}
      disabled={press.isOff}
      onClick={press.onPress}
    >
      {icon}
    </Button>
  );
  return (
    <div className="flex items-center gap-1">
      <span className="w-18 shrink-0 text-sm max-lg:sr-only">{label}</span>
      {button(less, <Minus />)}
      {children}
      {button(more, <Plus />)}
      <span aria-hidden="true" className="shrink-0 text-sm tabular-nums">
        {value}
      </span>
    </div>
  );
}

function Filters({ picture, filter, onFilter }: Tools) {
  const t = useTranslations('calendars.crop.filters');
  const { focus } = picture.seen;
  const objectPosition = focus ? `${focus.x * 100}% ${focus.y * 100}%` : '50% 40%';
  return (
    <div role="radiogroup" aria-label={t('label')} className="grid grid-cols-5 gap-2">
      {FILTER_IDS.map((id) => (
        <label
          key={id}
          className="group flex cursor-pointer flex-col items-center gap-1 text-center text-xs"
        >
          <input
            type="radio"
            name="filter"
            className="peer sr-only"
            checked={filter === id}
            onChange={() => onFilter(id)}
          />
          <span className="block w-full overflow-hidden rounded-control ring-1 ring-line peer-checked:ring-3 peer-checked:ring-accent peer-focus-visible:outline-2 peer-focus-visible:outline-offset-4 peer-focus-visible:outline-accent">
            {picture.thumbUrl ? (
              // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
              <img
                src={picture.thumbUrl}
                alt=""
                className="aspect-square w-full object-cover"
                style={{ objectPosition, filter: liveFilter(id) }}
              />
            ) : null}
          </span>
          <span className="leading-tight peer-checked:font-semibold">{t(id)}</span>
        </label>
      ))}
    </div>
  );
}
