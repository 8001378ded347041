import { useTranslations } from 'next-intl';
import type { ReportFacts } from '@/lib/calendars/present-proof';

const DOTS = { green: 'bg-good', fine: 'bg-fine', amber: 'bg-warn', blocked: 'bg-bad' } as const;

/** What the report measured: how fine each picture is printed, and how much ink the file asks for. */
export function ReportFactsList({ pictures, ink }: ReportFacts) {
  const t = useTranslations('preflight');
  if (pictures.length === 0) return null;
  const least = Math.min(...pictures.map(({ dpi }) => dpi));
  const most = ink && Math.max(ink.shapesPercent, ink.picturesPercent);
  return (
    <details className="text-sm">
      <summary className="min-h-9 py-1.5 text-ink-soft">
        {t('report.pictures', { count: pictures.length, least })}
        {most === null ? null : `. ${t('report.ink', { percent: most })}`}
      </summary>
      <ul className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4 gap-y-1 tabular-nums">
        {pictures.map(({ pageIndex, slotIndex, pictureId, dpi, rating }) => (
          <li
            key={`${pageIndex} ${slotIndex} ${pictureId}`}
            title={t(`rating.${rating}`, { dpi })}
            className="flex items-center gap-2"
          >
            <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${DOTS[rating]}`} />
            {t('report.picture', { page: pageIndex + 1, dpi })}
          </li>
        ))}
      </ul>
    </details>
  );
}
