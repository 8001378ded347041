import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AccountNav } from '@/components/account/account-nav';
import { ContactForm } from '@/components/account/contact-form';
import { PasswordForm } from '@/components/account/password-form';
import { ProfileForm } from '@/components/account/profile-form';
import { RecoveryForm } from '@/components/account/recovery-form';
import { SessionList } from '@/components/account/session-list';
import { SettingsForm } from '@/components/account/settings-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { PASSWORD_MIN } from '@/lib/accounts/check-password';
import { readAccount } from '@/lib/accounts/read-account';
import { isAdmitted } from '@/lib/core/actor';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import {
  beginContactChangeAction,
  changePasswordAction,
  endSessionAction,
  finishContactChangeAction,
  removePhoneAction,
  renewRecoveryCodesAction,
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
  const formats = await getTranslations('calendars.formats');
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
    <Page title={t('account.title')} lead={t('account.lead')} nav={<AccountNav />}>
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
            choices={settingChoices(locale, (id) => formats(`${id}.name`))}
            save={saveSettingsAction}
          />
        </Section>
        <Section id="password" title={t('password.title')} text={t('password.text')}>
          {account.hasPassword ? (
            <PasswordForm
              email={account.email ?? ''}
              passwordMin={PASSWORD_MIN}
              change={changePasswordAction}
            />
          ) : (
            <NoPassword hasEmail={account.email !== null} />
          )}
        </Section>
        {account.recoveryLeft !== null && isAdmitted(ctx.actor, 'staff') ? (
          <Section
            id="app"
            title={t('second_factor.section_title')}
            text={t('second_factor.section_text')}
          >
            {ctx.actor.hasSecondFactor ? (
              <RecoveryForm left={account.recoveryLeft} renew={renewRecoveryCodesAction} />
            ) : (
              <ButtonLink href="/second-factor?returnTo=/account" variant="secondary">
                {t('second_factor.show')}
              </ButtonLink>
            )}
          </Section>
        ) : null}
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

/** People who came by Google or Telegram: a password comes by mail, to the address that is theirs. */
async function NoPassword({ hasEmail }: { hasEmail: boolean }) {
  const t = await getTranslations('accounts.password');
  return (
    <div className="flex flex-col items-start gap-4">
      <p>{t(hasEmail ? 'none' : 'none_yet')}</p>
      {hasEmail ? (
        <ButtonLink href="/forgot-password" variant="secondary">
          {t('get_one')}
        </ButtonLink>
      ) : null}
    </div>
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
