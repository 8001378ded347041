'use client';

import { ArrowRight, CircleAlert, CircleCheck, Info, TriangleAlert, Wand2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import type { Fix } from '@/lib/calendars/preflight-fixes';
import type { FindingView } from '@/lib/calendars/present-proof';
import { useFindingWords } from './use-finding-words';
import { usePageName } from './use-page-name';

const LOOKS = {
  blocked: { icon: CircleAlert, colour: 'text-bad' },
  amber: { icon: TriangleAlert, colour: 'text-warn' },
  info: { icon: Info, colour: 'text-fine' },
} as const;

/** What preflight found, in words, each with the way to where it can be mended. */
export function FindingList({
  findings,
  document,
  onGo,
  canGo = ({ pageIndex }) => pageIndex !== null,
  fixOf,
  onFix,
}: {
  findings: readonly FindingView[];
  document: Parameters<ReturnType<typeof usePageName>>[0];
  onGo?: (finding: FindingView) => void;
  /** Whether there is a place to go to; by default where the finding is about a page. */
  canGo?: (finding: FindingView) => boolean;
  /** The one change that mends a finding; null where there is none. */
  fixOf?: (finding: FindingView) => Fix | null;
  onFix?: (fix: Fix) => void;
}) {
  const t = useTranslations('preflight');
  const wordsOf = useFindingWords();
  const tc = useTranslations('calendars.check');
  const pageName = usePageName();
  if (findings.length === 0) {
    return (
      <p className="flex items-start gap-2.5 rounded-card bg-good-soft px-4 py-3 text-good">
        <CircleCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        <span>{tc('all_good')}</span>
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {findings.map((finding) => {
        const { icon: Icon, colour } = LOOKS[finding.severity];
        const key = `${finding.rule}:${finding.pageIndex}:${finding.slotIndex}:${JSON.stringify(finding.params)}`;
        const fix = fixOf?.(finding) ?? null;
        const isPlaced = onGo !== undefined && canGo(finding);
        return (
          <li key={key} className="flex items-start gap-3 py-3">
            <Icon aria-hidden="true" className={classes('mt-0.5 size-5 shrink-0', colour)} />
            <div className="min-w-0 flex-1">
              <p className="text-sm">
                <span className="sr-only">{tc(`severity.${finding.severity}`)}: </span>
                {finding.pageIndex === null ? null : (
                  <strong className="font-semibold">
                    {pageName(document, finding.pageIndex)}.{' '}
                  </strong>
                )}
                {wordsOf(finding)}
              </p>
              {fix || isPlaced ? (
                <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5">
                  {fix && onFix ? (
                    <Button variant="secondary" size="sm" onClick={() => onFix(fix)}>
                      <Wand2 />
                      {t(`fix.${fix.label}`, finding.params)}
                    </Button>
                  ) : null}
                  {isPlaced ? (
                    <Button variant="link" size="sm" onClick={() => onGo?.(finding)}>
                      {tc('go')}
                      <ArrowRight />
                    </Button>
                  ) : null}
                </div>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
