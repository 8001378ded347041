import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { SortHead } from '@/components/admin/sort-head';
import { classes } from '@/components/ui/classes';
import { Table, Td, Th } from '@/components/ui/table';
import type { WorkView } from '@/lib/admin/list-studio-work';
import type { StudioFilter } from '@/lib/admin/studio-schema';
import { formatInstant } from '@/lib/orders/format-period';
import { useDuration } from './use-duration';
import { WorkBadge } from './work-badge';

/** @param now ISO 8601, of the moment in which the board was read */
export function WorkTable({
  rows,
  filter,
  now,
}: {
  rows: readonly WorkView[];
  filter: StudioFilter;
  now: string;
}) {
  const t = useTranslations('studio_board');
  const locale = useLocale();
  const duration = useDuration();
  const since = (from: string, to: string) => duration((Date.parse(to) - Date.parse(from)) / 1000);
  // By default what is stuck comes first, whatever its column says.
  const sorting = { path: '/admin/studio', filter, usual: '' };
  return (
    <Table>
      <thead>
        <tr>
          <Th>{t('columns.work')}</Th>
          <Th>{t('columns.state')}</Th>
          <Th>{t('columns.person')}</Th>
          <Th>{t('columns.model')}</Th>
          <SortHead {...sorting} by="stars" className="text-right">
            {t('columns.stars')}
          </SortHead>
          <SortHead {...sorting} by="ordered" className="text-right">
            {t('columns.created')}
          </SortHead>
          <SortHead {...sorting} by="took" className="text-right">
            {t('columns.took')}
          </SortHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((work) => (
          <tr
            key={work.id}
            className={classes(work.isStuck ? 'bg-warn-soft/60' : 'hover:bg-linen/50')}
          >
            <Td className="whitespace-nowrap">
              <Link
                href={`/admin/studio/${work.id}`}
                prefetch={false}
                className="font-semibold text-accent underline underline-offset-4"
              >
                {t(`kinds.${work.kind}`)} <span className="font-mono">{work.id.slice(-6)}</span>
              </Link>
              {work.purpose === 'PREVIEW' || work.purpose === 'PROMPT_TEST' ? (
                <span className="block text-ink-soft">{t(`purposes.${work.purpose}`)}</span>
              ) : null}
            </Td>
            <Td>
              <WorkBadge work={work} />
              {work.errorCode ? (
                <code className="mt-1 block text-xs text-ink-soft">{work.errorCode}</code>
              ) : null}
            </Td>
            <Td>
              {work.owner.name ?? t('no_name')}
              <span className="block text-ink-soft">{work.owner.email}</span>
            </Td>
            <Td className="whitespace-nowrap">{work.model}</Td>
            <Td className="text-right tabular-nums">{work.stars}</Td>
            <Td className="text-right whitespace-nowrap tabular-nums">
              {formatInstant(new Date(work.createdAt), locale)}
            </Td>
            <Td className="text-right whitespace-nowrap tabular-nums">
              {work.completedAt
                ? since(work.createdAt, work.completedAt)
                : t('open_since', { time: since(work.createdAt, now) })}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
