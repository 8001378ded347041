import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ContactForm } from '@/components/account/contact-form';
import { PasswordForm } from '@/components/account/password-form';
import { ProfileForm } from '@/components/account/profile-form';
import { SessionList } from '@/components/account/session-list';
import { SettingsForm } from '@/components/account/settings-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { PASSWORD_MIN } from '@/lib/accounts/check-password';
import { readAccount } from '@/lib/accounts/read-account';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import {
  beginContactChangeAction,
  changePasswordAction,
  endSessionAction,
  finishContactChangeAction,
  removePhoneAction,
  saveNameAction,
  saveSettingsAction,
  signOutEverywhereAction,
} from '../actions';
import { settingChoices } from './setting-choices';

const PHONES = new Set(['iPhone', 'Android']);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.account');
  return { title: t('title') };
}

export default async function AccountPage() {
  const ctx = await pageCtx('customer', '/account');
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('accounts');
  const addresses = await getTranslations('addresses');
  const dates = await getTranslations('dates.book');
  const stars = await getTranslations('stars');
  const privacy = await getTranslations('privacy');
  const preferences = await getTranslations('preferences');
  const links = await getTranslations('links.page');
  const format = await getFormatter();
  const account = await readAccount(ctx, locale);
  const now = ctx.clock.now();
  const sessions = account.sessions.map(({ id, isThisOne, device, lastSeenAt }) => ({
    id,
    isThisOne,
    isPhone: PHONES.has(device.system ?? ''),
    device: t('sessions.device', {
      browser: device.browser ?? t('sessions.some_browser'),
      system: device.system ?? 'none',
    }),
    seen: isThisOne
      ? t('sessions.seen_now')
      : t('sessions.seen', { when: format.relativeTime(lastSeenAt, now) }),
  }));
  return (
    <Page
      title={t('account.title')}
      lead={t('account.lead')}
      actions={
        <>
          <ButtonLink href="/calendars" variant="secondary">
            {t('account.calendars')}
          </ButtonLink>
          <ButtonLink href="/orders" variant="secondary">
            {t('account.orders')}
          </ButtonLink>
          <ButtonLink href="/account/addresses" variant="secondary">
            {addresses('title')}
          </ButtonLink>
          <ButtonLink href="/account/dates" variant="secondary">
            {dates('title')}
          </ButtonLink>
          <ButtonLink href="/account/stars" variant="secondary">
            {stars('page.title')}
          </ButtonLink>
          <ButtonLink href="/account/messages" variant="secondary">
            {preferences('title')}
          </ButtonLink>
          <ButtonLink href="/account/links" variant="secondary">
            {links('title')}
          </ButtonLink>
          <ButtonLink href="/account/data" variant="secondary">
            {privacy('data.title')}
          </ButtonLink>
        </>
      }
    >
      <div className="flex flex-col divide-y divide-line">
        <Section id="profile" title={t('profile.title')} text={t('profile.text')}>
          <ProfileForm name={account.name ?? ''} save={saveNameAction} />
        </Section>
        <Section id="contact" title={t('contact.title')} text={t('contact.text')}>
          <ContactForm
            email={account.email ?? ''}
            phone={account.phone}
            hasPassword={account.hasPassword}
            hasTexts={account.hasTexts}
            begin={beginContactChangeAction}
            finish={finishContactChangeAction}
            removePhone={removePhoneAction}
          />
        </Section>
        <Section id="settings" title={t('settings.title')} text={t('settings.text')}>
          <SettingsForm
            settings={account.settings}
            choices={settingChoices(locale)}
            save={saveSettingsAction}
          />
        </Section>
        <Section id="password" title={t('password.title')} text={t('password.text')}>
          <PasswordForm
            email={account.email ?? ''}
            passwordMin={PASSWORD_MIN}
            change={changePasswordAction}
          />
        </Section>
        <Section id="sessions" title={t('sessions.title')} text={t('sessions.text')}>
          <SessionList
            sessions={sessions}
            end={endSessionAction}
            endAll={signOutEverywhereAction}
          />
        </Section>
      </div>
    </Page>
  );
}

function Section({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid gap-x-12 gap-y-5 py-9 first:pt-0 md:grid-cols-[16rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={`${id}-title`} className="text-2xl">
          {title}
        </h2>
        <p className="mt-2 text-ink-soft">{text}</p>
      </div>
      <Card>{children}</Card>
    </section>
  );
}
