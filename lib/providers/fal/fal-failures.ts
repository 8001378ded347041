import { z } from 'zod';
import type { ModelFailure } from '@/lib/providers/ports/model-queue';

type Kind = ModelFailure['kind'];

/**
 * What fal's own words for a failure ask of us (fal.ai/docs: "Model errors" and "Request errors"). What is not named here
 * is sorted by its HTTP status.
 */
const KINDS: Record<string, Kind> = {
  content_policy_violation: 'blocked',
  no_media_generated: 'blocked',
  face_detection_error: 'input',
  image_too_small: 'input',
  image_too_large: 'input',
  image_load_error: 'input',
  file_too_large: 'input',
  unsupported_image_format: 'input',
  invalid_archive: 'input',
  archive_file_count_below_minimum: 'input',
  archive_file_count_exceeds_maximum: 'input',
  // They could not fetch a link of ours: the next attempt brings a fresh one.
  file_download_error: 'temporary',
  downstream_service_error: 'temporary',
  downstream_service_unavailable: 'temporary',
  internal_server_error: 'temporary',
  generation_timeout: 'temporary',
  request_timeout: 'temporary',
  startup_timeout: 'temporary',
  runner_scheduling_failure: 'temporary',
  runner_connection_timeout: 'temporary',
  runner_disconnected: 'temporary',
  runner_connection_refused: 'temporary',
  runner_connection_error: 'temporary',
  runner_server_error: 'temporary',
  runner_incomplete_response: 'temporary',
};

/** A model's own error names fields; one of the machinery is a sentence with a type beside it. */
const BodySchema = z.object({
  detail: z.union([
    z.string(),
    z
      .array(z.object({ msg: z.string().catch(''), type: z.string().catch(''), loc: z.unknown() }))
      .min(1),
  ]),
  error_type: z.string().optional().catch(undefined),
});

/** True for a body that a model or fal's machinery wrote, false for the page of a proxy on the way. */
export function isFalError(body: unknown): boolean {
  return BodySchema.safeParse(body).success;
}

/** Sorts an error answer by what we do about it. */
export function failureOf(status: number, body: unknown, headers: Headers): ModelFailure {
  const parsed = BodySchema.safeParse(body);
  const first = parsed.success && Array.isArray(parsed.data.detail) ? parsed.data.detail[0] : null;
  const named =
    first?.type ||
    (parsed.success ? parsed.data.error_type : undefined) ||
    headers.get('x-fal-error-type') ||
    '';
  return {
    kind: kindOf(status, named, headers),
    type: named || `http_${status}`,
    detail: detailOf(status, parsed.success ? parsed.data.detail : null),
  };
}

function kindOf(status: number, type: string, headers: Headers): Kind {
  const known = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (known) return known;
  // 402 and 403 are also an account without balance, which fal locks.
  if (status === 401 || status === 402 || status === 403) return 'account';
  if (status >= 500 || status === 408 || status === 429) return 'temporary';
  const mayRetry = headers.get('x-fal-retryable') ?? headers.get('x-fal-needs-retry');
  return mayRetry === 'true' || mayRetry === '1' ? 'temporary' : 'ours';
}

function detailOf(
  status: number,
  detail: string | { msg: string; type: string; loc?: unknown }[] | null,
): string {
  if (detail === null) return `HTTP ${status}`;
  if (typeof detail === 'string') return detail;
  return detail
    .map(({ loc, msg }) => (Array.isArray(loc) ? `${loc.join('.')}: ${msg}` : msg))
    .join('; ');
}
