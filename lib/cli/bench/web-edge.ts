import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Ctx } from '@/lib/db/context';
import { openFileForModel } from '@/lib/studio/model-files';
import { receiveModelEvent } from '@/lib/studio/requests/receive-model-event';

export type WebEdge = { url: string; serve(ctx: Ctx): void; close(): Promise<void> };

/** The two addresses of the web app that the provider calls, without the app around them. */
export async function openWebEdge(): Promise<WebEdge> {
  let ctx: Ctx | null = null;
  const server = createServer((request, response) => {
    if (!ctx) return void response.writeHead(503).end();
    answer(ctx, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve(served) {
      ctx = served;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(ctx: Ctx, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://edge');
  const [, token] = /^\/api\/model-files\/(.+)$/.exec(url.pathname) ?? [];
  if (token) {
    const { body, bytes } = await openFileForModel(ctx, token);
    response.writeHead(200, { 'content-length': bytes });
    body.pipe(response);
    return;
  }
  await receiveModelEvent(ctx, {
    rawBody: await buffer(request),
    headers: new Headers(request.headers as Record<string, string>),
    ref: url.searchParams.get('request'),
  });
  response.writeHead(200).end();
}
