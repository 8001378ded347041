import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { CustomerActions } from '@/components/admin/customers/customer-actions';
import { Fact, FactList } from '@/components/admin/customers/fact-list';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { getCustomer } from '@/lib/admin/customers/get-customer';
import { CustomerParamsSchema } from '@/lib/admin/customers/schema';
import { isAdmitted } from '@/lib/core/actor';
import { formatMoney } from '@/lib/core/money';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('title') };
}

const LINK = 'font-medium text-accent underline underline-offset-4';

export default async function CustomerPage({ params }: { params: Promise<{ userId: string }> }) {
  const given = CustomerParamsSchema.safeParse(await params);
  const ctx = await pageCtx('support', '/admin/customers');
  if (!given.success) notFound();
  const t = await getTranslations('customers');
  const tStatus = await getTranslations('orders.status');
  const tClaim = await getTranslations('claims.desk.state_of');
  const tMessage = await getTranslations('messages_desk');
  const tModel = await getTranslations('lora.status');
  const format = await getFormatter();
  const locale = await getLocale();
  const person = await orNotFound(getCustomer(ctx, given.data));
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' });
  const time = (at: string) => formatInstant(new Date(at), locale);
  const none = t('nothing');
  return (
    <Page
      title={person.name ?? person.email ?? t('guest')}
      actions={
        <ButtonLink variant="secondary" href="/admin/customers">
          {t('back')}
        </ButtonLink>
      }
    >
      <div className="mb-6 flex flex-wrap items-center gap-2">
        {person.isGuest ? <Badge>{t('guest')}</Badge> : null}
        {person.erasure ? <Badge>{t('erased_as', { number: person.erasure })}</Badge> : null}
        {person.isBlocked && !person.erasure ? <Badge tone="bad">{t('blocked')}</Badge> : null}
        <span className="text-sm text-ink-soft">
          {[person.email, person.phone, person.language, person.country]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        <span className="text-sm text-ink-soft">{t('since', { date: day(person.createdAt) })}</span>
      </div>
      {person.erasure ? null : (
        <div className="mb-8">
          <CustomerActions
            userId={person.id}
            isBlocked={person.isBlocked}
            canLook={isAdmitted(ctx.actor, 'admin') && !person.isGuest && !person.isBlocked}
          />
        </div>
      )}
      <div className="grid items-start gap-5 md:grid-cols-2">
        <FactList title={t('orders', { count: person.counts.orders })} none={none}>
          {person.orders.map((order) => (
            <Fact
              key={order.id}
              left={
                <Link className={LINK} href={`/admin/orders/${order.id}`}>
                  {order.number}
                </Link>
              }
              right={`${tStatus(order.status)}, ${formatMoney(order.total, locale)}, ${day(order.placedAt)}`}
            />
          ))}
        </FactList>
        <FactList title={t('claims')} none={none}>
          {person.claims.map((claim) => (
            <Fact
              key={claim.id}
              left={
                <Link className={LINK} href={`/admin/claims/${claim.id}`}>
                  {claim.number}
                </Link>
              }
              right={`${tClaim.has(claim.status) ? tClaim(claim.status) : claim.status}, ${day(claim.createdAt)}`}
            />
          ))}
        </FactList>
        <FactList title={t('calendars', { count: person.counts.calendars })} none={none}>
          {person.calendars.map((calendar) => (
            <Fact
              key={calendar.id}
              left={calendar.title || t('untitled')}
              right={day(calendar.updatedAt)}
            />
          ))}
        </FactList>
        <FactList title={t('work')} none={none}>
          <Fact key="pictures" left={t('pictures')} right={person.counts.pictures} />
          <Fact key="made" left={t('generations')} right={person.counts.generations} />
          <Fact key="dates" left={t('dates')} right={person.counts.eventDates} />
          {person.stars ? (
            <Fact
              key="stars"
              left={t('stars')}
              right={t('stars_held', { balance: person.stars.balance, held: person.stars.held })}
            />
          ) : null}
          {person.models.map((model) => (
            <Fact
              key={model.id}
              left={model.name}
              right={`${tModel.has(model.status) ? tModel(model.status) : model.status}, ${day(model.createdAt)}`}
            />
          ))}
        </FactList>
        <FactList title={t('certificates')} none={none}>
          {person.certificates.map((own) => (
            <Fact
              key={own.id}
              left={`…${own.codeEnd}`}
              right={t('certificate_left', {
                worth: formatMoney(own.worth, locale),
                left: formatMoney(own.left, locale),
              })}
            />
          ))}
        </FactList>
        <FactList title={t('messages')} none={none}>
          {person.messages.map((message) => (
            <Fact
              key={message.id}
              left={
                <Link className={LINK} href={`/admin/messages/${message.id}`}>
                  {message.template}
                </Link>
              }
              right={`${tMessage(`channels.${message.channel as 'MAIL'}`)}, ${tMessage(`states.${message.status as 'SENT'}`)}, ${time(message.createdAt)}`}
            />
          ))}
        </FactList>
        <FactList title={t('sessions')} none={none}>
          {person.sessions.map((session) => (
            <Fact
              key={session.id}
              left={
                [session.device.browser, session.device.system].filter(Boolean).join(', ') || '?'
              }
              right={`${session.isOver ? t('session_over') : t('session_open')}, ${time(session.lastSeenAt)}`}
            />
          ))}
        </FactList>
        <FactList title={t('consents')} none={none}>
          {person.consents.map((consent) => (
            <Fact
              key={consent.id}
              left={`${consent.purpose} (${consent.textVersion})`}
              right={
                consent.withdrawnAt
                  ? t('withdrawn', { date: day(consent.withdrawnAt) })
                  : day(consent.givenAt)
              }
            />
          ))}
        </FactList>
        <FactList title={t('links')} none={none}>
          {person.links.map((link) => (
            <Fact key={link.id} left={link.provider} right={link.label} />
          ))}
        </FactList>
        <FactList title={t('history')} none={none}>
          {person.notes.map((note) => (
            <Fact
              key={note.id}
              left={[note.action, note.reason].filter(Boolean).join(': ')}
              right={time(note.createdAt)}
            />
          ))}
        </FactList>
      </div>
    </Page>
  );
}
