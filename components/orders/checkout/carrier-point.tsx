'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { callApi } from '@/components/call-api';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import type { DeliveryCity, DeliveryMethod, PickupPoint } from '@/lib/orders/delivery/methods';

/** City, then branch or locker of the carrier, both searched while one types. */
export function CarrierPoint({
  method,
  city,
  point,
  errors,
  onCity,
  onPoint,
}: {
  method: DeliveryMethod;
  city: DeliveryCity | null;
  point: PickupPoint | null;
  errors: Readonly<Record<string, string>>;
  onCity: (city: DeliveryCity) => void;
  onPoint: (point: PickupPoint) => void;
}) {
  const t = useTranslations('checkout');
  const words = useMemo(
    () => ({
      loading: t('search.loading'),
      failed: t('search.failed'),
      again: t('search.again'),
      count: (count: number) => t('search.count', { count }),
    }),
    [t],
  );
  const cityRef = city?.ref ?? '';
  const isLocker = method === 'np-locker';
  const findPoints = useCallback(
    (query: string, signal: AbortSignal) => searchPoints({ cityRef, method, query }, signal),
    [cityRef, method],
  );
  return (
    <div className="flex flex-col gap-4">
      <Field
        label={t('carrier_city')}
        error={errors.carrierCity ? t(`field_errors.${errors.carrierCity}`) : undefined}
      >
        {(control) => (
          <Combobox
            control={control}
            picked={city ? cityLabel(city) : null}
            placeholder={t('carrier_city_placeholder')}
            minLength={2}
            search={searchCities}
            onPick={onCity}
            words={{ ...words, empty: t('search.no_city') }}
          />
        )}
      </Field>
      <Field
        label={t(isLocker ? 'locker' : 'branch')}
        error={errors.pickupPoint ? t(`field_errors.${errors.pickupPoint}`) : undefined}
        hint={city ? undefined : t('city_first')}
      >
        {(control) => (
          <Combobox
            key={`${cityRef} ${method}`}
            control={control}
            picked={point?.name ?? null}
            placeholder={t('point_placeholder')}
            minLength={0}
            search={findPoints}
            onPick={onPoint}
            words={{ ...words, empty: t(isLocker ? 'search.no_locker' : 'search.no_branch') }}
            isDisabled={!city}
          />
        )}
      </Field>
    </div>
  );
}

const cityLabel = ({ name, area }: DeliveryCity) => (area ? `${name}, ${area}` : name);

async function searchCities(
  query: string,
  signal: AbortSignal,
): Promise<ComboboxOption<DeliveryCity>[]> {
  const { cities } = await callApi<{ cities: DeliveryCity[] }>(
    'GET',
    `/api/delivery/cities?${new URLSearchParams({ query })}`,
    undefined,
    { signal },
  );
  return cities.map((city) => ({
    key: city.ref,
    label: city.name,
    ...(city.area ? { hint: city.area } : {}),
    value: city,
  }));
}

async function searchPoints(
  wish: { cityRef: string; method: DeliveryMethod; query: string },
  signal: AbortSignal,
): Promise<ComboboxOption<PickupPoint>[]> {
  const { points } = await callApi<{ points: PickupPoint[] }>(
    'GET',
    `/api/delivery/points?${new URLSearchParams(wish)}`,
    undefined,
    { signal },
  );
  return points.map((point) => ({ key: point.ref, label: point.name, value: point }));
}
