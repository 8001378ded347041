import { ApiProblem, UNREACHABLE } from '@/components/call-api';
import type { Problem } from '@/lib/http/problem';
import type { Sent } from './upload-queue';

/** So long without a byte sent or an answer, and the connection counts as broken. */
const STALL_MS = 60_000;

/**
 * Sends one photo as the body of one request. By XMLHttpRequest, which alone tells how much has been sent.
 * @throws ApiProblem; an AbortError when `signal` is aborted
 */
export function sendFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let stall: ReturnType<typeof setTimeout>;
    const alive = () => {
      clearTimeout(stall);
      stall = setTimeout(() => {
        request.abort();
        end(() => reject(new ApiProblem(UNREACHABLE)));
      }, STALL_MS);
    };
    const cancel = () => {
      request.abort();
      end(() => reject(new DOMException('cancelled', 'AbortError')));
    };
    const end = (settle: () => void) => {
      clearTimeout(stall);
      signal.removeEventListener('abort', cancel);
      settle();
    };
    request.upload.onprogress = (event) => {
      alive();
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    };
    request.onload = () => end(() => settle(request, resolve, reject));
    request.onerror = () => end(() => reject(new ApiProblem(UNREACHABLE)));
    request.open('POST', '/api/pictures');
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()));
    signal.addEventListener('abort', cancel);
    alive();
    request.send(file);
  });
}

function settle(
  request: XMLHttpRequest,
  resolve: (sent: Sent) => void,
  reject: (problem: ApiProblem) => void,
): void {
  let body: unknown = null;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    // An answer that is not ours: a proxy's error page.
  }
  if (request.status >= 200 && request.status < 300 && body !== null) resolve(body as Sent);
  else if (isProblem(body)) reject(new ApiProblem(body));
  else reject(new ApiProblem(UNREACHABLE));
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'params' in body;
}
