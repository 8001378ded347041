'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ensureGuest } from '@/components/account/ensure-guest';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

/** The first click: makes the visitor a guest if need be, and goes on to a new calendar. */
export function StartButton() {
  const t = useTranslations('landing');
  const router = useRouter();
  const toast = useToast();
  const [isPending, setPending] = useState(false);
  return (
    <Button
      size="lg"
      pending={isPending}
      onClick={async () => {
        setPending(true);
        try {
          await ensureGuest();
          router.push('/calendars/new');
        } catch {
          // Whatever kept the session from being made, the way out for the visitor is the same.
          toast(t('start_failed'), 'bad');
          setPending(false);
        }
      }}
    >
      {t('start')}
    </Button>
  );
}
