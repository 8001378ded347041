import { defineRoute } from '@/lib/http/define-route';
import { eventStream } from '@/lib/http/event-stream';
import { watchPictures } from '@/lib/pictures/watch-pictures';

export const dynamic = 'force-dynamic';

/**
 * What happens to the person's pictures, as it happens: { type: "picture", id, status }, { type: "invited-date", id } for
 * a date that a relative sent, the same for stars and the studio's work, or { type: "resync" }.
 */
export const GET = defineRoute({
  access: 'guest',
  output: 'response',
  run: (ctx, { request }) => eventStream(request, (send) => watchPictures(ctx, send)),
});
