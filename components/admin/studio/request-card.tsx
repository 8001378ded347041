import { useFormatter, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { RequestView } from '@/lib/admin/get-studio-work';
import { WORKSHOP_TIME_ZONE } from '@/lib/orders/arrival-window';

const TONES: Record<RequestView['status'], Tone> = {
  QUEUED: 'neutral',
  SUBMITTING: 'fine',
  SUBMITTED: 'fine',
  COMPLETED: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
};

/** One call of the provider: what was sent, what it said, what came back. */
export function RequestCard({ request }: { request: RequestView }) {
  const t = useTranslations('studio_board.detail');
  const format = useFormatter();
  const time = (at: string | null) =>
    at === null
      ? null
      : format.dateTime(new Date(at), {
          dateStyle: 'medium',
          timeStyle: 'medium',
          timeZone: WORKSHOP_TIME_ZONE,
        });
  const { status, queuePosition, providerStatus } = request;
  const position = queuePosition === null ? null : t('position', { position: queuePosition });
  const facts: [string, string | null][] = [
    [t('request_id'), request.requestId ?? t('not_taken')],
    [t('provider_says'), [providerStatus, position].filter(Boolean).join(', ') || null],
    [t('submitted'), time(request.submittedAt)],
    [t('checked'), time(request.checkedAt)],
    [t('finished'), time(request.finishedAt)],
    [t('deadline'), request.finishedAt === null ? time(request.deadlineAt) : null],
  ];
  return (
    <article className="flex flex-col gap-3 not-last:pb-5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="text-lg">{t('attempt', { attempt: request.attempt })}</h3>
        <Badge tone={TONES[status]}>{t(`request_states.${status}`)}</Badge>
        <code className="text-sm break-all text-ink-soft">{request.endpoint}</code>
      </header>
      {request.errorType ? (
        <p className="rounded-control bg-bad-soft px-4 py-3 text-sm break-words">
          <strong className="font-semibold">{request.errorType}</strong>
          {request.errorDetail ? <span className="block">{request.errorDetail}</span> : null}
        </p>
      ) : null}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-sm">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="break-all">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <Json label={t('input')} json={request.input} />
      {request.output === null ? null : <Json label={t('output')} json={request.output} />}
    </article>
  );
}

function Json({ label, json }: { label: string; json: string }) {
  return (
    <details className="text-sm">
      <summary className="min-h-9 cursor-pointer py-1.5 font-medium text-accent">{label}</summary>
      <pre className="mt-1 max-h-96 overflow-auto rounded-control bg-linen p-3 text-xs whitespace-pre-wrap break-words">
        {json}
      </pre>
    </details>
  );
}
