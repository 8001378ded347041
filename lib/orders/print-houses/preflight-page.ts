import { z } from 'zod';
import { escapeHtml } from '@/lib/core/escape-html';
import { parsePlainDate } from '@/lib/core/plain-date';
import type { Locale } from '@/lib/i18n/locales';
import { formatDay } from '../format-period';
import { ticketCopy } from './ticket-copy';

const ReportSchema = z.object({
  verdict: z.string(),
  findings: z
    .array(
      z.object({
        rule: z.string(),
        severity: z.string(),
        pageIndex: z.number().nullish(),
        params: z.record(z.string(), z.union([z.string(), z.number()])).nullish(),
      }),
    )
    .default([]),
});

/** The frozen preflight report of a print file as one page that needs nothing else. */
export function preflightPage(
  file: { fileName: string; sha256: string; report: unknown },
  locale: Locale,
): string {
  const { t, rule } = ticketCopy(locale);
  const report = ReportSchema.parse(file.report);
  const rows = report.findings.map((finding) => {
    const page = typeof finding.pageIndex === 'number' ? String(finding.pageIndex + 1) : '';
    const words = wordsOf(rule, finding.rule, finding.params ?? {}, locale);
    return `<tr><td>${escapeHtml(finding.severity)}</td><td>${page}</td><td>${escapeHtml(words)}</td></tr>`;
  });
  const list =
    rows.length === 0
      ? `<p>${escapeHtml(t('no_findings'))}</p>`
      : `<table><tr><th>${escapeHtml(t('severity'))}</th><th>${escapeHtml(t('report_page'))}</th><th>${escapeHtml(t('finding'))}</th></tr>${rows.join('')}</table>`;
  const title = `${t('report')} ${file.fileName}`;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>body{font:15px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}td,th{text-align:left;vertical-align:top;padding:.4rem 1rem .4rem 0;border-bottom:1px solid #ccc}code{overflow-wrap:anywhere}</style></head><body><h1>${escapeHtml(title)}</h1><p><strong>${escapeHtml(report.verdict)}</strong></p><p><code>SHA-256 ${escapeHtml(file.sha256)}</code></p>${list}</body></html>\n`;
}

function wordsOf(
  rule: (key: string, values?: Record<string, string | number>) => string,
  name: string,
  params: Record<string, string | number>,
  locale: Locale,
): string {
  const day = typeof params.date === 'string' ? parsePlainDate(params.date) : null;
  try {
    return rule(name, day ? { ...params, date: formatDay(day, locale) } : params);
  } catch {
    // A rule of an older report that has no words any more: its name still says what it was.
    return `${name} ${JSON.stringify(params)}`;
  }
}
