import { z } from 'zod';
import { type ErrorCode, isErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { ProofKind, ProofStatus } from '@/lib/db/generated/client';

/** What preflight measured. Reports that were made before inks were measured have none. */
export const ReportFactsSchema = z.object({
  pictures: z
    .array(
      z.object({
        pageIndex: z.number(),
        slotIndex: z.number().nullable(),
        pictureId: z.string(),
        dpi: z.number(),
        rating: z.enum(['green', 'fine', 'amber', 'blocked']),
      }),
    )
    .default([]),
  ink: z
    .object({
      limitPercent: z.number(),
      shapesPercent: z.number(),
      picturesPercent: z.number(),
    })
    .nullable()
    .default(null),
});
export type ReportFacts = z.output<typeof ReportFactsSchema>;

/** What preflight found, as the report stores it; B's rules decide, the words stand in messages/preflight. */
const PreflightReportSchema = z.looseObject({
  ...ReportFactsSchema.shape,
  verdict: z.enum(['pass', 'warn', 'blocked']),
  findings: z.array(
    z.looseObject({
      rule: z.string(),
      severity: z.enum(['info', 'amber', 'blocked']),
      pageIndex: z.number().nullable(),
      slotIndex: z.number().nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type PreflightReportView = z.output<typeof PreflightReportSchema>;
export type FindingView = PreflightReportView['findings'][number];

export const ProofViewSchema = z.object({
  id: z.string(),
  kind: z.enum(['PROOF', 'PRINT', 'DIGITAL']),
  status: z.enum(['QUEUED', 'RENDERING', 'READY', 'FAILED']),
  pagesDone: z.number(),
  pageCount: z.number(),
  isStalled: z.boolean(),
  failureCode: z.string().nullable(),
  fileBytes: z.number().nullable(),
  fileSha256: z.string().nullable(),
  calendarVersion: z.number(),
  preflight: PreflightReportSchema.nullable(),
});

/** One rendering as its owner sees it. */
export type ProofView = {
  id: Id<'proof'>;
  kind: ProofKind;
  status: ProofStatus;
  pagesDone: number;
  pageCount: number;
  /** Nobody has worked on it for a while; asking again starts it anew. */
  isStalled: boolean;
  failureCode: ErrorCode | null;
  fileBytes: number | null;
  fileSha256: string | null;
  /** The version of the calendar that it shows. */
  calendarVersion: number;
  preflight: PreflightReportView | null;
};

/** Longer than a worker is ever silent: the slowest page of the largest photos takes seconds. */
export const STALLED_AFTER_MS = 90_000;

type Row = {
  id: string;
  kind: ProofKind;
  status: ProofStatus;
  pagesDone: number;
  pageCount: number;
  failureCode: string | null;
  fileBytes: number | null;
  fileSha256: string | null;
  calendarVersion: number;
  preflight: unknown;
  touchedAt: Date;
};

export function isStalled(row: Pick<Row, 'status' | 'touchedAt'>, now: Date): boolean {
  const isOpen = row.status === 'QUEUED' || row.status === 'RENDERING';
  return isOpen && now.getTime() - row.touchedAt.getTime() > STALLED_AFTER_MS;
}

export function presentProof(row: Row, now: Date): ProofView {
  return {
    id: row.id as Id<'proof'>,
    kind: row.kind,
    status: row.status,
    pagesDone: row.pagesDone,
    pageCount: row.pageCount,
    isStalled: isStalled(row, now),
    failureCode: row.failureCode && isErrorCode(row.failureCode) ? row.failureCode : null,
    fileBytes: row.fileBytes,
    fileSha256: row.fileSha256,
    calendarVersion: row.calendarVersion,
    preflight: row.preflight === null ? null : PreflightReportSchema.parse(row.preflight),
  };
}
