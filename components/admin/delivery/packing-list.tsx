'use client';

import { Gift, Printer, Tag, Truck } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Checkbox } from '@/components/ui/field';
import { Spinner } from '@/components/ui/spinner';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffParcel } from '@/lib/admin/delivery/present-parcel';
import { formatInstant } from '@/lib/orders/format-period';
import { FollowPage } from './follow-page';
import { ShipmentBadge } from './shipment-badge';

type Answer = {
  waybills: { parcelId: string; shipmentId: string | null; problem: string | null }[];
};

/** The parcels of the packing desk: some are chosen, and one press makes their waybills, labels or lists. */
export function PackingList({ parcels }: { parcels: readonly StaffParcel[] }) {
  const t = useTranslations('delivery');
  const errorMessage = useErrorMessage();
  const router = useRouter();
  const toast = useToast();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isSending, setIsSending] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  // What has left the list is no longer chosen.
  const picked = parcels.filter(({ id }) => chosen.has(id));
  const labels = picked.flatMap(({ shipments }) =>
    shipments.filter(({ hasLabel, status }) => hasLabel && status === 'LABELLED'),
  );
  const toMake = picked.filter(({ canWaybill }) => canWaybill);
  const canMake = parcels.some(({ canWaybill }) => canWaybill);
  const makingCount = parcels.filter(({ shipments }) =>
    shipments.some((one) => one.isMaking),
  ).length;

  const choose = (ids: readonly string[], isOn: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (isOn) after.add(id);
        else after.delete(id);
      }
      return after;
    });

  async function makeWaybills() {
    setIsSending(true);
    setProblem(null);
    try {
      const { waybills } = await callApi<Answer>('POST', '/api/admin/packing/waybills', {
        parcelIds: toMake.map(({ id }) => id),
      });
      const failed = waybills.filter((one) => one.problem !== null);
      const count = waybills.length - failed.length;
      if (count > 0) toast(t('packing.waybills_asked', { count }), 'good');
      // They wait for their numbers there, and for their labels to be printed.
      if (failed.length === 0) router.push('/admin/packing?state=labelled');
      if (failed.length > 0) {
        const orders = failed
          .map(({ parcelId }) => parcels.find(({ id }) => id === parcelId)?.orderNumber ?? '')
          .join(', ');
        setProblem(t('packing.some_failed', { count: failed.length, orders }));
      }
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(errorMessage(error.problem));
    } finally {
      setIsSending(false);
      startRefresh(() => router.refresh());
    }
  }

  const open = (path: string, ids: readonly string[]) =>
    window.open(`${path}?ids=${ids.join(',')}`, '_blank', 'noopener');

  return (
    <div className="flex flex-col gap-4">
      {makingCount > 0 ? (
        <>
          <FollowPage />
          <p role="status" className="inline-flex items-center gap-2 text-ink-soft">
            <Spinner />
            {t('packing.making_count', { count: makingCount })}
          </p>
        </>
      ) : null}
      {problem ? <Alert tone="bad">{problem}</Alert> : null}
      <div className="top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-sheet px-4 py-2 md:sticky">
        <Checkbox
          label={t('packing.all')}
          checked={picked.length === parcels.length}
          ref={(input) => {
            if (input) input.indeterminate = picked.length > 0 && picked.length < parcels.length;
          }}
          onChange={(event) =>
            choose(
              parcels.map(({ id }) => id),
              event.target.checked,
            )
          }
        />
        <span aria-live="polite" className="text-sm text-ink-soft">
          {t('packing.selected', { count: picked.length })}
        </span>
        <div className="ml-auto flex flex-wrap gap-2">
          {canMake ? (
            <Button
              size="sm"
              disabled={toMake.length === 0}
              pending={isSending || isRefreshing}
              onClick={makeWaybills}
            >
              <Truck aria-hidden="true" />
              {t('packing.waybills')}
            </Button>
          ) : null}
          <Button
            size="sm"
            variant={canMake ? 'secondary' : 'primary'}
            disabled={labels.length === 0}
            onClick={() =>
              open(
                '/api/admin/packing/labels',
                labels.map(({ id }) => id),
              )
            }
          >
            <Tag aria-hidden="true" />
            {t('packing.labels')}
          </Button>
          <Button
            size="sm"
            variant="secondary"
            disabled={picked.length === 0}
            onClick={() =>
              open(
                '/admin/packing/slips',
                picked.map(({ id }) => id),
              )
            }
          >
            <Printer aria-hidden="true" />
            {t('packing.slips')}
          </Button>
        </div>
      </div>
      {groupsOf(parcels).map(({ method, rows }) => (
        <section key={method} className="flex flex-col gap-2">
          <h2 className="mt-2 flex items-baseline gap-3 text-xl">
            {t(`methods.${method}`)}
            <span className="font-sans text-sm text-ink-soft tabular-nums">{rows.length}</span>
          </h2>
          <ul
            data-rows
            className="divide-y divide-line/70 overflow-hidden rounded-card border border-line bg-sheet"
          >
            {rows.map((parcel) => (
              <PackingRow
                key={parcel.id}
                parcel={parcel}
                isChosen={chosen.has(parcel.id)}
                onChoose={(isOn) => choose([parcel.id], isOn)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PackingRow({
  parcel,
  isChosen,
  onChoose,
}: {
  parcel: StaffParcel;
  isChosen: boolean;
  onChoose: (isOn: boolean) => void;
}) {
  const t = useTranslations('delivery');
  const locale = useLocale();
  const shipment = parcel.shipments.findLast(({ status }) => status !== 'CANCELLED');
  return (
    <li
      className={classes(
        'grid grid-cols-[2.75rem_minmax(0,1fr)] items-start gap-x-2 gap-y-1 px-3 py-2 text-sm focus-within:bg-accent-soft/40 hover:bg-linen/50 md:grid-cols-[2.75rem_10.5rem_minmax(0,1fr)_minmax(0,1.2fr)_12rem] md:gap-x-4',
        isChosen && 'bg-accent-soft/60',
      )}
    >
      <input
        type="checkbox"
        aria-label={t('packing.select', { number: parcel.position, order: parcel.orderNumber })}
        checked={isChosen}
        onChange={(event) => onChoose(event.target.checked)}
        className="m-2 my-1 size-5 accent-accent"
      />
      <div className="py-0.5">
        <Link
          href={`/admin/orders/${parcel.orderId}`}
          prefetch={false}
          className="font-semibold whitespace-nowrap text-accent underline underline-offset-4"
        >
          {parcel.orderNumber}
        </Link>
        <span className="text-ink-soft"> / {parcel.position}</span>
        <time dateTime={parcel.placedAt} className="block text-ink-soft">
          {formatInstant(new Date(parcel.placedAt), locale)}
        </time>
      </div>
      <div className="col-start-2 py-0.5 md:col-start-auto">
        <p className="break-words">{parcel.recipient}</p>
        <p className="break-words text-ink-soft">{parcel.city}</p>
        {parcel.pickupPoint ? (
          <p className="break-words text-ink-soft">{parcel.pickupPoint.name}</p>
        ) : null}
      </div>
      <ul className="col-start-2 py-0.5 md:col-start-auto">
        {parcel.items.map((item) => (
          <li key={item.id} className="grid grid-cols-[2.5rem_minmax(0,1fr)]">
            <span className={classes('tabular-nums', item.quantity > 1 ? 'font-semibold' : '')}>
              {item.quantity} ×
            </span>
            <span className="break-words">
              {item.title || item.productName}
              {item.title ? <span className="block text-ink-soft">{item.productName}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <div className="col-start-2 flex flex-wrap content-start items-start gap-2 py-0.5 md:col-start-auto md:justify-end">
        {parcel.isGift ? (
          <Badge tone="accent">
            <Gift aria-hidden="true" />
            {t('section.gift')}
          </Badge>
        ) : null}
        {parcel.isReprint ? <Badge tone="warn">{t('section.reprint')}</Badge> : null}
        {shipment ? <ShipmentBadge status={shipment.status} /> : null}
        {shipment?.isMaking ? <Spinner /> : null}
        {shipment?.trackingNumber ? (
          <span className="break-all tabular-nums">{shipment.trackingNumber}</span>
        ) : null}
        {shipment?.status === 'PROBLEM' && shipment.carrierStatus ? (
          <span className="basis-full break-words text-bad md:text-right">
            {shipment.carrierStatus}
          </span>
        ) : null}
      </div>
    </li>
  );
}

/** By how they travel, in the order of the list. */
function groupsOf(parcels: readonly StaffParcel[]) {
  const groups = new Map<NonNullable<StaffParcel['method']> | 'unknown', StaffParcel[]>();
  for (const parcel of parcels) {
    const method = parcel.method ?? 'unknown';
    groups.set(method, [...(groups.get(method) ?? []), parcel]);
  }
  return [...groups].map(([method, rows]) => ({ method, rows }));
}
