import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterEach, beforeEach } from 'vitest';
import { ZipFile } from 'yazl';
import type { Faults } from '@/lib/sandbox/faults';
import { SANDBOX_FAL_KEY } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';

export const FAL_KEY_HEADER = { authorization: `Key ${SANDBOX_FAL_KEY}` };

type Json = Record<string, unknown>;
export type Submitted = { request_id: string; status_url: string; response_url: string };
export type Picture = { url: string; width: number; height: number; content_type: string };
export type Painted = {
  images: Picture[];
  seed: number;
  has_nsfw_concepts: boolean[];
  prompt: string;
};
export type Refused = {
  detail: { loc: unknown[]; msg: string; type: string; ctx?: Json; url: string }[];
};

type Received = { body: Json; requestId: string; isGenuine: boolean; statusThen: number };

/** An app that hands out files and takes in webhooks, checking them with the published keys. */
async function startApp(sandbox: () => Sandbox) {
  const received: Received[] = [];
  const answers: number[] = [];
  const files = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    const file = files.get(request.url ?? '');
    if (request.method === 'GET') {
      response.writeHead(file ? 200 : 404).end(file);
      return;
    }
    const header = (name: string) => String(request.headers[`x-fal-webhook-${name}`]);
    const message = [
      header('request-id'),
      header('user-id'),
      header('timestamp'),
      createHash('sha256').update(bytes).digest('hex'),
    ].join('\n');
    const keys = await fetch(`${sandbox().url}/fal/rest/.well-known/jwks.json`);
    const { keys: jwks } = (await keys.json()) as { keys: JsonWebKey[] };
    const isGenuine = jwks.some((jwk) =>
      verify(
        null,
        Buffer.from(message),
        createPublicKey({ key: jwk, format: 'jwk' }),
        Buffer.from(header('signature'), 'hex'),
      ),
    );
    const statusThen = isGenuine ? (answers.shift() ?? 200) : 401;
    const body = JSON.parse(bytes.toString('utf8')) as Json;
    received.push({ body, requestId: header('request-id'), isGenuine, statusThen });
    response.writeHead(statusThen).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    received,
    /** What the next genuine webhooks are answered with; 200 after that. */
    answers,
    /** Hands out bytes at an address of the app. */
    offer(name: string, bytes: Buffer): string {
      files.set(`/${name}`, bytes);
      return `${url}/${name}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A sandbox, an app beside it and the five calls, made anew for each test. */
export function useFal(faults: Partial<Faults> = { falSpeed: 0, falPictures: 'plain' }) {
  let folder = '';
  let sandbox: Sandbox;
  let app: Awaited<ReturnType<typeof startApp>>;
  const start = () =>
    startSandbox({ port: 0, smtpPort: 0, appUrl: app.url, dataDir: folder, faults });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-fal-'));
    app = await startApp(() => sandbox);
    sandbox = await start();
  });
  afterEach(async () => {
    await sandbox.close();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  const fal = {
    get sandbox() {
      return sandbox;
    },
    get app() {
      return app;
    },
    /** Where the sandbox keeps what it remembers. */
    get folder() {
      return folder;
    },
    /** Ends the sandbox if it still runs, and starts it again in the same folder. */
    async restart() {
      await sandbox.close();
      sandbox = await start();
    },
    async call(method: string, pathname: string, body?: unknown, headers: object = FAL_KEY_HEADER) {
      const answer = await fetch(`${sandbox.url}/fal/${pathname}`, {
        method,
        headers: { ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        headers: answer.headers,
        body: (text.startsWith('{') ? JSON.parse(text) : text) as unknown,
      };
    },
    async submit(endpoint: string, input: Json, more = ''): Promise<Submitted> {
      const answer = await fal.call('POST', `queue/${endpoint}${more}`, input);
      if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as Submitted;
    },
    submitWithWebhook: (endpoint: string, input: Json) =>
      fal.submit(endpoint, input, `?fal_webhook=${encodeURIComponent(`${app.url}/hook`)}`),
    status: (endpoint: string, id: string, more = '') =>
      fal.call('GET', `queue/${appOf(endpoint)}/requests/${id}/status${more}`),
    result: (endpoint: string, id: string) =>
      fal.call('GET', `queue/${appOf(endpoint)}/requests/${id}`),
    cancel: (endpoint: string, id: string) =>
      fal.call('PUT', `queue/${appOf(endpoint)}/requests/${id}/cancel`),
    /** Hands in, waits for the end and reads the result. */
    async run(endpoint: string, input: Json) {
      const { request_id } = await fal.submit(endpoint, input);
      await sandbox.settled();
      return fal.result(endpoint, request_id);
    },
    async paint(endpoint: string, input: Json): Promise<Painted> {
      const { status, body } = await fal.run(endpoint, input);
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return body as Painted;
    },
    async file(url: string): Promise<Buffer> {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
  return fal;
}

function appOf(endpoint: string): string {
  return endpoint.split('/').slice(0, 2).join('/');
}

/** A photo of one colour. */
export function aPhoto(color: string, side = 700): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background: color } })
    .jpeg()
    .toBuffer();
}

export async function anArchive(files: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}

export async function aPhotoArchive(count: number, color = '#c02020'): Promise<Buffer> {
  const photo = await aPhoto(color);
  return anArchive(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`photo-${index}.jpg`, photo])),
  );
}

export async function meanOf(bytes: Buffer): Promise<number[]> {
  const { channels } = await sharp(bytes).stats();
  return channels.map(({ mean }) => mean);
}
