'use client';

import { MapPin, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { Problem } from '@/lib/http/problem';
import { SAVED_ADDRESSES_MAX, type SavedAddressView } from '@/lib/orders/saved-addresses/schema';
import type { CountryName } from '../address-fields';
import { AddressForm } from './address-form';

/** A kept address with its lines as they stand on a parcel. */
type Entry = SavedAddressView & { lines: string[] };

/** The addresses that a person keeps: add, change, delete, choose the one that checkout begins with. */
export function AddressBook({
  addresses,
  countries,
  home,
}: {
  addresses: readonly Entry[];
  countries: readonly CountryName[];
  home: string;
}) {
  const t = useTranslations('addresses');
  const router = useRouter();
  const toast = useToast();
  const [, startRefresh] = useTransition();
  const [edited, setEdited] = useState<Entry | 'new' | null>(null);
  const isFull = addresses.length >= SAVED_ADDRESSES_MAX;

  function done(words: string) {
    setEdited(null);
    toast(words, 'good');
    startRefresh(() => router.refresh());
  }

  const add = (
    <Button onClick={() => setEdited('new')} disabled={isFull}>
      <Plus aria-hidden="true" />
      {t('add')}
    </Button>
  );
  return (
    <div className="flex flex-col gap-6">
      {addresses.length === 0 ? (
        <EmptyState icon={<MapPin aria-hidden="true" />} title={t('empty_title')} action={add}>
          {t('empty_text')}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-4">
            {add}
            {isFull ? (
              <p className="text-ink-soft">{t('full', { max: SAVED_ADDRESSES_MAX })}</p>
            ) : null}
          </div>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {addresses.map((entry) => (
              <li key={entry.id}>
                <AddressCard
                  entry={entry}
                  onEdit={() => setEdited(entry)}
                  onRemoved={() => done(t('removed'))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Dialog
        open={edited !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setEdited(null);
        }}
        closeLabel={t('close')}
        title={t(edited === 'new' ? 'add_title' : 'edit_title')}
      >
        {edited ? (
          <AddressForm
            saved={edited === 'new' ? null : edited}
            countries={countries}
            home={home}
            isFirst={addresses.length === 0}
            onSaved={() => done(t('saved'))}
          />
        ) : null}
      </Dialog>
    </div>
  );
}

function AddressCard({
  entry,
  onEdit,
  onRemoved,
}: {
  entry: Entry;
  onEdit: () => void;
  onRemoved: () => void;
}) {
  const t = useTranslations('addresses');
  const errorMessage = useErrorMessage();
  const [isAsking, setIsAsking] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = entry.label || entry.address.recipient;

  async function remove() {
    setIsPending(true);
    setProblem(null);
    try {
      await callApi('DELETE', `/api/addresses/${entry.id}`);
      setIsAsking(false);
      onRemoved();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setIsPending(false);
    }
  }

  return (
    <Card className="flex h-full flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="min-w-0 text-xl break-words">{name}</h2>
        {entry.isDefault ? <Badge tone="accent">{t('default')}</Badge> : null}
      </div>
      <address className="flex-1 not-italic">
        {entry.lines
          .filter((line) => line !== name)
          .map((line) => (
            <span key={line} className="block break-words">
              {line}
            </span>
          ))}
      </address>
      <div className="flex gap-2">
        <Button
          variant="secondary"
          size="sm"
          aria-label={t('edit_label', { name })}
          onClick={onEdit}
        >
          <Pencil aria-hidden="true" />
          {t('edit')}
        </Button>
        <Dialog
          open={isAsking}
          onOpenChange={setIsAsking}
          closeLabel={t('close')}
          title={t('remove_title')}
          description={t('remove_text')}
          trigger={
            <Button variant="ghost" size="sm" aria-label={t('remove_label', { name })}>
              <Trash2 aria-hidden="true" />
              {t('remove')}
            </Button>
          }
        >
          {problem ? (
            <Alert tone="bad" className="mb-4">
              {errorMessage(problem)}
            </Alert>
          ) : null}
          <div className="flex flex-wrap justify-end gap-3">
            <DialogClose asChild>
              <Button variant="secondary">{t('cancel')}</Button>
            </DialogClose>
            <Button variant="danger" pending={isPending} onClick={remove}>
              {t('remove_confirm')}
            </Button>
          </div>
        </Dialog>
      </div>
    </Card>
  );
}
