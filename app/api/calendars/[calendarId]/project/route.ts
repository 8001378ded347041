import { Readable } from 'node:stream';
import { exportProject } from '@/lib/calendars/project/export-project';
import { CalendarParamsSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const dynamic = 'force-dynamic';

/** The whole calendar as an archive: document, photos, PDF. */
export const GET = defineRoute({
  access: 'guest',
  params: CalendarParamsSchema,
  rate: { name: 'project-export', points: 30, seconds: 3600 },
  output: 'response',
  run: async (ctx, { params }) => {
    const { fileName, stream } = await exportProject(ctx, params.calendarId);
    const body = Readable.toWeb(Readable.from(stream)) as ReadableStream<Uint8Array>;
    return new Response(body, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
