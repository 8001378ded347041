'use client';

import { useTranslations } from 'next-intl';
import { useFindingWords } from '@/components/calendars/use-finding-words';
import type { StaffFinding } from '@/lib/admin/present-findings';

/** What keeps a file from the press stands open; mere notes fold away. */
export function StaffFindings({ findings }: { findings: readonly StaffFinding[] }) {
  const t = useTranslations('admin.order');
  if (findings.length === 0) return <p className="text-sm text-ink-soft">{t('no_findings')}</p>;
  const notes = findings.filter(({ severity }) => severity === 'info');
  return (
    <>
      <FindingList findings={findings.filter(({ severity }) => severity !== 'info')} />
      {notes.length > 0 ? (
        <details className="text-sm">
          <summary className="min-h-9 py-1.5">{t('remarks', { count: notes.length })}</summary>
          <FindingList findings={notes} />
        </details>
      ) : null}
    </>
  );
}

function FindingList({ findings }: { findings: readonly StaffFinding[] }) {
  const t = useTranslations('admin.order');
  const wordsOf = useFindingWords();
  if (findings.length === 0) return null;
  return (
    <ul className="list-disc pl-5 text-sm">
      {findings.map((finding) => {
        const text = wordsOf(finding);
        const key = `${finding.rule} ${finding.pageIndex} ${JSON.stringify(finding.params)}`;
        return (
          <li key={key}>
            {finding.pageIndex === null
              ? text
              : t('on_page', { page: finding.pageIndex + 1, text })}
          </li>
        );
      })}
    </ul>
  );
}
