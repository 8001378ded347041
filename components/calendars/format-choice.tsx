'use client';

import { useTranslations } from 'next-intl';
import { FORMAT_IDS, type FormatId } from '@/lib/calendars/document';
import { formatOf } from '@/lib/print/formats';
import { ChoiceGrid } from './choice-grid';

const TALLEST_MM = 420;

/** The formats as sheets of paper in their true proportions to each other. */
export function FormatChoice({
  value,
  onChange,
}: {
  value: FormatId;
  onChange: (formatId: FormatId) => void;
}) {
  const t = useTranslations('calendars.formats');
  return (
    <ChoiceGrid<FormatId>
      label={t('label')}
      value={value}
      onChoose={onChange}
      choices={FORMAT_IDS.map((id) => {
        const { widthMm, heightMm } = formatOf(id).trim;
        return {
          value: id,
          label: (
            <>
              <span className="block">{t(`${id}.name`)}</span>
              <span className="block font-normal text-ink-soft">
                {t('size', { width: widthMm / 10, height: heightMm / 10 })}
              </span>
            </>
          ),
          picture: (
            <svg
              aria-hidden="true"
              viewBox={`0 0 ${TALLEST_MM + 40} ${TALLEST_MM + 40}`}
              className="h-24 w-full"
            >
              <g
                transform={`translate(${(TALLEST_MM + 40 - widthMm) / 2} ${(TALLEST_MM + 40 - heightMm) / 2})`}
              >
                <rect
                  width={widthMm}
                  height={heightMm}
                  className="fill-sheet stroke-line-strong"
                  strokeWidth={3}
                />
                <rect width={widthMm} height={heightMm * 0.5} className="fill-accent/35" />
                {[0.64, 0.74, 0.84].map((y) => (
                  <path
                    key={y}
                    d={`M${widthMm * 0.12} ${heightMm * y}H${widthMm * 0.88}`}
                    className="stroke-line-strong"
                    strokeWidth={3}
                  />
                ))}
              </g>
            </svg>
          ),
        };
      })}
    />
  );
}
