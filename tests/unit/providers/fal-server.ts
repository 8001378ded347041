import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FalQueue } from '@/lib/providers/fal/fal-queue';

export type Seen = {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
};

/** A server that answers each call as the test says, and remembers what it was asked. */
export class TinyServer {
  readonly seen: Seen[] = [];
  answer: (seen: Seen, response: ServerResponse) => void = (_seen, response) => response.end('{}');
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const seen = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
        this.seen.push(seen);
        this.answer(seen, response);
      });
    });
  }

  static async start(): Promise<TinyServer> {
    const tiny = new TinyServer();
    tiny.server.listen(0, '127.0.0.1');
    await once(tiny.server, 'listening');
    return tiny;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers every call with this. */
  says(status: number, body: unknown, headers: Record<string, string> = {}): void {
    this.answer = (_seen, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
  }

  /** The adapter as it speaks to this server. */
  queue(parts: { isLocal?: boolean } = {}): FalQueue {
    return new FalQueue({
      key: 'id:secret',
      userId: 'user-1',
      queueUrl: `${this.url}/queue`,
      restUrl: `${this.url}/rest`,
      apiUrl: `${this.url}/api`,
      isLocal: true,
      ...parts,
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
