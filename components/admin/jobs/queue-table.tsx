import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import type { QueueView } from '@/lib/admin/jobs/list-jobs';
import { RetryJobs } from './retry-jobs';

/** Queues that have anything to do; the idle ones are only counted. */
export function QueueTable({ queues }: { queues: readonly QueueView[] }) {
  const t = useTranslations('desk.jobs');
  const format = useFormatter();
  const busy = queues.filter(({ waiting, active, failed }) => waiting + active + failed > 0);
  if (busy.length === 0) return <p className="text-ink-soft">{t('all_quiet')}</p>;
  const idle = queues.length - busy.length;
  return (
    <>
      <Table>
        <thead>
          <tr>
            <Th>{t('queue')}</Th>
            <Th className="text-right">{t('waiting')}</Th>
            <Th>{t('oldest')}</Th>
            <Th className="text-right">{t('active')}</Th>
            <Th className="text-right">{t('failed')}</Th>
            <Th>
              <span className="sr-only">{t('actions')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {busy.map((queue) => (
            <tr key={queue.name} className="hover:bg-linen/50">
              <Td>
                <Link
                  href={`/admin/jobs?queue=${queue.name}`}
                  className="font-semibold text-accent underline underline-offset-4"
                >
                  {queue.name}
                </Link>
              </Td>
              <Td className="text-right tabular-nums">{queue.waiting}</Td>
              <Td className="whitespace-nowrap">
                {queue.oldest
                  ? format.dateTime(new Date(queue.oldest), {
                      dateStyle: 'medium',
                      timeStyle: 'medium',
                      timeZone: 'Europe/Kyiv',
                    })
                  : '–'}
              </Td>
              <Td className="text-right tabular-nums">{queue.active}</Td>
              <Td className="text-right tabular-nums">
                {queue.failed > 0 ? <Badge tone="bad">{queue.failed}</Badge> : 0}
              </Td>
              <Td className="text-right">
                {queue.failed > 0 ? (
                  <RetryJobs queue={queue.name} jobId={null} label={t('retry_all')} />
                ) : null}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {idle > 0 ? (
        <p className="mt-3 text-sm text-ink-soft">{t('quiet', { count: idle })}</p>
      ) : null}
    </>
  );
}
