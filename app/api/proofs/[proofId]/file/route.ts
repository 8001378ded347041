import { Readable } from 'node:stream';
import { openProofFile } from '@/lib/calendars/open-proof-file';
import { ProofParamsSchema } from '@/lib/calendars/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'guest',
  params: ProofParamsSchema,
  output: 'response',
  run: async (ctx, { params, request }) => {
    const file = await openProofFile(ctx, params.proofId, request.headers.get('range'));
    const { range, stream, bytes } = file;
    const headers = new Headers({
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=3600',
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${file.fileName}"`,
      etag: `"${file.sha256}"`,
    });
    if (range.kind === 'unsatisfiable') {
      headers.set('content-range', `bytes */${bytes}`);
      return new Response(null, { status: 416, headers });
    }
    const body = stream ? (Readable.toWeb(stream) as ReadableStream) : null;
    if (range.kind === 'whole') {
      headers.set('content-length', String(bytes));
      return new Response(body, { headers });
    }
    headers.set('content-range', `bytes ${range.start}-${range.end}/${bytes}`);
    headers.set('content-length', String(range.end - range.start + 1));
    return new Response(body, { status: 206, headers });
  },
});
