'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';

/** Says on every page that an admin looks with a customer's eyes, and ends it. */
export function LookedAtBanner({ name }: { name: string }) {
  const t = useTranslations('customers');
  const [isEnding, setEnding] = useState(false);
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 bg-ink px-4 py-2 text-sm text-paper"
    >
      <span>{t('banner', { name })}</span>
      <Button
        variant="secondary"
        size="sm"
        pending={isEnding}
        onClick={async () => {
          setEnding(true);
          await callApi('DELETE', '/api/impersonation');
          window.location.assign('/admin/customers');
        }}
      >
        {t('end')}
      </Button>
    </div>
  );
}
