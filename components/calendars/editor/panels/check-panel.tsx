'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { FindingList } from '@/components/calendars/finding-list';
import { callApi } from '@/components/call-api';
import { SharpenNote } from '@/components/studio/print-masters/sharpen-note';
import { Spinner } from '@/components/ui/spinner';
import { pageAt } from '@/lib/calendars/change-document';
import { plannedPageAt } from '@/lib/calendars/page-plan';
import { fixFor, slotOf } from '@/lib/calendars/preflight-fixes';
import type { FindingView, PreflightReportView } from '@/lib/calendars/present-proof';
import { type Panel, useEditor } from '../editor-context';

const DEBOUNCE_MS = 500;

/** Where a finding that is about no picture can be mended. */
const PANEL_OF: Readonly<Record<string, Panel>> = {
  'empty-slot': 'photos',
  'year-passed': 'settings',
  'year-far': 'settings',
  'year-in-title': 'design',
  'date-outside': 'dates',
  'person-missing': 'dates',
  'entries-hidden': 'holidays',
};

/** Everything that preflight would say about the calendar as it is on the screen, with the way there. */
export function CheckPanel() {
  const t = useTranslations('calendars.check');
  const { calendarId, document, goTo, openPanel, setCropping, pictures, rendered, change } =
    useEditor();
  const [sharpened, setSharpened] = useState(0);
  const report = useReport(sharpened);
  const { redraw } = rendered;
  const hasSharpened = useCallback(
    (isOver: boolean) => {
      setSharpened((before) => before + 1);
      if (isOver) redraw();
    },
    [redraw],
  );
  const isCoarseAi = (finding: FindingView) => {
    const ref = finding.rule.endsWith('coarse') ? slotOf(finding, document) : null;
    const slot = ref && pageAt(document, ref.pageIndex).slots[ref.slotIndex];
    return slot ? pictures.get(slot.pictureId)?.isAi === true : false;
  };
  const go = (finding: FindingView) => {
    const panel = PANEL_OF[finding.rule];
    if (panel) openPanel(panel);
    if (finding.pageIndex === null) return;
    goTo(finding.pageIndex);
    const isAboutPicture = /^(picture|face)-/.test(finding.rule);
    if (isAboutPicture && finding.slotIndex !== null) {
      const { pageIndex } = plannedPageAt(document, finding.pageIndex);
      if (pageIndex !== null) setCropping({ pageIndex, slotIndex: finding.slotIndex });
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-ink-soft">{t('lead')}</p>
      {sharpened > 0 || report?.findings.some(isCoarseAi) ? (
        <SharpenNote calendarId={calendarId} onDone={hasSharpened} />
      ) : null}
      {report ? (
        <FindingList
          findings={report.findings}
          document={document}
          onGo={go}
          canGo={({ rule, pageIndex }) => pageIndex !== null || rule in PANEL_OF}
          fixOf={(finding) => fixFor(finding, document, pictures)}
          onFix={(fix) => change('fix', fix.change)}
        />
      ) : (
        <p className="flex items-center gap-2 text-sm text-ink-soft">
          <Spinner />
          {t('checking')}
        </p>
      )}
      <Legend />
    </div>
  );
}

function Legend() {
  const t = useTranslations('calendars');
  const rows = [
    ['excellent', 'bg-good'],
    ['good', 'bg-fine'],
    ['weak', 'bg-warn'],
    ['blocked', 'bg-bad'],
  ] as const;
  return (
    <section aria-labelledby="legend" className="border-t border-line pt-4">
      <h3 id="legend" className="mb-2 text-base">
        {t('check.legend')}
      </h3>
      <ul className="flex flex-col gap-1.5 text-sm text-ink-soft">
        {rows.map(([sharpness, colour]) => (
          <li key={sharpness} className="flex items-start gap-2.5">
            <span
              aria-hidden="true"
              className={`mt-1.5 size-2.5 shrink-0 rounded-full ${colour}`}
            />
            <span>
              <span className="text-ink">{t(`sharpness.${sharpness}`)}</span>{' '}
              {t(`sharpness.${sharpness}_means`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param sharpened grows with every picture that became larger: the same document is another one to print */
function useReport(sharpened: number): PreflightReportView | null {
  const { document } = useEditor();
  const [report, setReport] = useState<PreflightReportView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server answers depends on the pictures' sizes too
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      callApi<PreflightReportView>(
        'POST',
        '/api/calendars/check',
        { document },
        { signal: controller.signal },
      ).then(setReport, () => {
        // The pages themselves tell that the server cannot be asked; the last report stays.
      });
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [document, sharpened]);
  return report;
}
