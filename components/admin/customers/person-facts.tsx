import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { CustomerView } from '@/lib/admin/customers/get-customer';
import { formatMoney } from '@/lib/core/money';
import { countryName } from '@/lib/orders/address-lines';
import { formatInstant } from '@/lib/orders/format-period';

/** Who it is, how to reach them, what they like and what they brought. */
export function PersonFacts({ person }: { person: CustomerView }) {
  const t = useTranslations('customers');
  const locale = useLocale();
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const facts: [name: string, value: ReactNode][] = [
    [
      t('email'),
      person.email ? (
        <a
          key="mail"
          className="text-accent underline underline-offset-4"
          href={`mailto:${person.email}`}
        >
          {person.email}
        </a>
      ) : null,
    ],
    [t('phone'), person.phone],
    [t('language'), person.language && languages.of(person.language)],
    [t('print_language'), person.printLanguage && languages.of(person.printLanguage)],
    [t('country'), person.country && countryName(person.country, locale)],
    [t('currency'), person.currency],
    [t('columns.since'), formatInstant(new Date(person.createdAt), locale)],
    [t('dates'), person.counts.eventDates],
    [
      t('spent'),
      person.spent.length > 0
        ? person.spent.map((sum) => formatMoney(sum, locale)).join(' + ')
        : null,
    ],
  ];
  return (
    <Card className="mb-5 p-5 sm:p-5">
      <div className="mb-4 flex flex-wrap gap-2 empty:hidden">
        {person.isGuest ? <Badge>{t('guest')}</Badge> : null}
        {person.erasure ? <Badge>{t('erased_as', { number: person.erasure })}</Badge> : null}
        {person.isBlocked && !person.erasure ? <Badge tone="bad">{t('blocked')}</Badge> : null}
      </div>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-3 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {facts.map(([name, value]) =>
          value === null || value === '' ? null : (
            <div key={name} className="min-w-0">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="font-medium break-words tabular-nums">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </Card>
  );
}
