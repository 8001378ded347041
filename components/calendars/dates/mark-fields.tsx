'use client';

import { Ban, ChevronDown, Palette } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import type { Library } from '@/components/calendars/use-library';
import { classes } from '@/components/ui/classes';
import { Field, Select } from '@/components/ui/field';
import { MARK_COLOURS } from '@/lib/calendars/date-marks';
import { ICON_IDS, type OwnDate, type Person } from '@/lib/calendars/document';
import { DateIcon } from './date-icon';
import { RoundPhoto } from './round-photo';

export type Marks = Pick<OwnDate, 'icon' | 'colour' | 'picture' | 'personId'>;

type Props = { marks: Marks; onChange: (change: Partial<Marks>) => void };

/** How a date stands out in its cell. Out of the way until somebody wants it, because most dates need none. */
export function MarkFields({
  marks,
  people,
  photos,
  onChange,
}: Props & {
  people: readonly Person[];
  /** null where a date takes no photo. */
  photos: Library | null;
}) {
  const t = useTranslations('dates.marks');
  const [isOpen, setOpen] = useState(
    marks.icon !== null || marks.colour !== null || marks.picture !== null,
  );
  return (
    <>
      {people.length > 0 ? (
        <Field label={t('person')}>
          {(props) => (
            <Select
              {...props}
              value={marks.personId ?? ''}
              onChange={(event) => onChange({ personId: event.target.value || null })}
            >
              <option value="">{t('everybody')}</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <details
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        className="group rounded-control border border-line"
      >
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 rounded-control px-3.5 font-medium hover:bg-linen [&::-webkit-details-marker]:hidden">
          <span className="flex-1 text-sm">{t(photos ? 'title' : 'title_no_photo')}</span>
          {marks.icon || marks.colour ? (
            <span
              aria-hidden="true"
              className="flex size-7 items-center justify-center rounded-full border-2 border-current"
              style={marks.colour ? { color: marks.colour } : undefined}
            >
              {marks.icon ? <DateIcon icon={marks.icon} className="size-4" /> : null}
            </span>
          ) : null}
          <ChevronDown
            aria-hidden="true"
            className="size-5 text-ink-soft transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="flex flex-col gap-5 px-3.5 pt-2 pb-4">
          <IconChoice marks={marks} onChange={onChange} />
          <ColourChoice marks={marks} onChange={onChange} />
          {photos ? (
            <RoundPhoto
              slot={marks.picture}
              photos={photos}
              onChange={(picture) => onChange({ picture })}
            />
          ) : null}
        </div>
      </details>
    </>
  );
}

function IconChoice({ marks, onChange }: Props) {
  const t = useTranslations('dates.marks');
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('icon')}</legend>
      <div className="grid grid-cols-7 gap-1">
        {[null, ...ICON_IDS].map((icon) => (
          <Swatch
            key={icon ?? 'none'}
            name={name}
            label={icon ? t(`icons.${icon}`) : t('no_icon')}
            isChosen={marks.icon === icon}
            onChoose={() => onChange({ icon })}
          >
            {icon ? (
              <DateIcon icon={icon} className="size-5.5" />
            ) : (
              <Ban aria-hidden="true" className="size-5 text-ink-soft" />
            )}
          </Swatch>
        ))}
      </div>
    </fieldset>
  );
}

function ColourChoice({ marks, onChange }: Props) {
  const t = useTranslations('dates.marks');
  const name = useId();
  const { colour } = marks;
  const isOwn = colour !== null && !MARK_COLOURS.includes(colour);
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('colour')}</legend>
      <div className="grid grid-cols-7 gap-1">
        <Swatch
          name={name}
          label={t('no_colour')}
          isChosen={colour === null}
          onChoose={() => onChange({ colour: null })}
        >
          <Ban aria-hidden="true" className="size-5 text-ink-soft" />
        </Swatch>
        {MARK_COLOURS.map((one, index) => (
          <Swatch
            key={one}
            name={name}
            label={t('colour_number', { number: index + 1 })}
            isChosen={colour === one}
            onChoose={() => onChange({ colour: one })}
          >
            <span className="size-6 rounded-full" style={{ backgroundColor: one }} />
          </Swatch>
        ))}
        <label
          title={t('own_colour')}
          className={classes(
            'relative col-span-2 flex h-10 cursor-pointer items-center justify-center gap-2 rounded-control border has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
            isOwn
              ? 'border-accent bg-accent-soft ring-1 ring-accent'
              : 'border-line hover:bg-linen',
          )}
        >
          <Palette aria-hidden="true" className="size-5 text-ink-soft" />
          {isOwn ? (
            <span className="size-6 rounded-full" style={{ backgroundColor: colour }} />
          ) : null}
          <input
            type="color"
            aria-label={t('own_colour')}
            value={colour ?? MARK_COLOURS[0]}
            onChange={(event) =>
              onChange({ colour: event.target.value.toLowerCase() as Person['colour'] })
            }
            className="absolute inset-0 size-full cursor-pointer opacity-0"
          />
        </label>
      </div>
    </fieldset>
  );
}

function Swatch({
  name,
  label,
  isChosen,
  onChoose,
  children,
}: {
  name: string;
  label: string;
  isChosen: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <label
      title={label}
      className={classes(
        'flex h-10 cursor-pointer items-center justify-center rounded-control border has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
        isChosen ? 'border-accent bg-accent-soft ring-1 ring-accent' : 'border-line hover:bg-linen',
      )}
    >
      <input
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        aria-label={label}
        className="sr-only"
      />
      {children}
    </label>
  );
}
