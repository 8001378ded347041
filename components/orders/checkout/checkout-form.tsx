'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useCallback, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, Input } from '@/components/ui/field';
import { parsePlainDate } from '@/lib/core/plain-date';
import type { Problem } from '@/lib/http/problem';
import {
  addParcel,
  canAddParcel,
  removeParcel,
  stepCopies,
} from '@/lib/orders/checkout-draft/parcels';
import type { CheckoutView } from '@/lib/orders/get-checkout';
import { PARCELS_MAX } from '@/lib/orders/price-order';
import type { QuoteView } from '@/lib/orders/schema';
import { tillsFor } from '@/lib/payments/till-choice';
import { CountryField } from '../address-fields';
import { TillChoice } from '../till-choice';
import { useRestored } from '../use-restored';
import {
  type CheckoutErrors,
  type CheckoutState,
  checkParcelAddress,
  checkState,
  errorsOf,
  fitState,
  lastWantedDay,
  needsPoint,
  newParcel,
  type ParcelState,
  serverErrors,
  startState,
  toDraft,
  toOrderParcels,
  toQuoteInput,
} from './checkout-state';
import { Codes, endOfCode } from './codes';
import { ParcelCard } from './parcel-card';
import { Periods } from './periods';
import { Summary } from './summary';
import { useDraft } from './use-draft';
import { useQuote } from './use-quote';

