import { importProject } from '@/lib/calendars/project/import-project';
import { defineRoute } from '@/lib/http/define-route';

export const dynamic = 'force-dynamic';

/** Takes a project archive as the raw body; answers with its document, to be stored once its photos are ready. */
export const POST = defineRoute({
  access: 'guest',
  rate: { name: 'project-import', points: 20, seconds: 3600 },
  output: 'response',
  run: async (ctx, { request }) =>
    Response.json(await importProject(ctx, request.body), {
      headers: { 'cache-control': 'private, no-store' },
    }),
});
