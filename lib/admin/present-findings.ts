import { z } from 'zod';
import { type ReportFacts, ReportFactsSchema } from '@/lib/calendars/present-proof';

const ReportSchema = z.object({
  ...ReportFactsSchema.shape,
  verdict: z.string(),
  findings: z
    .array(
      z.object({
        rule: z.string(),
        severity: z.string(),
        pageIndex: z.number().nullable().optional(),
        params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    )
    .default([]),
});

export type StaffFinding = {
  rule: string;
  severity: string;
  pageIndex: number | null;
  params: Record<string, string | number>;
};

export type StaffReport = { verdict: string; findings: StaffFinding[]; facts: ReportFacts };

/**
 * What preflight said of a frozen print file: the verdict, what it measured, and each finding, whose words stand in
 * preflight.json.
 */
export function presentFindings(preflight: unknown): StaffReport {
  const { verdict, findings, pictures, ink } = ReportSchema.parse(preflight);
  return {
    verdict,
    facts: { pictures, ink },
    findings: findings.map(({ rule, severity, pageIndex, params }) => ({
      rule,
      severity,
      pageIndex: pageIndex ?? null,
      params: params ?? {},
    })),
  };
}
