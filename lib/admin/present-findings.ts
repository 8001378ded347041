import { z } from 'zod';

const ReportSchema = z.object({
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

/** What preflight said of a frozen print file: the verdict and each finding, whose words stand in preflight.json. */
export function presentFindings(preflight: unknown): { verdict: string; findings: StaffFinding[] } {
  const { verdict, findings } = ReportSchema.parse(preflight);
  return {
    verdict,
    findings: findings.map(({ rule, severity, pageIndex, params }) => ({
      rule,
      severity,
      pageIndex: pageIndex ?? null,
      params: params ?? {},
    })),
  };
}
