import type { Id } from '@/lib/core/ids';
import {
  addMonths,
  daysInMonth,
  monthPartsOf,
  parsePlainDate,
  partsOf,
  plainDate,
  type YearMonth,
} from '@/lib/core/plain-date';
import type { PictureView } from '@/lib/pictures/picture-view';
import { cropView, placedPicture } from '@/lib/print/crop-source';
import type { Box } from '@/lib/print/operations';
import { facesOnPage } from '@/lib/print/preflight/face-rules';
import { rateDpi } from '@/lib/print/preflight/picture-rules';
import { shareWithin } from '@/lib/print/preflight/place-tests';
import type { MeasuredPicture } from '@/lib/print/print-input';
import { slotBoxesOf } from '@/lib/print/slot-boxes';
import { placePicture, type SlotRef, setCrop, setFirstMonth, setLayout } from './change-document';
import { effectiveDpi, zoomCrop } from './crop-moves';
import {
  type CalendarDocument,
  COVER_PAGE,
  type Crop,
  LAYOUT_IDS,
  type LayoutId,
  type OwnDate,
  picturesIn,
} from './document';
import { isPoster, pageCountOf, plannedPageAt } from './page-plan';
import { misfit } from './picture-fit';
import { slotPlacesOf } from './slot-place';

/** What each fix is called on its button: preflight.fix.<label>. */
export const FIX_LABELS = [
  'zoom_out',
  'smaller_slot',
  'move_crop',
  'fill',
  'fewer_slots',
  'another_picture',
  'title_year',
  'next_year',
  'move_date',
  'for_everybody',
  'leave_out',
] as const;
export type FixLabel = (typeof FIX_LABELS)[number];

export type Fix = {
  label: FixLabel;
  change: (document: CalendarDocument) => CalendarDocument;
};

type Finding = {
  rule: string;
  pageIndex: number | null;
  slotIndex: number | null;
  params: Record<string, string | number>;
};

type Pictures = ReadonlyMap<Id<'picture'>, PictureView>;

/**
 * The one change that mends a finding, or null where only a person can decide. A fix never makes worse what it mends,
 * and touches nothing else.
 * @param pictures of the person's library, as far as they are loaded; a new picture is chosen among them
 */
export function fixFor(
  finding: Finding,
  document: CalendarDocument,
  pictures: Pictures,
): Fix | null {
  const ref = slotOf(finding, document);
  switch (finding.rule) {
    case 'picture-too-coarse':
    case 'picture-coarse':
      return ref && (zoomOut(document, ref, pictures) ?? smallerSlot(document, ref, pictures));
    case 'face-in-binding':
    case 'face-cut':
    case 'face-covered':
      return ref && moveCrop(document, ref, pictures);
    case 'empty-slot':
      return ref && (fill('fill', document, ref, pictures) ?? fewerSlots(document, ref));
    case 'picture-repeated':
    case 'picture-alike':
      return ref && fill('another_picture', document, ref, pictures);
    case 'year-in-title':
      return yearInTitle(finding);
    case 'year-passed':
      return nextYear(finding, document);
    case 'date-outside':
      return moveDate(finding, document);
    case 'person-missing':
      return {
        label: 'for_everybody',
        change: (before) => changeDate(before, finding, (date) => ({ ...date, personId: null })),
      };
    case 'missing-glyphs':
      return leaveOut(finding, document);
    default:
      return null;
  }
}

/** The slot that a finding is about; null where it is about none, or the page is gone. */
export function slotOf(
  { pageIndex, slotIndex }: Finding,
  document: CalendarDocument,
): SlotRef | null {
  if (pageIndex === null || slotIndex === null || pageIndex >= pageCountOf(document)) return null;
  const planned = plannedPageAt(document, pageIndex);
  return planned.pageIndex === null ? null : { pageIndex: planned.pageIndex, slotIndex };
}

const pageOf = (document: CalendarDocument, { pageIndex }: SlotRef) =>
  pageIndex === COVER_PAGE ? document.cover : document.pages[pageIndex];

/** What is placed in a slot: box on paper, crop and the picture's measures. */
function placedAt(document: CalendarDocument, ref: SlotRef, pictures: Pictures) {
  const slot = pageOf(document, ref)?.slots[ref.slotIndex];
  const box = slotBoxesOf(document, ref.pageIndex, [])[ref.slotIndex];
  const picture = slot && measured(pictures.get(slot.pictureId));
  return slot && box && picture ? { slot, box, picture } : null;
}

function measured(view: PictureView | undefined): MeasuredPicture | null {
  if (!view?.widthPx || !view.heightPx || view.status !== 'READY') return null;
  const { widthPx, heightPx, seen } = view;
  return {
    widthPx,
    heightPx,
    faces: seen.faces,
    ...(seen.focus ? { focus: seen.focus } : {}),
  };
}

