import type { FormatId } from '@/lib/calendars/document';
import { formatOf, holesOf } from '@/lib/print/formats';

const ABOVE_MM = 16;
const LOOP_WIDTH_MM = 1.5;
const HANGER_SPREAD_MM = 26;

/** The wire through the holes that the print house punches, and the hanger it hangs by. */
export function WireBinding({ formatId }: { formatId: FormatId }) {
  const format = formatOf(formatId);
  const { widthMm } = format.trim;
  const centre = widthMm / 2;
  const wireY = -4;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 ${-ABOVE_MM} ${widthMm} ${ABOVE_MM + 14}`}
      className="pointer-events-none absolute inset-x-0 top-0 z-20 w-full overflow-visible"
      style={{ transform: `translateY(-${(ABOVE_MM / (ABOVE_MM + 14)) * 100}%)` }}
    >
      <defs>
        <linearGradient id="wire" x1="0" x2="1" y1="0" y2="0">
          <stop offset="0" stopColor="#6f675c" />
          <stop offset="0.4" stopColor="#f4f1ec" />
          <stop offset="1" stopColor="#4d463d" />
        </linearGradient>
      </defs>
      <circle cx={centre} cy={-ABOVE_MM + 1.5} r={1.8} fill="#4a4239" />
      <path
        d={`M${centre - HANGER_SPREAD_MM} ${wireY} H${centre - 7} C${centre - 4} ${wireY} ${centre - 4} ${-ABOVE_MM + 2} ${centre} ${-ABOVE_MM + 2} C${centre + 4} ${-ABOVE_MM + 2} ${centre + 4} ${wireY} ${centre + 7} ${wireY} H${centre + HANGER_SPREAD_MM}`}
        fill="none"
        stroke="#6f675c"
        strokeWidth={0.9}
      />
      {holesOf(format).map((hole) => (
        <g key={hole.xMm}>
          <circle cx={hole.xMm} cy={hole.yMm} r={hole.radiusMm} fill="#3a332b" opacity={0.85} />
          <rect
            x={hole.xMm - LOOP_WIDTH_MM}
            y={wireY}
            width={LOOP_WIDTH_MM}
            height={hole.yMm - wireY}
            rx={LOOP_WIDTH_MM / 2}
            fill="url(#wire)"
          />
          <rect
            x={hole.xMm + 0.4}
            y={wireY}
            width={LOOP_WIDTH_MM}
            height={hole.yMm - wireY}
            rx={LOOP_WIDTH_MM / 2}
            fill="url(#wire)"
          />
        </g>
      ))}
    </svg>
  );
}