/** Everything about an order on one page; one press orders and leads to the till, or straight to the order. */
export function CheckoutForm({ checkout }: { checkout: CheckoutView }) {
  const t = useTranslations('checkout');
  const locale = useLocale();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { cart } = checkout;
  const [filled, setFilled] = useState<CheckoutState>(() => startState(checkout));
  const state = fitState(filled, checkout);
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<CheckoutErrors>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPlacing, setIsPlacing] = useState(false);
  const [turn, setTurn] = useState(0);
  // One key for one wish: pressing twice, or again after a cut connection, places one order.
  const request = useRef<{ key: string; wish: string } | null>(null);
  const { stop, begin } = useDraft(toDraft(state, checkout));
  useRestored(
    useCallback(() => {
      setIsPlacing(false);
      begin();
      router.refresh();
    }, [router, begin]),
  );
  const pricing = useQuote(toQuoteInput(state, checkout), turn);
  const quote = pricing.isCurrent ? pricing.quote : null;
  const hasParcels = state.parcels.length > 0;
  const tills = tillsFor({
    currency: cart.currency,
    country: state.parcels[0]?.address.country ?? state.country,
    available: checkout.tills,
  });
  const till = tills.find((name) => name === state.till) ?? tills[0] ?? null;

  const set = (change: Partial<CheckoutState>) => setFilled({ ...state, ...change });
  const settle = (...fields: string[]) =>
    setErrors((old) =>
      Object.fromEntries(Object.entries(old).filter(([path]) => !fields.includes(path))),
    );
  const setParcels = (parcels: ParcelState[]) => {
    set({ parcels });
    settle(...parcels.map(({ key }) => `${key}.items`));
  };
  const changeParcel = (key: string, change: Partial<ParcelState>, touched: readonly string[]) => {
    set({
      parcels: state.parcels.map((parcel) =>
        parcel.key === key ? { ...parcel, ...change } : parcel,
      ),
    });
    settle(...touched.map((field) => `${key}.${field}`));
  };

  /** Says what is wrong with one field once it was left, and no sooner. */
  function checkLeft(path: string, reason: string | undefined) {
    if (reason) setErrors((old) => ({ ...old, [path]: reason }));
    else settle(path);
  }

  function showErrors(found: CheckoutErrors) {
    setErrors(found);
    if (Object.keys(found).length === 0) return;
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus();
    });
  }

  async function place(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    const found = checkState(state, !cart.lines.every(({ id }) => confirmed.has(id)));
    showErrors(found);
    if (Object.keys(found).length > 0 || !quote || isPlacing) return;
    setIsPlacing(true);
    try {
      await order(quote);
    } catch (error) {
      setIsPlacing(false);
      begin();
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      showErrors(serverErrors(error.problem, state.parcels));
      if (/^(cart|promo|certificate|delivery)\./.test(error.problem.code)) {
        setTurn((value) => value + 1);
      }
    }
  }

  async function order(priced: QuoteView) {
    const wish = {
      contactEmail: state.contactEmail,
      currency: cart.currency,
      locale,
      // Without anything left to pay no till is asked; the order still names one.
      till: till ?? 'STRIPE',
      parcels: toOrderParcels(state),
      country: hasParcels ? null : state.country,
      promoCode: priced.promo ? state.promoCode : null,
      certificateCodes: state.certificateCodes.filter(
        (code) => !priced.certificateProblems.some(({ codeEnd }) => codeEnd === endOfCode(code)),
      ),
      confirmed: cart.lines.map(({ id, period }) => ({ cartItemId: id, ...period })),
      expectedDueMinor: priced.due.amountMinor,
    };
    const text = JSON.stringify(wish);
    if (request.current?.wish !== text) {
      request.current = { key: crypto.randomUUID(), wish: text };
    }
    stop();
    const { orderId, redirectUrl } = await callApi<{ orderId: string; redirectUrl: string | null }>(
      'POST',
      '/api/orders',
      { ...wish, requestKey: request.current.key },
    );
    await keepAddresses(state.parcels);
    if (redirectUrl) window.location.assign(redirectUrl);
    else router.push(`/orders/${orderId}${priced.due.amountMinor === 0 ? '?payment=done' : ''}`);
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={place}
      className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <div className="flex min-w-0 flex-col gap-10">
        <section className="flex flex-col gap-4">
          <h2 className="text-2xl">{t('contact')}</h2>
          <Card className="grid gap-4 sm:grid-cols-2">
            <Field
              label={t('email')}
              hint={t('email_hint')}
              error={errors.contactEmail ? t(`field_errors.${errors.contactEmail}`) : undefined}
              className={hasParcels ? '' : 'sm:col-span-2'}
            >
              {(control) => (
                <Input
                  {...control}
                  type="email"
                  name="contactEmail"
                  autoComplete="email"
                  value={state.contactEmail}
                  onChange={(event) => {
                    set({ contactEmail: event.target.value });
                    settle('contactEmail');
                  }}
                  onBlur={() => checkLeft('contactEmail', checkState(state, false).contactEmail)}
                />
              )}
            </Field>
            {hasParcels ? (
              <Field label={t('optional', { label: t('wanted_by') })} hint={t('wanted_by_hint')}>
                {(control) => (
                  <Input
                    {...control}
                    type="date"
                    name="wantedBy"
                    min={checkout.today}
                    max={lastWantedDay(checkout.today)}
                    value={state.wantedBy ?? ''}
                    onChange={(event) => set({ wantedBy: parsePlainDate(event.target.value) })}
                  />
                )}
              </Field>
            ) : null}
          </Card>
        </section>

        <section className="flex flex-col gap-4">
          <h2 className="text-2xl">{t(hasParcels ? 'delivery' : 'files')}</h2>
          {state.parcels.map((parcel, index) => (
            <ParcelCard
              key={parcel.key}
              checkout={checkout}
              parcel={parcel}
              number={index + 1}
              isOnly={state.parcels.length === 1}
              errors={errorsOf(errors, parcel.key)}
              wantedBy={state.wantedBy}
              onChange={(change, touched) => changeParcel(parcel.key, change, touched)}
              onLeave={(field) =>
                checkLeft(`${parcel.key}.${field}`, checkParcelAddress(parcel)[field])
              }
              onStep={(cartItemId, step) =>
                setParcels(stepCopies(state.parcels, parcel.key, cartItemId, step))
              }
              onRemove={() => setParcels(removeParcel(state.parcels, parcel.key))}
            />
          ))}
          {hasParcels ? (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button
                variant="secondary"
                disabled={!canAddParcel(state.parcels)}
                onClick={() => setParcels(addParcel(state.parcels, newParcel(checkout)))}
              >
                <Plus aria-hidden="true" />
                {t('add_address')}
              </Button>
              <p aria-live="polite" className="text-sm text-ink-soft">
                {canAddParcel(state.parcels)
                  ? t('add_address_hint')
                  : state.parcels.length >= PARCELS_MAX
                    ? t('addresses_max', { max: PARCELS_MAX })
                    : t('add_address_more_copies')}
              </p>
            </div>
          ) : (
            <Card className="flex flex-col gap-4">
              <p>{t('files_text')}</p>
              <CountryField
                value={state.country}
                countries={checkout.countries}
                hint={t('country_hint')}
                onChange={(country) => set({ country })}
              />
            </Card>
          )}
        </section>

        <section className="flex flex-col gap-4">
          <h2 className="text-2xl">{t('periods')}</h2>
          <Card className="flex flex-col gap-3">
            <p className="text-ink-soft">{t(hasParcels ? 'periods_lead' : 'periods_lead_files')}</p>
            <Periods
              lines={cart.lines}
              confirmed={confirmed}
              error={errors.confirmed}
              onChange={(next) => {
                setConfirmed(next);
                settle('confirmed');
              }}
            />
          </Card>
        </section>

        <section className="flex flex-col gap-4">
          <h2 className="text-2xl">{t('codes.title')}</h2>
          <Card>
            <Codes
              promoCode={state.promoCode}
              certificateCodes={state.certificateCodes}
              quote={quote}
              onPromo={(promoCode) => set({ promoCode })}
              onCertificates={(certificateCodes) => set({ certificateCodes })}
            />
          </Card>
        </section>

        {pricing.quote?.due.amountMinor === 0 || !till ? null : (
          <section className="flex flex-col gap-4">
            <h2 className="text-2xl">{t('payment')}</h2>
            <Card>
              <TillChoice tills={tills} value={till} onChange={(name) => set({ till: name })} />
            </Card>
          </section>
        )}
      </div>
      <Summary
        pricing={pricing}
        problem={problem}
        errorCount={Object.keys(errors).length}
        isPlacing={isPlacing}
        isFilesOnly={!hasParcels}
        hasTill={till !== null}
        onPriceAgain={() => setTurn((value) => value + 1)}
      />
    </form>
  );
}

/** Addresses that were to be kept. One that cannot be is no reason to hold up the order. */
async function keepAddresses(parcels: readonly ParcelState[]): Promise<void> {
  const kept = parcels.filter(({ isKept, method }) => isKept && !needsPoint(method));
  await Promise.allSettled(
    kept.map(({ address }) =>
      callApi('POST', '/api/addresses', { label: '', address, isDefault: false }),
    ),
  );
}
