'use client';

import {
  CalendarClock,
  CalendarDays,
  Copy,
  Ellipsis,
  Eye,
  PackageCheck,
  Pencil,
  Share2,
  ShoppingBag,
  TextCursorInput,
  Trash2,
} from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { aspectOf, PagePicture } from '@/components/calendars/page-picture';
import { ShareDialog } from '@/components/calendars/sharing/share-dialog';
import { usePeriodName } from '@/components/calendars/use-page-name';
import { ApiProblem, callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DropdownItem, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu';
import { Field, Input } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { CalendarSummary } from '@/lib/calendars/present';
import type { RenderedPage } from '@/lib/calendars/rendered-page';

const TITLE_MAX = 60;

/** One calendar of the list: its cover, what it is, and what can be done with it. */
export function CalendarCard({
  calendar,
  cover,
  changed,
}: {
  calendar: Omit<CalendarSummary, 'document'>;
  cover: RenderedPage | null;
  /** "two hours ago", said once by the server. */
  changed: string;
}) {
  const t = useTranslations('calendars.list');
  const tf = useTranslations('calendars.formats');
  const tp = useTranslations('project');
  const periodName = usePeriodName();
  const router = useRouter();
  const [dialog, setDialog] = useState<'rename' | 'delete' | 'share' | null>(null);
  const { run, isPending } = useListAction();
  const title = calendar.title || periodName(calendar.period);
  const href = `/calendars/${calendar.id}`;
  return (
    <li className="flex flex-col">
      <Link
        href={href}
        className="group flex aspect-square items-end justify-center rounded-card bg-linen p-5 transition-colors hover:bg-accent-soft sm:p-7"
        aria-label={t('open', { title })}
      >
        <span
          className="block max-h-full shadow-float transition-transform group-hover:-translate-y-1"
          style={
            cover
              ? {
                  aspectRatio: aspectOf(cover),
                  ...(cover.trim.widthMm >= cover.trim.heightMm
                    ? { width: '100%' }
                    : { height: '100%' }),
                }
              : undefined
          }
        >
          {cover ? <PagePicture page={cover} rendition="thumb" /> : null}
        </span>
      </Link>
      <div className="mt-3 flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-xl">
            <Link href={href} tabIndex={-1}>
              {title}
            </Link>
          </h2>
          <p className="text-sm text-ink-soft">{periodName(calendar.period)}</p>
          <p className="text-sm text-ink-soft">
            {tf(`${calendar.formatId}.name`)} · {t('changed', { when: changed })}
          </p>
        </div>
        <DropdownMenu
          trigger={
            <Button
              variant="ghost"
              size="icon"
              aria-label={t('menu', { title })}
              pending={isPending}
            >
              {isPending ? null : <Ellipsis />}
            </Button>
          }
        >
          <DropdownItem onSelect={() => router.push(href)}>
            <Pencil />
            {t('edit')}
          </DropdownItem>
          <DropdownItem onSelect={() => router.push(`${href}/preview`)}>
            <Eye />
            {t('preview')}
          </DropdownItem>
          <DropdownItem onSelect={() => router.push(`${href}/order`)}>
            <ShoppingBag />
            {t('order')}
          </DropdownItem>
          <DropdownSeparator />
          <DropdownItem onSelect={() => setDialog('share')}>
            <Share2 />
            {tp('share')}
          </DropdownItem>
          <DropdownItem onSelect={() => router.push(`${href}/next-year`)}>
            <CalendarClock />
            {tp('next_year')}
          </DropdownItem>
          <DropdownItem asChild>
            <a href={`/api/calendars/${calendar.id}/project`} download>
              <PackageCheck />
              {tp('export')}
            </a>
          </DropdownItem>
          <DropdownItem asChild>
            <a href={`/api/calendars/${calendar.id}/dates.ics`} download>
              <CalendarDays />
              {tp('ics')}
            </a>
          </DropdownItem>
          <DropdownSeparator />
          <DropdownItem onSelect={() => setDialog('rename')}>
            <TextCursorInput />
            {t('rename')}
          </DropdownItem>
          <DropdownItem
            onSelect={() =>
              run(
                () =>
                  callApi('POST', `/api/calendars/${calendar.id}/duplicate`, {
                    title: t('copy_of', { title }).slice(0, TITLE_MAX),
                  }),
                t('duplicated'),
              )
            }
          >
            <Copy />
            {t('duplicate')}
          </DropdownItem>
          <DropdownItem disabled={calendar.isOrdered} onSelect={() => setDialog('delete')}>
            <Trash2 />
            {calendar.isOrdered ? t('ordered_stays') : t('delete')}
          </DropdownItem>
        </DropdownMenu>
      </div>
      <ShareDialog
        calendarId={calendar.id}
        open={dialog === 'share'}
        onOpenChange={(open) => setDialog(open ? 'share' : null)}
      />
      <RenameDialog
        isOpen={dialog === 'rename'}
        title={calendar.title}
        isPending={isPending}
        onClose={() => setDialog(null)}
        onRename={(name) =>
          run(
            () => callApi('PATCH', `/api/calendars/${calendar.id}`, { title: name }),
            t('renamed'),
            () => setDialog(null),
          )
        }
      />
      <Dialog
        open={dialog === 'delete'}
        onOpenChange={(open) => setDialog(open ? 'delete' : null)}
        title={t('delete_title', { title })}
        description={t('delete_text')}
        closeLabel={t('cancel')}
      >
        <div className="flex justify-end gap-2">
          <Button variant="secondary" onClick={() => setDialog(null)}>
            {t('cancel')}
          </Button>
          <Button
            variant="danger"
            pending={isPending}
            onClick={() =>
              run(
                () => callApi('DELETE', `/api/calendars/${calendar.id}`),
                t('deleted'),
                () => setDialog(null),
              )
            }
          >
            {t('delete')}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}

function RenameDialog({
  isOpen,
  title,
  isPending,
  onClose,
  onRename,
}: {
  isOpen: boolean;
  title: string;
  isPending: boolean;
  onClose: () => void;
  onRename: (title: string) => void;
}) {
  const t = useTranslations('calendars.list');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('title');
    if (typeof name === 'string') onRename(name);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('rename_title')}
      description={t('rename_text')}
      closeLabel={t('cancel')}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('name')}>
          {(props) => <Input {...props} name="title" defaultValue={title} maxLength={TITLE_MAX} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" pending={isPending}>
            {t('rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Does one thing to a calendar, tells how it went and has the list read anew. */
function useListAction() {
  const router = useRouter();
  const toast = useToast();
  const words = useErrorMessage();
  const [isPending, setPending] = useState(false);
  const run = (work: () => Promise<unknown>, done: string, after?: () => void) => {
    setPending(true);
    work()
      .then(() => {
        toast(done, 'good');
        after?.();
        router.refresh();
      })
      .catch((error) => {
        if (!(error instanceof ApiProblem)) throw error;
        toast(words(error.problem), 'bad');
      })
      .finally(() => setPending(false))
      .catch(reportError);
  };
  return { run, isPending };
}
