import { openLabels } from '@/lib/admin/delivery/open-labels';
import { LabelsQuerySchema } from '@/lib/admin/delivery/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'production',
  query: LabelsQuerySchema,
  output: 'response',
  run: async (ctx, { query }) => {
    const labels = await openLabels(ctx, { shipmentIds: query.ids });
    return new Response(new Uint8Array(labels), {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(labels.length),
        'content-disposition': 'inline; filename="labels.pdf"',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
