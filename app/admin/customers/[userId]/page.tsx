import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CertificateStatusBadge } from '@/components/admin/certificates/status-badge';
import { ClaimBadge } from '@/components/admin/claims/claim-badge';
import { CustomerActions } from '@/components/admin/customers/customer-actions';
import { Fact, FactList } from '@/components/admin/customers/fact-list';
import { PersonFacts } from '@/components/admin/customers/person-facts';
import { MESSAGE_TONES } from '@/components/admin/messages/message-table';
import { StatusBadge } from '@/components/orders/status-badge';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { getCustomer } from '@/lib/admin/customers/get-customer';
import { CustomerParamsSchema } from '@/lib/admin/customers/schema';
import { isAdmitted } from '@/lib/core/actor';
import { formatMoney } from '@/lib/core/money';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { addressLines } from '@/lib/orders/address-lines';
import { formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('title') };
}

const LINK = 'font-medium text-accent underline underline-offset-4';

const asked = (path: string, query: Record<string, string>) =>
  `${path}?${new URLSearchParams(query)}`;

export default async function CustomerPage({ params }: { params: Promise<{ userId: string }> }) {
  const { userId } = await params;
  const given = CustomerParamsSchema.safeParse({ userId });
  const ctx = await pageCtx('support', `/admin/customers/${userId}`);
  if (!given.success) notFound();
  const t = await getTranslations('customers');
  const tMessage = await getTranslations('messages_desk');
  const tModel = await getTranslations('lora.status');
  const locale = await getLocale();
  const person = await orNotFound(getCustomer(ctx, given.data));
  const time = (at: string) => formatInstant(new Date(at), locale);
  const none = t('nothing');
  // A desk that this member of staff cannot open is not linked.
  const may = {
    look: isAdmitted(ctx.actor, 'admin'),
    stars: isAdmitted(ctx.actor, 'finance'),
    studio: isAdmitted(ctx.actor, 'content'),
  };
  const more = (href: string) => (
    <Link className={LINK} href={href} prefetch={false}>
      {t('all')}
    </Link>
  );
  return (
    <Page
      title={person.name ?? person.email ?? t('guest')}
      actions={
        <>
          {person.erasure ? null : (
            <CustomerActions
              userId={person.id}
              isBlocked={person.isBlocked}
              canLook={may.look && !person.isGuest && !person.isBlocked}
            />
          )}
          <ButtonLink variant="ghost" href="/admin/customers">
            {t('back')}
          </ButtonLink>
        </>
      }
    >
      <PersonFacts person={person} />
      <div className="gap-5 lg:columns-2 [&>*]:mb-5 [&>*]:break-inside-avoid">
        <FactList
          title={t('orders', { count: person.counts.orders })}
          none={none}
          more={
            person.email && person.counts.orders > person.orders.length
              ? more(asked('/admin/orders', { search: person.email }))
              : null
          }
        >
          {person.orders.map((order) => (
            <Fact
              key={order.id}
              left={
                <>
                  <Link className={LINK} href={`/admin/orders/${order.id}`} prefetch={false}>
                    {order.number}
                  </Link>
                  <span className="block text-ink-soft">{time(order.placedAt)}</span>
                </>
              }
              state={<StatusBadge status={order.status} />}
              right={formatMoney(order.total, locale)}
            />
          ))}
        </FactList>
        <FactList title={t('claims')} none={none}>
          {person.claims.map((claim) => (
            <Fact
              key={claim.id}
              left={
                <Link className={LINK} href={`/admin/claims/${claim.id}`} prefetch={false}>
                  {claim.number}
                </Link>
              }
              state={<ClaimBadge status={claim.status} />}
              right={time(claim.createdAt)}
            />
          ))}
        </FactList>
        <FactList
          title={t('messages')}
          none={none}
          more={more(asked('/admin/messages', { search: person.id }))}
        >
          {person.messages.map((message) => {
            const kind = `kinds.${message.template}` as 'kinds.order-confirmed';
            return (
              <Fact
                key={message.id}
                left={
                  <Link className={LINK} href={`/admin/messages/${message.id}`} prefetch={false}>
                    {tMessage.has(kind) ? tMessage(kind) : message.template}
                  </Link>
                }
                state={
                  <>
                    <span className="text-ink-soft">
                      {tMessage(`channels.${message.channel as 'MAIL'}`)}
                    </span>
                    <Badge tone={MESSAGE_TONES[message.status]}>
                      {tMessage(`states.${message.status}`)}
                    </Badge>
                  </>
                }
                right={time(message.createdAt)}
              />
            );
          })}
        </FactList>
        <FactList
          title={t('work')}
          none={none}
          more={may.studio ? more(asked('/admin/studio', { search: person.id })) : null}
        >
          {[
            <Fact key="pictures" left={t('pictures')} right={person.counts.pictures} />,
            <Fact key="made" left={t('generations')} right={person.counts.generations} />,
            ...person.models.map((model) => (
              <Fact
                key={model.id}
                left={model.name}
                state={
                  <Badge>{tModel.has(model.status) ? tModel(model.status) : model.status}</Badge>
                }
                right={time(model.createdAt)}
              />
            )),
          ]}
        </FactList>
        <FactList
          title={t('stars')}
          none={none}
          more={
            may.stars && person.email ? more(asked('/admin/stars', { email: person.email })) : null
          }
        >
          {[
            ...(person.stars
              ? [
                  <Fact
                    key="balance"
                    left={t('stars_free')}
                    right={t('stars_held', {
                      balance: person.stars.balance,
                      held: person.stars.held,
                    })}
                  />,
                ]
              : []),
            ...person.purchases.map((bought) => (
              <Fact
                key={bought.id}
                left={t('stars_bought', { count: bought.stars })}
                state={
                  bought.refundedStars > 0 ? (
                    <Badge tone="warn">{t('stars_back', { count: bought.refundedStars })}</Badge>
                  ) : null
                }
                right={time(bought.createdAt)}
              />
            )),
          ]}
        </FactList>
        <FactList title={t('calendars', { count: person.counts.calendars })} none={none}>
          {person.calendars.map((calendar) => (
            <Fact
              key={calendar.id}
              left={calendar.title || t('untitled')}
              right={time(calendar.updatedAt)}
            />
          ))}
        </FactList>
        <FactList title={t('certificates')} none={none}>
          {person.certificates.map((own) => (
            <Fact
              key={own.id}
              left={
                may.stars ? (
                  <Link
                    className={`${LINK} font-mono`}
                    href={`/admin/certificates/${own.id}`}
                    prefetch={false}
                  >
                    …{own.codeEnd}
                  </Link>
                ) : (
                  <span className="font-mono">…{own.codeEnd}</span>
                )
              }
              state={<CertificateStatusBadge status={own.status} />}
              right={t('certificate_left', {
                worth: formatMoney(own.worth, locale),
                left: formatMoney(own.left, locale),
              })}
            />
          ))}
        </FactList>
        <FactList title={t('addresses')} none={none}>
          {person.addresses.map((saved) => (
            <Fact
              key={saved.id}
              left={
                <>
                  {saved.label ? <span className="font-medium">{saved.label}: </span> : null}
                  {addressLines(saved.address, locale).join(', ')}
                </>
              }
              state={saved.isDefault ? <Badge>{t('address_usual')}</Badge> : null}
            />
          ))}
        </FactList>
        <FactList title={t('sessions')} none={none}>
          {person.sessions.map((session) => (
            <Fact
              key={session.id}
              left={
                [session.device.browser, session.device.system].filter(Boolean).join(', ') ||
                t('browser_unknown')
              }
              state={
                session.isOver ? (
                  <Badge>{t('session_over')}</Badge>
                ) : (
                  <Badge tone="good">{t('session_open')}</Badge>
                )
              }
              right={time(session.lastSeenAt)}
            />
          ))}
        </FactList>
        <FactList title={t('consents')} none={none}>
          {[
            ...person.consents.map((consent) => {
              const purpose = `purposes.${consent.purpose}` as 'purposes.lora';
              return (
                <Fact
                  key={consent.id}
                  left={t.has(purpose) ? t(purpose) : consent.purpose}
                  state={
                    consent.withdrawnAt ? (
                      <Badge>{t('withdrawn', { date: time(consent.withdrawnAt) })}</Badge>
                    ) : (
                      <span className="text-ink-soft">
                        {t('text_version', { version: consent.textVersion })}
                      </span>
                    )
                  }
                  right={time(consent.givenAt)}
                />
              );
            }),
            ...person.exports.map((made) => (
              <Fact
                key={made.id}
                left={t('export')}
                state={<Badge>{t(`export_states.${made.status}`)}</Badge>}
                right={time(made.createdAt)}
              />
            )),
          ]}
        </FactList>
        <FactList title={t('links')} none={none}>
          {person.links.map((link) => (
            <Fact key={link.id} left={t(`services.${link.provider}`)} right={link.label} />
          ))}
        </FactList>
        <FactList
          title={t('history')}
          none={none}
          more={may.look ? more(asked('/admin/audit', { subject: person.id })) : null}
        >
          {person.notes.map((note) => {
            const action = `actions.${note.action.replace('.', '_')}` as 'actions.customer_blocked';
            return (
              <Fact
                key={note.id}
                left={
                  <>
                    <span className="font-medium">{t.has(action) ? t(action) : note.action}</span>
                    {note.reason ? <span className="block">{note.reason}</span> : null}
                  </>
                }
                right={time(note.createdAt)}
              />
            );
          })}
        </FactList>
      </div>
    </Page>
  );
}
