import { appLink } from '@/lib/accounts/app-link';
import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { tellPerson } from '@/lib/messages/tell-person';
import { findSetForMail } from './job-store';

/** Tells the owner that the pictures of a month set are there; once, whatever is made again afterwards. */
export async function queueSetMail(tx: TxCtx, jobId: string): Promise<void> {
  const job = await findSetForMail(tx, jobId);
  if (job?.kind !== 'MONTH_SET' || job.owner.email === null) return;
  const locale = job.owner.setting?.interfaceLanguage ?? 'en';
  const names = (job.theme?.names ?? {}) as Record<string, string>;
  await tellPerson(tx, job.ownerId as Id<'user'>, {
    dedupeKey: `job:${jobId}:ready`,
    to: job.owner.email,
    template: 'set-ready',
    locale,
    data: { theme: names[locale] ?? names.en ?? '', url: appLink(`/studio/sets/${jobId}`) },
    subject: jobId,
  });
}
