import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import {
  mayMovePrintJob,
  PRINT_JOB_MOVES,
  PRINT_JOB_STATUSES,
  requirePrintJobMove,
} from '@/lib/orders/print-houses/print-job-states';
import { unprintable } from '@/lib/orders/print-houses/settings';

describe('print job states', () => {
  it('has the same moves as the database trigger', () => {
    const sql = readFileSync('prisma/migrations/0005_shop/migration.sql', 'utf8');
    const trigger = /FUNCTION print_job_moves_by_table[\s\S]*?END \$\$/.exec(sql)?.[0] ?? '';
    const inDatabase = [...trigger.matchAll(/\('(\w+)', '(\w+)'\)/g)]
      .map(([, from, to]) => `${from} ${to}`)
      .sort();
    const inCode = PRINT_JOB_STATUSES.flatMap((from) =>
      PRINT_JOB_MOVES[from].map((to) => `${from} ${to}`),
    ).sort();
    expect(inDatabase.length).toBeGreaterThan(0);
    expect(inCode).toEqual(inDatabase);
  });

  it('refuses every pair that is not in the table', () => {
    for (const from of PRINT_JOB_STATUSES) {
      for (const to of PRINT_JOB_STATUSES) {
        if (mayMovePrintJob(from, to)) expect(() => requirePrintJobMove(from, to)).not.toThrow();
        else expect(() => requirePrintJobMove(from, to)).toThrow(DomainError);
      }
    }
  });

  it('takes nothing back while a call is on its way', () => {
    expect(mayMovePrintJob('SUBMITTING', 'CANCELLED')).toBe(false);
    expect(mayMovePrintJob('SUBMITTING', 'QUEUED')).toBe(false);
  });
});

describe('what a print house can do', () => {
  const parcel = { method: 'post', wrapMinor: 0, giftNote: '' };
  const work = { productSlugs: ['wall'], parcels: [parcel] };
  const prodigi = { kind: 'PRODIGI' as const, settings: { skus: { wall: 'CAL-A3-P' } } };

  it('is everything for people, and for a house that sends by itself only what it has an article for', () => {
    expect(unprintable({ kind: 'MANUAL', settings: {} }, work)).toEqual([]);
    expect(unprintable(prodigi, work)).toEqual([]);
    expect(unprintable(prodigi, { ...work, productSlugs: ['wall', 'desk'] })).toEqual(['desk']);
  });

  it('is neither our carriers nor our wrap and card where the house sends by itself', () => {
    const of = (parts: object) =>
      unprintable(prodigi, { ...work, parcels: [{ ...parcel, ...parts }] });
    expect(of({ method: 'np-branch' })).toEqual(['pickup']);
    expect(of({ wrapMinor: 500 })).toEqual(['gift']);
    expect(of({ giftNote: 'For you' })).toEqual(['gift']);
  });
});
