import { useId } from 'react';
import type { FormatId } from '@/lib/calendars/document';
import { formatOf, holesOf, type PrintFormat } from '@/lib/print/formats';

const ABOVE_MM = 16;
const BELOW_MM = 14;
const LOOP_WIDTH_MM = 1.5;
const HANGER_SPREAD_MM = 26;
/** How far the wire stands out over the paper. */
const WIRE_Y_MM = -4;

/** The binding over the upper edge of a page that fills its parent; nothing for a single sheet. */
export function PunchedBinding({ formatId }: { formatId: FormatId }) {
  const format = formatOf(formatId);
  if (!format.binding) return null;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 ${-ABOVE_MM} ${format.trim.widthMm} ${ABOVE_MM + BELOW_MM}`}
      className="pointer-events-none absolute inset-x-0 top-0 z-20 w-full overflow-visible"
      style={{ transform: `translateY(-${(ABOVE_MM / (ABOVE_MM + BELOW_MM)) * 100}%)` }}
    >
      <WireBinding format={format} />
    </svg>
  );
}

/**
 * The wire through the holes that the print house punches, and, where the calendar hangs, the hanger and its nail. In
 * millimetres of the trimmed page.
 */
export function WireBinding({ format }: { format: PrintFormat }) {
  const wire = useId();
  const centre = format.trim.widthMm / 2;
  const hangs = format.binding !== null && format.binding.notchRadiusMm !== null;
  return (
    <g>
      <defs>
        <linearGradient id={wire} x1="0" x2="1" y1="0" y2="0">
          <stop offset="0" stopColor="#6f675c" />
          <stop offset="0.4" stopColor="#f4f1ec" />
          <stop offset="1" stopColor="#4d463d" />
        </linearGradient>
      </defs>
      {hangs ? (
        <>
          <circle cx={centre} cy={-ABOVE_MM + 1.5} r={1.8} fill="#4a4239" />
          <path
            d={`M${centre - HANGER_SPREAD_MM} ${WIRE_Y_MM} H${centre - 7} C${centre - 4} ${WIRE_Y_MM} ${centre - 4} ${-ABOVE_MM + 2} ${centre} ${-ABOVE_MM + 2} C${centre + 4} ${-ABOVE_MM + 2} ${centre + 4} ${WIRE_Y_MM} ${centre + 7} ${WIRE_Y_MM} H${centre + HANGER_SPREAD_MM}`}
            fill="none"
            stroke="#6f675c"
            strokeWidth={0.9}
          />
        </>
      ) : null}
      {holesOf(format).map((hole) => (
        <g key={hole.xMm}>
          <circle cx={hole.xMm} cy={hole.yMm} r={hole.radiusMm} fill="#3a332b" opacity={0.85} />
          {[-LOOP_WIDTH_MM, 0.4].map((offset) => (
            <rect
              key={offset}
              x={hole.xMm + offset}
              y={WIRE_Y_MM}
              width={LOOP_WIDTH_MM}
              height={hole.yMm - WIRE_Y_MM}
              rx={LOOP_WIDTH_MM / 2}
              fill={`url(#${wire})`}
            />
          ))}
        </g>
      ))}
    </g>
  );
}
