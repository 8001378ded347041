'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { classes } from '@/components/ui/classes';
import { FORMAT_IDS, type FormatId } from '@/lib/calendars/document';
import { formatOf } from '@/lib/print/formats';

const GROUPS = ['wall', 'desk', 'poster'] as const;

/** Desk and posters stand side by side where there is room. */
const GROUP_WIDTHS: Record<(typeof GROUPS)[number], string> = {
  wall: 'w-full',
  desk: 'min-w-25 flex-1',
  poster: 'min-w-52 flex-2',
};

/** The tallest sheet on offer fills this many pixels; the others stand beside it at the same scale. */
const TALLEST_PX = 84;
const TALLEST_MM = Math.max(...FORMAT_IDS.map((id) => formatOf(id).trim.heightMm));
const PX_PER_MM = TALLEST_PX / TALLEST_MM;

/** The formats as sheets of paper in their true proportions to each other, by where they go. */
export function FormatChoice({
  value,
  onChange,
}: {
  value: FormatId;
  onChange: (formatId: FormatId) => void;
}) {
  const t = useTranslations('calendars.formats');
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t('label')}</legend>
      <div className="flex flex-wrap gap-x-2 gap-y-4">
        {GROUPS.map((group) => (
          <fieldset key={group} className={GROUP_WIDTHS[group]}>
            <legend className="mb-1.5 text-xs text-ink-soft">{t(`groups.${group}`)}</legend>
            <div className="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-2">
              {FORMAT_IDS.filter((id) => id.startsWith(`${group}-`)).map((id) => (
                <FormatOption
                  key={id}
                  id={id}
                  name={name}
                  isChosen={id === value}
                  onChoose={() => onChange(id)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}

function FormatOption({
  id,
  name,
  isChosen,
  onChoose,
}: {
  id: FormatId;
  name: string;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations('calendars.formats');
  const { widthMm, heightMm } = formatOf(id).trim;
  const inCm = (mm: number) => Math.round(mm) / 10;
  return (
    <label
      className={classes(
        'relative flex cursor-pointer flex-col items-center justify-end gap-2 rounded-control border bg-sheet px-1.5 pt-3 pb-2 text-center text-xs leading-tight transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        isChosen
          ? 'border-accent text-accent-deep ring-1 ring-accent'
          : 'border-line text-ink-soft hover:border-line-strong',
      )}
    >
      <input
        type="radio"
        name={name}
        value={id}
        checked={isChosen}
        onChange={onChoose}
        className="sr-only"
      />
      <SheetPicture id={id} />
      <span>
        <span className={classes('block text-ink', isChosen && 'font-semibold text-accent-deep')}>
          {t(`${id}.short`)}
        </span>
        <span className="block text-[0.7rem]">
          {t('size', { width: inCm(widthMm), height: inCm(heightMm) })}
        </span>
      </span>
      {isChosen ? (
        <span className="absolute top-0 right-0 rounded-tr-control rounded-bl-control bg-accent p-0.5 text-white">
          <Check aria-hidden="true" className="size-3.5" />
        </span>
      ) : null}
    </label>
  );
}

/** A sheet at the common scale: a photo and a grid of days, twelve small grids on a poster, a foot on a desk. */
function SheetPicture({ id }: { id: FormatId }) {
  const { widthMm, heightMm } = formatOf(id).trim;
  const [width, height] = [widthMm * PX_PER_MM, heightMm * PX_PER_MM];
  const isPoster = id.startsWith('poster-');
  const isDesk = id.startsWith('desk-');
  return (
    <svg
      aria-hidden="true"
      width={width + 8}
      height={height + 8}
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      className="overflow-visible"
    >
      {isDesk ? (
        <path
          d={`M${width * 0.08} ${height}L${width * 0.16} ${height + 4}H${width * 0.84}L${width * 0.92} ${height}`}
          className="fill-line-strong/50"
        />
      ) : null}
      <rect width={width} height={height} rx={0.8} className="fill-sheet stroke-line-strong" />
      <rect width={width} height={height * (isPoster ? 0.3 : 0.55)} className="fill-accent/35" />
      {isPoster
        ? Array.from({ length: 12 }, (_, month) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: twelve equal drawings
              key={month}
              x={width * (0.1 + (month % 3) * 0.29)}
              y={height * (0.38 + Math.floor(month / 3) * 0.145)}
              width={width * 0.22}
              height={height * 0.1}
              className="fill-line-strong/45"
            />
          ))
        : [0.66, 0.77, 0.88].map((y) => (
            <path
              key={y}
              d={`M${width * 0.12} ${height * y}H${width * 0.88}`}
              className="stroke-line-strong"
            />
          ))}
      {isPoster ? null : (
        <path
          d={`M${width * 0.1} 0H${width * 0.9}`}
          strokeDasharray="1.4 2"
          strokeWidth={2.4}
          className="stroke-ink/60"
        />
      )}
    </svg>
  );
}
