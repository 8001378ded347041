import { jsonReply, pageReply, type Reply } from '../exchange';
import { type Html, html } from '../page';
import { fileUrl } from './files';
import type { FalRequest, FalWorld } from './world';

const SHOWN = 60;

/** GET /fal: what was asked for, newest first, with what came of it. */
export function requestsPage(world: FalWorld): Reply {
  const requests = Object.values(world.file.value.requests).toReversed();
  const body = html`<h1>Picture models</h1>
<p class="soft">What fal was asked for, newest first. Reload to see how it goes; <a href="/faults">make it fail</a>.</p>
${requests.length === 0 ? html`<p class="sheet">Nothing yet. Train a model or ask for a picture in the app.</p>` : null}
${requests.slice(0, SHOWN).map((request) => card(world, request))}
${requests.length > SHOWN ? html`<p class="soft">… and ${requests.length - SHOWN} older ones.</p>` : null}`;
  return pageReply(200, 'Picture models', body);
}

/** GET /fal.json: the same for programs, and how often each endpoint was called since the start. */
export function requestsJson(world: FalWorld): Reply {
  const requests = Object.values(world.file.value.requests)
    .toReversed()
    .map(({ id, endpoint, status, input, answer, isGone }) => ({
      id,
      endpoint,
      status,
      input,
      httpStatus: answer?.status ?? null,
      isGone,
    }));
  return jsonReply(200, { submits: Object.fromEntries(world.submits), requests });
}

function card(world: FalWorld, request: FalRequest): Html {
  const pictures = request.files.filter((name) => /\.(jpg|png|webp)$/.test(name));
  const words = typeof request.input.prompt === 'string' ? request.input.prompt : null;
  const last = request.logs.at(-1)?.message;
  return html`<section class="sheet pair">
<div><h2 class="break">${request.endpoint}</h2>
<p><strong>${stateOf(request)}</strong></p>
${words ? html`<p class="break">${words}</p>` : null}
${last ? html`<pre>${last}</pre>` : null}
<p class="soft small">${timesOf(request)}${seedOf(request)}</p>
<p class="soft small break">${request.id}</p></div>
<div>${pictures.map((name) => pictureLink(fileUrl(world, name)))}</div>
</section>`;
}

function pictureLink(url: string): Html {
  return html`<a href="${url}"><img src="${url}?width=480" loading="lazy" alt="What came of it, full size"></a>`;
}

function seedOf({ answer }: FalRequest): string {
  const output = answer?.body;
  const hasSeed = typeof output === 'object' && output !== null && 'seed' in output;
  return hasSeed ? ` · seed ${String(output.seed)}` : '';
}

function stateOf({ status, answer, isGone }: FalRequest): string {
  if (status === 'IN_QUEUE') return 'Waits in the queue';
  if (status === 'IN_PROGRESS') return 'Runs';
  if (isGone) return 'Ended; what it made is gone';
  return answer && answer.status < 300 ? 'Done' : `Failed (${answer?.status ?? '?'})`;
}

function timesOf({ createdMs, startedMs, endedMs }: FalRequest): string {
  const asked = new Date(createdMs).toISOString().slice(0, 19).replace('T', ' ');
  if (startedMs === null || endedMs === null) return `Asked ${asked} UTC`;
  return `Asked ${asked} UTC · took ${((endedMs - startedMs) / 1000).toFixed(1)} s`;
}
