'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonDialog } from '@/components/admin/reason-dialog';
import { Field, Select } from '@/components/ui/field';
import type { ShipmentStatus } from '@/lib/orders/delivery/shipment-states';

/** What is shown first: most often a parcel has arrived. */
const USUAL: ShipmentStatus = 'DELIVERED';

/** Says where a parcel is when its carrier does not. */
export function MoveDialog({
  shipmentId,
  moves,
}: {
  shipmentId: string;
  moves: readonly ShipmentStatus[];
}) {
  const t = useTranslations('delivery');
  const [chosen, setChosen] = useState<ShipmentStatus | null>(null);
  // What was chosen may have happened meanwhile.
  const to = moves.find((move) => move === chosen) ?? moves.find((move) => move === USUAL);
  const needsReason = to === 'PROBLEM' || to === 'RETURNED';
  return (
    <ReasonDialog
      path={`/api/admin/shipments/${shipmentId}/move`}
      body={to ? { to } : null}
      isOptional={!needsReason}
      look={{ variant: 'secondary', size: 'sm' }}
      tone="primary"
      copy={{
        open: t('move.open'),
        title: t('move.title'),
        text: t('move.text'),
        send: t('move.submit'),
        done: t('move.done'),
      }}
    >
      <Field label={t('move.to')}>
        {(control) => (
          <Select
            {...control}
            value={to}
            onChange={(event) =>
              setChosen(moves.find((move) => move === event.target.value) ?? null)
            }
          >
            {moves.map((move) => (
              <option key={move} value={move}>
                {t(`status.${move}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </ReasonDialog>
  );
}
