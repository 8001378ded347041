'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useCallback, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox, Field, Input } from '@/components/ui/field';
import { Spinner } from '@/components/ui/spinner';
import { useErrorMessage } from '@/components/use-error-message';
import { formatMoney } from '@/lib/core/money';
import type { Problem } from '@/lib/http/problem';
import { ADDRESS_FIELDS, type AddressField, checkAddress } from '@/lib/orders/address';
import { isEmail } from '@/lib/orders/contact-email';
import { formatDay, formatMonth } from '@/lib/orders/format-period';
import type { CheckoutView } from '@/lib/orders/get-checkout';
import { AddressFields, type AddressValues } from './address-fields';
import { OrderTotals } from './order-totals';
import { useQuote } from './use-quote';
import { useRestored } from './use-restored';

type FieldErrors = Partial<Record<AddressField, string>> & {
  contactEmail?: string;
  confirmed?: string;
};

/** Contact, address, months and years, totals: then one press orders and leads to the pay page. */
export function CheckoutForm({ checkout }: { checkout: CheckoutView }) {
  const t = useTranslations('orders.checkout');
  const tOrders = useTranslations('orders');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { cart } = checkout;
  const [email, setEmail] = useState(checkout.email);
  const [address, setAddress] = useState<AddressValues>({
    recipient: checkout.recipient,
    phone: '',
    line1: '',
    line2: '',
    city: '',
    postalCode: '',
    region: '',
    country: checkout.country,
  });
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPlacing, setIsPlacing] = useState(false);
  const [turn, setTurn] = useState(0);
  // One key for one wish: pressing twice, or again after a cut connection, places one order.
  const request = useRef<{ key: string; wish: string } | null>(null);
  useRestored(
    useCallback(() => {
      setIsPlacing(false);
      router.refresh();
    }, [router]),
  );
  const pricing = useQuote(address.country, cart.currency, turn);
  const quote = pricing.state === 'priced' ? pricing.quote : null;

  function check(): FieldErrors {
    const result = checkAddress(address);
    return {
      ...(result.ok ? {} : result.fields),
      ...(isEmail(email.trim()) ? {} : { contactEmail: 'bad_email' }),
      ...(cart.lines.every(({ id }) => confirmed.has(id)) ? {} : { confirmed: 'unconfirmed' }),
    };
  }

  /** Says what is wrong with one field once it was left, and no sooner. */
  function checkLeft(field: AddressField | 'contactEmail') {
    const reason = check()[field];
    setErrors(({ [field]: _, ...rest }) => (reason ? { ...rest, [field]: reason } : rest));
  }

  function keyFor(wish: string): string {
    if (request.current?.wish !== wish) request.current = { key: crypto.randomUUID(), wish };
    return request.current.key;
  }

  async function place(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    const found = check();
    setErrors(found);
    if (Object.keys(found).length > 0 || !quote) {
      requestAnimationFrame(() => {
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      });
      return;
    }
    const wish = {
      contactEmail: email,
      address,
      currency: cart.currency,
      locale,
      confirmed: cart.lines.map(({ id, period }) => ({ cartItemId: id, ...period })),
      expectedTotalMinor: quote.total.amountMinor,
    };
    setIsPlacing(true);
    try {
      const { orderId, redirectUrl } = await callApi<{
        orderId: string;
        redirectUrl: string | null;
      }>('POST', '/api/orders', { ...wish, requestKey: keyFor(JSON.stringify(wish)) });
      if (redirectUrl) window.location.assign(redirectUrl);
      else router.push(`/orders/${orderId}`);
    } catch (error) {
      setIsPlacing(false);
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      setErrors(fieldErrorsOf(error.problem));
      if (error.problem.code === 'cart.total_changed') setTurn((value) => value + 1);
    }
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={place}
      className="grid items-start gap-8 lg:grid-cols-[1fr_24rem]"
    >
      <div className="flex flex-col gap-6">
        <Card className="flex flex-col gap-4">
          <h2 className="text-2xl">{t('contact')}</h2>
          <Field
            label={t('email')}
            hint={t('email_hint')}
            error={errors.contactEmail ? t(`field_errors.${errors.contactEmail}`) : undefined}
          >
            {(control) => (
              <Input
                {...control}
                type="email"
                name="contactEmail"
                autoComplete="email"
                value={email}
                onChange={(event) => setEmail(event.target.value)}
                onBlur={() => checkLeft('contactEmail')}
              />
            )}
          </Field>
        </Card>
        <Card className="flex flex-col gap-4">
          <h2 className="text-2xl">{t('delivery')}</h2>
          <AddressFields
            values={address}
            errors={errors}
            countries={checkout.countries}
            onChange={(field, value) => {
              setAddress((old) => ({
                ...old,
                [field]: value,
                ...(field === 'country' ? { region: '' } : {}),
              }));
              setErrors(({ [field]: _, ...rest }) => rest);
            }}
            onLeave={checkLeft}
          />
        </Card>
        <Card className="flex flex-col gap-3">
          <h2 className="text-2xl">{t('periods')}</h2>
          <p className="text-ink-soft">{t('periods_lead')}</p>
          {cart.lines.map(({ id, title, period }) => {
            const isConfirmed = confirmed.has(id);
            const words = {
              title: title || tOrders('untitled'),
              first: formatMonth(period.first, locale),
              last: formatMonth(period.last, locale),
            };
            return (
              <Checkbox
                key={id}
                name={`confirmed-${id}`}
                checked={isConfirmed}
                aria-invalid={errors.confirmed && !isConfirmed ? true : undefined}
                aria-describedby={errors.confirmed ? 'unconfirmed' : undefined}
                onChange={(event) => {
                  const next = new Set(confirmed);
                  if (event.target.checked) next.add(id);
                  else next.delete(id);
                  setConfirmed(next);
                  setErrors(({ confirmed: _, ...rest }) => rest);
                }}
                label={
                  <span className="text-lg">
                    {t(period.first === period.last ? 'period_one' : 'period', words)}
                  </span>
                }
              />
            );
          })}
          {errors.confirmed ? (
            <p id="unconfirmed" className="text-sm font-medium text-bad">
              {t(`field_errors.${errors.confirmed}`)}
            </p>
          ) : null}
        </Card>
      </div>
      <Card className="flex flex-col gap-5 lg:sticky lg:top-6">
        <h2 className="text-2xl">{t('summary')}</h2>
        <ul className="flex flex-col gap-2 border-b border-line pb-4">
          {cart.lines.map((line) => (
            <li key={line.id} className="flex justify-between gap-4">
              <span className="min-w-0">
                <span className="block break-words">{line.title || tOrders('untitled')}</span>
                <span className="block text-sm text-ink-soft">
                  {tOrders('copies', { count: line.quantity })}, {line.productName}
                </span>
              </span>
              {line.total ? (
                <span className="tabular-nums">{formatMoney(line.total, locale)}</span>
              ) : null}
            </li>
          ))}
        </ul>
        <div aria-live="polite" className="flex flex-col gap-4">
          {quote ? (
            <>
              <OrderTotals {...quote} />
              <div className="rounded-control bg-linen px-4 py-3">
                <p className="font-medium">
                  {t('arrival', {
                    from: formatDay(quote.arrival.from, locale),
                    to: formatDay(quote.arrival.to, locale),
                  })}
                </p>
                <p className="text-sm text-ink-soft">{t('arrival_hint')}</p>
              </div>
            </>
          ) : pricing.state === 'refused' ? (
            <Alert tone="warn">{errorMessage(pricing.problem)}</Alert>
          ) : (
            <p className="flex items-center gap-3 text-ink-soft">
              <Spinner /> {t('pricing')}
            </p>
          )}
        </div>
        {problem ? (
          <Alert tone="bad">
            {errorMessage(problem)}{' '}
            {problem.code.startsWith('cart.') || problem.code.startsWith('proof.') ? (
              <Link href="/cart" className="underline underline-offset-4">
                {t('to_cart')}
              </Link>
            ) : null}
          </Alert>
        ) : null}
        <Button
          type="submit"
          size="lg"
          pending={isPlacing}
          disabled={!quote}
          className="whitespace-normal"
        >
          {isPlacing
            ? t('placing')
            : t('place', { total: quote ? formatMoney(quote.total, locale) : '…' })}
        </Button>
        <p className="text-sm text-ink-soft">{t('terms')}</p>
      </Card>
    </form>
  );
}

/** The server's reasons, by the names that the fields have here. */
function fieldErrorsOf(problem: Problem): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of ADDRESS_FIELDS) {
    const reason = problem.fields[`address.${field}`];
    if (reason) errors[field] = reason;
  }
  if (problem.fields.contactEmail) errors.contactEmail = problem.fields.contactEmail;
  if (problem.code === 'cart.year_unconfirmed') errors.confirmed = 'unconfirmed';
  return errors;
}
