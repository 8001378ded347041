import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';
import { TimeZoneKeeper } from '@/components/site/time-zone-keeper';
import { ToastProvider } from '@/components/ui/toast';
import { headerState } from '@/lib/accounts/header-state';
import './globals.css';

const title = localFont({
  variable: '--font-title',
  display: 'swap',
  src: [
    {
      path: '../node_modules/@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf',
      weight: '400',
    },
    {
      path: '../node_modules/@expo-google-fonts/literata/500Medium/Literata_500Medium.ttf',
      weight: '500',
    },
  ],
});

const text = localFont({
  variable: '--font-text',
  display: 'swap',
  src: [
    {
      path: '../node_modules/@expo-google-fonts/commissioner/400Regular/Commissioner_400Regular.ttf',
      weight: '400',
    },
    {
      path: '../node_modules/@expo-google-fonts/commissioner/500Medium/Commissioner_500Medium.ttf',
      weight: '500',
    },
    {
      path: '../node_modules/@expo-google-fonts/commissioner/600SemiBold/Commissioner_600SemiBold.ttf',
      weight: '600',
    },
  ],
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site');
  return {
    title: { default: t('meta.title'), template: '%s · Twelvefold' },
    description: t('meta.description'),
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#fbf8f3' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, t, state] = await Promise.all([
    getLocale(),
    getMessages(),
    getTranslations('site'),
    headerState(),
  ]);
  // Inside another site's frame there is one page, and nothing on it leads to another.
  const isFramed = (await headers()).get('sec-fetch-dest') === 'iframe';
  // Mail copy is for the worker; everything else may be needed by a client component of some page.
  const { messages: _mail, ...forScreens } = messages;
  return (
    <html lang={locale} className={`${title.variable} ${text.variable}`}>
      <body className="flex min-h-dvh flex-col">
        <NextIntlClientProvider locale={locale} messages={forScreens}>
          <TimeZoneKeeper />
          <ToastProvider label={t('notifications')}>
            <a
              href="#content"
              className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-sheet focus:p-3"
            >
              {t('skip_to_content')}
            </a>
            {isFramed ? null : <SiteHeader state={state} />}
            <div className="flex-1">{children}</div>
            {isFramed ? null : <SiteFooter />}
          </ToastProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