const RANK = { blocked: 0, amber: 1, fine: 2, green: 3 } as const;
const rank = (dpi: number) => RANK[rateDpi(dpi)];

/** Only as far out as the picture needs to be sharp; the middle stays where it is. */
function zoomOut(document: CalendarDocument, ref: SlotRef, pictures: Pictures): Fix | null {
  const placed = placedAt(document, ref, pictures);
  if (!placed) return null;
  const { slot, box, picture } = placed;
  const before = effectiveDpi(slot.crop, picture, box);
  const aspect = box.widthMm / box.heightMm;
  const wanted = Math.max(1, slot.crop.zoom * Math.min(1, before / SHARP_DPI));
  const crop = zoomCrop(slot.crop, picture, aspect, Math.floor(wanted * 1000) / 1000);
  if (rank(effectiveDpi(crop, picture, box)) <= rank(before)) return null;
  return { label: 'zoom_out', change: (current) => setCrop(current, ref, crop) };
}

/** From here on nobody sees a difference on a wall. */
const SHARP_DPI = 200;

/** Layouts whose pictures are the page's and not its ground. */
const PICTURE_LAYOUTS = LAYOUT_IDS.filter((id) => id !== 'photo-days' && id !== 'type-only');

/** The layout with as many pictures in which this one is sharp and otherwise as large as can be. */
function smallerSlot(document: CalendarDocument, ref: SlotRef, pictures: Pictures): Fix | null {
  const placed = placedAt(document, ref, pictures);
  if (!placed || ref.pageIndex === COVER_PAGE) return null;
  const { slot, box, picture } = placed;
  const count = slotPlacesOf(document, ref.pageIndex).length;
  const before = rank(effectiveDpi(slot.crop, picture, box));
  const better = PICTURE_LAYOUTS.flatMap((layoutId) => {
    const boxes = slotBoxesOf(setLayout(document, [ref.pageIndex], layoutId), ref.pageIndex, []);
    const other = boxes[ref.slotIndex];
    if (!other || boxes.length !== count) return [];
    const after = rank(effectiveDpi(slot.crop, picture, other));
    return after > before ? [{ layoutId, after, areaMm2: other.widthMm * other.heightMm }] : [];
  }).sort((a, b) => b.after - a.after || b.areaMm2 - a.areaMm2)[0];
  if (!better) return null;
  return {
    label: 'smaller_slot',
    change: (current) => setLayout(current, [ref.pageIndex], better.layoutId),
  };
}

/** Places tried on each side of the visible part, and how far it is zoomed out. */
const TRIED = 21;
/** A tenth of a face. */
const GAIN_MIN = 0.1;

/** The nearest crop that shows the faces whole, and free of knife, punch and the calendar's ground. */
function moveCrop(document: CalendarDocument, ref: SlotRef, pictures: Pictures): Fix | null {
  const placed = placedAt(document, ref, pictures);
  if (!placed) return null;
  const { slot, box, picture } = placed;
  const free = freeBox(document, ref, box);
  const lost = (crop: Crop) =>
    facesOnPage(placedPicture({ ...slot, crop }, picture, box), picture).reduce(
      (sum, face) => sum + 1 - shareWithin(face, free),
      0,
    );
  const before = lost(slot.crop);
  const [best] = cropsAround(slot.crop, picture, box)
    .map((crop) => ({ crop, lost: lost(crop), way: wayBetween(crop, slot.crop) }))
    .sort((a, b) => a.lost - b.lost || a.way - b.way);
  if (!best || best.lost > before - GAIN_MIN) return null;
  return { label: 'move_crop', change: (current) => setCrop(current, ref, best.crop) };
}

/** The part of a slot in which nothing is trimmed off, punched or printed over. */
function freeBox(document: CalendarDocument, ref: SlotRef, box: Box): Box {
  const free = isPoster(document.formatId)
    ? undefined
    : slotPlacesOf(document, ref.pageIndex)[ref.slotIndex]?.free;
  if (!free) return box;
  return {
    xMm: box.xMm + free.x * box.widthMm,
    yMm: box.yMm + free.y * box.heightMm,
    widthMm: free.width * box.widthMm,
    heightMm: free.height * box.heightMm,
  };
}

function cropsAround(crop: Crop, picture: MeasuredPicture, box: Box): Crop[] {
  const zooms = [...new Set([crop.zoom, Math.max(1, crop.zoom * 0.8), 1])];
  return zooms.flatMap((zoom) => {
    const { width, height } = cropView(
      { ...crop, zoom },
      picture,
      box.widthMm / box.heightMm,
    ).source;
    return steps(width).flatMap((x) => steps(height).map((y) => ({ ...crop, zoom, x, y })));
  });
}

/** Middles of a visible part of this size, from one end of the picture to the other. */
function steps(size: number): number[] {
  if (size >= 1) return [0.5];
  return Array.from({ length: TRIED }, (_, at) => {
    return Math.round((size / 2 + ((1 - size) * at) / (TRIED - 1)) * 1000) / 1000;
  });
}

