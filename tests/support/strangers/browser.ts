import type { Things } from './belongings';

export type Answer = {
  status: number;
  headers: Headers;
  /** Empty for a stream of events, which has no end. */
  text: string;
};

export type Request = {
  method: string;
  path: string;
  json?: unknown;
  raw?: Buffer | string;
  headers?: Record<string, string>;
  cookie?: string | null;
  /** What a browser says of the page that asks: our own unless told otherwise. Null leaves it out. */
  origin?: string | null;
};

/** Sends one request as a browser would, without following where it is sent on to. */
export async function send(baseUrl: string, request: Request): Promise<Answer> {
  const { method, path, json, raw, cookie, origin = new URL(baseUrl).origin } = request;
  const isChange = method !== 'GET' && method !== 'HEAD';
  const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
  const response = await fetch(baseUrl + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(isChange && origin !== null ? { origin } : {}),
      ...(cookie ? { cookie } : {}),
      ...request.headers,
    },
    ...(isChange && body !== undefined
      ? { body: typeof body === 'string' ? body : new Uint8Array(body) }
      : {}),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (isStream) await response.body?.cancel();
  return {
    status: response.status,
    headers: response.headers,
    text: isStream ? '' : await response.text(),
  };
}

/** What differs between any two answers, whatever they say. */
const OF_EACH_ANSWER = /"requestId":"[0-9a-f-]{36}"/g;

/**
 * An answer as a stranger could compare it with another: status, names of headers and the body, with the ids that the
 * request itself named crossed out.
 */
export function comparable(answer: Answer, named: Things): string {
  let text = answer.text.replace(OF_EACH_ANSWER, '"requestId":""');
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
  if (nonce) text = text.replaceAll(nonce, '<nonce>');
  for (const [name, id] of Object.entries(named)) text = text.replaceAll(id, `<${name}>`);
  const names = [...answer.headers.keys()].sort().join(' ');
  const isPage = /html|x-component/.test(answer.headers.get('content-type') ?? '');
  return `${answer.status}\n${names}\n${isPage ? rowsOf(text) : text}`;
}

/** Where React's stream is cut into scripts of a page depends on the moment, and so do order and numbers of its rows. */
function rowsOf(page: string): string {
  const joined = page.replace(
    /"\]\)<\/script><script( nonce="<nonce>")?>self\.__next_f\.push\(\[1,"/g,
    '',
  );
  const rows = joined.split(/\\n|\n/).map((row) => row.replace(/^[0-9a-f]+:/, ':'));
  return rows
    .map((row) => row.replace(/\$(L?)[0-9a-f]+\b/g, '$$$1'))
    .sort()
    .join('\n');
}

export function codeOf(answer: Answer): string | null {
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) return null;
  return (JSON.parse(answer.text) as { code: string }).code;
}
