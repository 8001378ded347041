'use client';

import { Download } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';
import { ProofProgress } from './proof-progress';
import { useProof } from './use-proof';

const BYTES_PER_MB = 1e6;

/** The PDF that is free: the watermarked proof, which is the print file itself to look at in peace. */
export function ProofDownload({ calendarId }: { calendarId: string }) {
  const t = useTranslations('calendars.order');
  const words = useErrorMessage();
  const format = useFormatter();
  const { proof, problem, isAsking, request } = useProof(calendarId, 'PROOF');
  const ask = () => {
    request().catch(reportError);
  };
  if (proof?.status === 'READY') {
    const megabytes = (proof.fileBytes ?? 0) / BYTES_PER_MB;
    const size = format.number(megabytes, { maximumFractionDigits: 1 });
    return (
      <a
        href={`/api/proofs/${proof.id}/file`}
        download
        className="inline-flex min-h-11 items-center gap-2 rounded-control border border-line-strong/60 bg-sheet px-5 font-medium hover:bg-linen"
      >
        <Download aria-hidden="true" className="size-5" />
        {t('download', { size })}
      </a>
    );
  }
  const isOpen = proof !== null && proof.status !== 'FAILED';
  return (
    <div className="flex w-full max-w-sm flex-col gap-2 sm:w-auto sm:min-w-64">
      {isOpen ? (
        <ProofProgress proof={proof} label={t('proof_in_work')} onAgain={ask} />
      ) : (
        <Button
          variant="secondary"
          className="self-start sm:self-end"
          pending={isAsking}
          onClick={ask}
        >
          <Download />
          {t('make_proof')}
        </Button>
      )}
      {problem ? <p className="text-sm text-bad">{words(problem)}</p> : null}
      {proof?.status === 'FAILED' ? (
        <p className="text-sm text-bad">
          {words({ code: proof.failureCode ?? 'proof.failed', params: {} })}
        </p>
      ) : null}
    </div>
  );
}
