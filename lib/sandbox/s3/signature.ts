import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** AWS refuses a request whose clock is further off than this. */
const CLOCK_SKEW_MAX_MS = 15 * 60 * 1000;

export type S3Credentials = { accessKeyId: string; secretAccessKey: string };

/**
 * Checks a request's AWS Signature Version 4 ("Authenticating Requests: Using the Authorization Header").
 * @returns null when it is right, else S3's code for what is wrong
 */
export function signatureProblem(
  request: IncomingMessage,
  body: Buffer,
  credentials: S3Credentials,
): string | null {
  const { headers } = request;
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!parts) return 'AccessDenied';
  const [, keyId = '', day = '', region = '', signedHeaders = '', signature = ''] = parts;
  const time = String(headers['x-amz-date'] ?? '');
  if (keyId !== credentials.accessKeyId) return 'InvalidAccessKeyId';
  if (!time.startsWith(day) || Math.abs(Date.now() - instantOf(time)) > CLOCK_SKEW_MAX_MS) {
    return 'RequestTimeTooSkewed';
  }
  const payloadHash = String(headers['x-amz-content-sha256'] ?? '');
  if (payloadHash !== 'UNSIGNED-PAYLOAD' && payloadHash !== sha256(body)) {
    return 'XAmzContentSHA256Mismatch';
  }
  const scope = `${day}/${region}/s3/aws4_request`;
  const canonical = canonicalRequest(request, signedHeaders, payloadHash);
  const wanted = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(
    (secret, part) => hmac(secret, part),
    hmac(hmac(`AWS4${credentials.secretAccessKey}`, day), region),
  );
  const right = hmac(key, wanted);
  return timingSafeEqual(right, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch';
}

function canonicalRequest(request: IncomingMessage, signedHeaders: string, payloadHash: string) {
  const [path = '/', query = ''] = (request.url ?? '/').split('?');
  const pairs = query
    ? query.split('&').map((pair) => (pair.includes('=') ? pair : `${pair}=`))
    : [];
  const headerLines = signedHeaders.split(';').map((name) => {
    const value = String(request.headers[name] ?? '')
      .trim()
      .replace(/ +/g, ' ');
    return `${name}:${value}\n`;
  });
  return [
    request.method ?? 'GET',
    path,
    pairs.sort().join('&'),
    headerLines.join(''),
    signedHeaders,
    payloadHash,
  ].join('\n');
}

/** "20270115T103000Z" */
function instantOf(time: string): number {
  const iso = time.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Date.parse(iso);
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
