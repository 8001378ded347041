import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { escapeHtml } from '@/lib/core/escape-html';
import { type Reply, sendReply } from '../exchange';
import { type S3Credentials, signatureProblem } from './signature';

const PAGE_SIZE = 1000;

export type S3Sandbox = {
  url: string;
  /** The next so many requests are answered with 503. */
  failNext(count: number): void;
  close(): Promise<void>;
};

type Stored = { body: Buffer; contentType: string };

/**
 * One bucket in memory, addressed by path: PUT, GET with a range, HEAD, DELETE and ListObjectsV2, each with its
 * signature verified. Listens on loopback on a free port.
 * @param options.pageSize entries of one listing page
 */
export async function startS3Sandbox(
  options: S3Credentials & { bucket: string; pageSize?: number },
): Promise<S3Sandbox> {
  const objects = new Map<string, Stored>();
  let failures = 0;
  const server = createServer((request, response) => {
    buffer(request)
      .then((body) => {
        if (failures > 0) {
          failures -= 1;
          return refusal(503, 'SlowDown');
        }
        const problem = signatureProblem(request, body, options);
        return problem ? refusal(403, problem) : reply(objects, options, request, body);
      })
      .then((answer) => sendReply(response, answer))
      // The client went away in the middle of its body: there is nobody to answer.
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failNext(count) {
      failures = count;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function reply(
  objects: Map<string, Stored>,
  options: { bucket: string; pageSize?: number },
  request: IncomingMessage,
  body: Buffer,
): Reply {
  const url = new URL(request.url ?? '/', 'http://s3.local');
  const [bucket, ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const key = rest.join('/');
  if (bucket !== options.bucket) return refusal(404, 'NoSuchBucket');
  if (key === '') {
    if (request.method !== 'GET' || url.searchParams.get('list-type') !== '2') {
      return refusal(501, 'NotImplemented');
    }
    return list(objects, options.pageSize ?? PAGE_SIZE, url.searchParams);
  }
  switch (request.method) {
    case 'PUT':
      return put(objects, key, request, body);
    case 'GET':
      return get(objects.get(key), request.headers.range);
    case 'HEAD':
      return head(objects.get(key));
    case 'DELETE':
      objects.delete(key);
      return { status: 204 };
    default:
      return refusal(501, 'NotImplemented');
  }
}

function put(
  objects: Map<string, Stored>,
  key: string,
  request: IncomingMessage,
  body: Buffer,
): Reply {
  const { headers } = request;
  if (headers['content-length'] === undefined) return refusal(411, 'MissingContentLength');
  // Chunk framing of the SDK's trailing checksums; a store that ignores it keeps a damaged file.
  if (headers['content-encoding']?.includes('aws-chunked')) return refusal(501, 'NotImplemented');
  const md5 = createHash('md5').update(body);
  const sent = headers['content-md5'];
  if (sent !== undefined && sent !== md5.copy().digest('base64')) return refusal(400, 'BadDigest');
  objects.set(key, { body, contentType: headers['content-type'] ?? 'binary/octet-stream' });
  return { status: 200, headers: { etag: `"${md5.digest('hex')}"` } };
}

function get(stored: Stored | undefined, rangeHeader: string | undefined): Reply {
  if (!stored) return refusal(404, 'NoSuchKey');
  const { body, contentType } = stored;
  const range = /^bytes=(\d+)-(\d+)$/.exec(rangeHeader ?? '');
  if (!range) return { status: 200, headers: { 'content-type': contentType }, body };
  const [start, end] = [Number(range[1]), Math.min(Number(range[2]), body.length - 1)];
  if (start >= body.length) return refusal(416, 'InvalidRange');
  return {
    status: 206,
    headers: {
      'content-type': contentType,
      'content-range': `bytes ${start}-${end}/${body.length}`,
    },
    body: body.subarray(start, end + 1),
  };
}

function head(stored: Stored | undefined): Reply {
  if (!stored) return { status: 404 };
  const { body, contentType } = stored;
  return {
    status: 200,
    headers: { 'content-type': contentType, 'content-length': String(body.length) },
  };
}

function list(objects: Map<string, Stored>, pageSize: number, query: URLSearchParams): Reply {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, pageSize);
  const isTruncated = keys.length > page.length;
  const contents = page.map((key) => {
    const size = objects.get(key)?.body.length ?? 0;
    return `<Contents><Key>${escapeHtml(key)}</Key><Size>${size}</Size></Contents>`;
  });
  const token = isTruncated
    ? `<NextContinuationToken>${escapeHtml(page.at(-1) ?? '')}</NextContinuationToken>`
    : '';
  return xml(
    200,
    `<ListBucketResult><Prefix>${escapeHtml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><IsTruncated>${isTruncated}</IsTruncated>${token}${contents.join('')}</ListBucketResult>`,
  );
}

function refusal(status: number, code: string): Reply {
  return xml(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function xml(status: number, content: string): Reply {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>${content}`,
  };
}
