'use client';

import { PackageOpen } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useRef, useState } from 'react';
import { useAttempt } from '@/components/calendars/sharing/use-attempt';
import { ApiProblem, callApi, problemOf, UNREACHABLE } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { ImportedProject } from '@/lib/calendars/project/import-project';
import { withoutPictures } from '@/lib/calendars/without-pictures';
import type { Id } from '@/lib/core/ids';
import type { PictureView } from '@/lib/pictures/picture-view';

const POLL_MS = 1200;
/** Two hundred photos at the worker's slowest. */
const WAIT_MAX_MS = 10 * 60 * 1000;
/** As many as one request may ask for. */
const ASK_MAX = 50;

/** Takes a calendar project from a file: its photos go into the library, and the calendar opens once they are ready. */
export function ImportProject() {
  const t = useTranslations('project');
  const router = useRouter();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const { attempt, isPending } = useAttempt();
  const [step, setStep] = useState<'sending' | 'reading' | null>(null);

  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    attempt(async () => {
      try {
        setStep('sending');
        const project = await sendProject(file);
        setStep('reading');
        const refused = await waitForPictures(project.pictureIds);
        const document = withoutPictures(project.document, new Set(refused));
        const { calendarId } = await callApi<{ calendarId: string }>('POST', '/api/calendars', {
          document,
          title: project.title,
        });
        if (refused.length > 0) toast(t('photos_missing', { count: refused.length }), 'bad');
        router.push(`/calendars/${calendarId}`);
      } finally {
        setStep(null);
      }
    });
  };

  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        aria-label={t('import')}
        className="sr-only"
        tabIndex={-1}
        onChange={take}
      />
      <Button variant="secondary" pending={isPending} onClick={() => input.current?.click()}>
        <PackageOpen />
        {step === null ? t('import') : t(step)}
      </Button>
    </>
  );
}

async function sendProject(file: File): Promise<ImportedProject> {
  const response = await fetch('/api/calendars/projects', {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/zip' },
  }).catch((cause: unknown) => {
    throw new ApiProblem(UNREACHABLE, { cause });
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as ImportedProject;
}

/** @returns those that could not be read after all */
async function waitForPictures(ids: readonly Id<'picture'>[]): Promise<Id<'picture'>[]> {
  const until = Date.now() + WAIT_MAX_MS;
  let open = [...ids];
  const refused: Id<'picture'>[] = [];
  while (open.length > 0 && Date.now() < until) {
    const asked = open.slice(0, ASK_MAX);
    const { pictures } = await callApi<{ pictures: PictureView[] }>(
      'GET',
      `/api/pictures?ids=${asked.join(',')}`,
    );
    const found = new Map(pictures.map((picture) => [picture.id as string, picture.status]));
    refused.push(...asked.filter((id) => (found.get(id) ?? 'REFUSED') === 'REFUSED'));
    open = open.filter((id) => asked.indexOf(id) === -1 || found.get(id) === 'RECEIVED');
    if (open.length > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return [...refused, ...open];
}
