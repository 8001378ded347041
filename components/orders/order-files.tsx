'use client';

import { Download, FileText } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { useErrorMessage } from '@/components/use-error-message';
import type { Problem } from '@/lib/http/problem';
import type { OrderFile } from '@/lib/orders/files/order-files';

const POLL_MS = 1500;
const BYTES_PER_MB = 1e6;

type Answer = { files: OrderFile[] };

const isInWork = ({ edition }: OrderFile) =>
  edition === null || edition.status === 'QUEUED' || edition.status === 'RENDERING';

/** The PDF editions of an order: made page by page after the payment, then there to download. */
export function OrderFiles({ orderId, initial }: { orderId: string; initial: OrderFile[] }) {
  const t = useTranslations('orders.files');
  const words = useErrorMessage();
  const router = useRouter();
  const [files, setFiles] = useState(initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const path = `/api/orders/${orderId}/files`;

  useEffect(() => {
    if (!files.some(isInWork)) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      callApi<Answer>('GET', path, undefined, { signal: controller.signal }).then(
        (answer) => {
          setFiles(answer.files);
          // The state of the order has moved with its last file.
          if (!answer.files.some(isInWork)) router.refresh();
        },
        (error) => {
          if (controller.signal.aborted) return;
          if (!(error instanceof ApiProblem)) throw error;
          // Asks again in a moment: a new list runs this effect once more.
          setFiles((before) => [...before]);
        },
      );
    }, POLL_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [files, path, router]);

  async function again() {
    setAsking(true);
    setProblem(null);
    try {
      setFiles((await callApi<Answer>('POST', path)).files);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setAsking(false);
    }
  }

  return (
    <div className="flex flex-col gap-5">
      {problem ? <Alert tone="bad">{words(problem)}</Alert> : null}
      {files.map((file) => (
        <FileRow
          key={file.orderItemId}
          file={file}
          href={`/api/orders/${orderId}/items/${file.orderItemId}/file`}
          isAsking={isAsking}
          onAgain={() => {
            again().catch(reportError);
          }}
        />
      ))}
      <p className="text-sm text-ink-soft">{t('hint')}</p>
    </div>
  );
}

function FileRow({
  file: { title, edition },
  href,
  isAsking,
  onAgain,
}: {
  file: OrderFile;
  href: string;
  isAsking: boolean;
  onAgain: () => void;
}) {
  const t = useTranslations('orders.files');
  const tOrders = useTranslations('orders');
  const format = useFormatter();
  const again = (
    <Button
      variant="secondary"
      size="sm"
      className="self-start"
      pending={isAsking}
      onClick={onAgain}
    >
      {t('again')}
    </Button>
  );
  const name = title || tOrders('untitled');
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <p className="flex min-w-0 items-center gap-2.5 font-medium">
        <FileText aria-hidden="true" className="size-5 shrink-0 text-accent" />
        <span className="min-w-0 break-words">{name}</span>
      </p>
      {edition?.status === 'READY' ? (
        <a
          href={href}
          download
          className="inline-flex min-h-11 items-center gap-2 rounded-control bg-accent px-5 font-medium text-white hover:bg-accent-deep"
        >
          <Download aria-hidden="true" className="size-5" />
          {t('download', {
            size: format.number((edition.fileBytes ?? 0) / BYTES_PER_MB, {
              maximumFractionDigits: 1,
            }),
          })}
        </a>
      ) : edition?.status === 'FAILED' ? (
        <span className="flex flex-wrap items-center gap-3 text-bad">
          {t('failed')}
          {again}
        </span>
      ) : (
        <div className="flex w-full flex-col gap-2 sm:w-64">
          <p role="status" className="text-sm text-ink-soft">
            {edition?.status === 'RENDERING'
              ? t('pages', { done: edition.pagesDone, count: edition.pageCount })
              : t('queued')}
          </p>
          <Progress
            value={edition?.status === 'RENDERING' ? edition.pagesDone / edition.pageCount : null}
            label={t('making', { title: name })}
          />
          {edition === null || edition.isStalled ? again : null}
        </div>
      )}
    </div>
  );
}
