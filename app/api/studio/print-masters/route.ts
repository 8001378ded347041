import { defineRoute } from '@/lib/http/define-route';
import {
  PrintMastersQuerySchema,
  PrintMastersViewSchema,
  StartPrintMastersSchema,
} from '@/lib/studio/print-masters-view';
import { getPrintMasters, startPrintMasters } from '@/lib/studio/start-print-masters';

export const GET = defineRoute({
  access: 'customer',
  query: PrintMastersQuerySchema,
  output: PrintMastersViewSchema,
  run: (ctx, { query }) => getPrintMasters(ctx, query),
});

export const POST = defineRoute({
  access: 'customer',
  body: StartPrintMastersSchema,
  output: PrintMastersViewSchema,
  rate: { name: 'print-masters', points: 30, seconds: 60 },
  run: (ctx, { body }) => startPrintMasters(ctx, body),
});
