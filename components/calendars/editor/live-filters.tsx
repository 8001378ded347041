import { FILTER_IDS, type FilterId } from '@/lib/calendars/document';
import { filterMatrix } from '@/lib/print/filters';

/** The CSS `filter` by which a picture on the screen looks as the filter prints it. Needs LiveFilters on the page. */
export function liveFilter(filter: FilterId): string {
  return filter === 'none' ? 'none' : `url(#live-${filter})`;
}

/** The filters' definitions, once for a screen. */
export function LiveFilters() {
  return (
    <svg aria-hidden="true" focusable="false" className="pointer-events-none absolute size-0">
      {FILTER_IDS.map((id) => {
        const rows = filterMatrix(id);
        if (!rows) return null;
        const values = rows.map(([red, green, blue, offset]) => [red, green, blue, 0, offset]);
        return (
          <filter
            key={id}
            id={`live-${id}`}
            x="0"
            y="0"
            width="1"
            height="1"
            colorInterpolationFilters="sRGB"
          >
            <feColorMatrix values={[...values, [0, 0, 0, 1, 0]].flat().join(' ')} />
          </filter>
        );
      })}
    </svg>
  );
}