function wayBetween(one: Crop, other: Crop): number {
  return Math.hypot(one.x - other.x, one.y - other.y) + Math.abs(one.zoom - other.zoom);
}

/** The picture of the library that is in no slot yet and suits this one best. */
function fill(
  label: 'fill' | 'another_picture',
  document: CalendarDocument,
  ref: SlotRef,
  pictures: Pictures,
): Fix | null {
  const place = slotPlacesOf(document, ref.pageIndex)[ref.slotIndex];
  if (!place) return null;
  const used = new Set(picturesIn(document));
  const [best] = [...pictures.values()]
    .flatMap((view) => {
      const picture = used.has(view.id) ? null : measured(view);
      if (!picture || view.sharpness === 'blurred') return [];
      return [{ id: view.id, cost: misfit(place, { ...picture, takenOn: view.takenOn }) }];
    })
    .sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1));
  return best ? { label, change: (current) => placePicture(current, ref, best.id) } : null;
}

/** The layout that shows the pictures that are there and no empty place. */
function fewerSlots(document: CalendarDocument, ref: SlotRef): Fix | null {
  const page = pageOf(document, ref);
  if (!page || ref.pageIndex === COVER_PAGE) return null;
  const shown = page.slots.slice(0, slotPlacesOf(document, ref.pageIndex).length);
  // A layout shows the first ones, so only pictures without a gap before them stay.
  const count = shown.indexOf(null);
  if (count < 0 || shown.slice(count).some((slot) => slot !== null)) return null;
  const wanted: readonly LayoutId[] = count === 0 ? ['type-only'] : PICTURE_LAYOUTS;
  const layoutId = wanted.find((id) => {
    const other = setLayout(document, [ref.pageIndex], id);
    return slotPlacesOf(other, ref.pageIndex).length === count;
  });
  if (layoutId === undefined) return null;
  return {
    label: 'fewer_slots',
    change: (current) => setLayout(current, [ref.pageIndex], layoutId),
  };
}

function yearInTitle({ params }: Finding): Fix | null {
  const { text, year, meant } = params;
  const corrected = (line: string) =>
    line === text ? line.replaceAll(String(year), String(meant)) : line;
  return {
    label: 'title_year',
    change: (document) => ({
      ...document,
      title: corrected(document.title),
      subtitle: corrected(document.subtitle),
    }),
  };
}

/** The same months of the year after the day it is. */
function nextYear({ params }: Finding, document: CalendarDocument): Fix | null {
  const next = Number(params.next);
  if (!Number.isInteger(next)) return null;
  const years = next - monthPartsOf(document.from).year;
  const from: YearMonth = addMonths(document.from, 12 * years);
  return { label: 'next_year', change: (current) => setFirstMonth(current, from) };
}

function changeDate(
  document: CalendarDocument,
  { params }: Finding,
  change: (date: OwnDate) => OwnDate,
): CalendarDocument {
  const dates = document.dates.map((date) => (date.id === params.id ? change(date) : date));
  return { ...document, dates };
}

/** The same day of the year in the calendar's own months. */
function moveDate(finding: Finding, document: CalendarDocument): Fix | null {
  const old = parsePlainDate(String(finding.params.date));
  if (!old) return null;
  const { month, day } = partsOf(old);
  const from = monthPartsOf(document.from);
  const year = month >= from.month ? from.year : from.year + 1;
  const monthsAway = (year - from.year) * 12 + month - from.month;
  if (monthsAway >= document.monthCount || day > daysInMonth(year, month)) return null;
  const when = { every: 'once', date: plainDate(year, month, day) } as const;
  return {
    label: 'move_date',
    change: (current) => changeDate(current, finding, (date) => ({ ...date, when })),
  };
}

/** The texts without the characters that no font has; null where nothing would be left. */
function leaveOut({ params }: Finding, document: CalendarDocument): Fix | null {
  const missing = new Set(String(params.characters));
  const without = (text: string) =>
    [...text]
      .filter((character) => !missing.has(character))
      .join('')
      .replaceAll(/ {2,}/g, ' ')
      .trim();
  const written = [
    ...document.dates.map(({ text }) => text),
    ...document.people.map(({ name }) => name),
  ];
  if (written.some((text) => without(text) === '')) return null;
  const inPage = <Page extends { caption: string }>(page: Page): Page => {
    const caption = without(page.caption);
    return caption === page.caption ? page : { ...page, caption };
  };
  return {
    label: 'leave_out',
    change: (current) => ({
      ...current,
      title: without(current.title),
      subtitle: without(current.subtitle),
      cover: inPage(current.cover),
      pages: current.pages.map(inPage),
      people: current.people.map((person) => ({ ...person, name: without(person.name) })),
      dates: current.dates.map((date) => ({ ...date, text: without(date.text) })),
    }),
  };
}
