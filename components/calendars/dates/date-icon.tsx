import { CakeSlice, CalendarHeart, Heart } from 'lucide-react';
import { classes } from '@/components/ui/classes';
import type { IconId, OwnDate } from '@/lib/calendars/document';
import type { PictureView } from '@/lib/pictures/picture-view';
import { iconPath } from '@/lib/print/icons';
import { measured, RoundPicture } from './round-picture';

const MARK_PX = 32;

/** An icon of the day cells, as it is printed. */
export function DateIcon({ icon, className }: { icon: IconId; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" className={className}>
      <path d={iconPath(icon, 0, 0, 24)} fill="currentColor" />
    </svg>
  );
}

const KIND_ICONS = { birthday: CakeSlice, anniversary: Heart, other: CalendarHeart } as const;

/** How a date is marked, for a list; one without an icon has that of its kind. */
export function DateMark({
  date,
  photo,
}: {
  date: OwnDate;
  /** The photo of the date, where it has one. */
  photo?: PictureView | undefined;
}) {
  const picture = measured(photo);
  const KindIcon = KIND_ICONS[date.kind];
  return (
    <span
      className={classes(
        'flex size-8 shrink-0 items-center justify-center overflow-hidden rounded-full',
        date.colour ? 'border-2' : 'text-accent',
      )}
      style={date.colour ? { color: date.colour, borderColor: date.colour } : undefined}
    >
      {date.picture && picture ? (
        <RoundPicture slot={date.picture} picture={picture} sidePx={MARK_PX} />
      ) : date.icon ? (
        <DateIcon icon={date.icon} className="size-4.5" />
      ) : (
        <KindIcon aria-hidden="true" className="size-4.5" />
      )}
    </span>
  );
}
