'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { walletPath } from './wallet-path';

/**
 * Says how many stars are missing and leads to the packs, and from there back.
 * @param needed what the work costs
 * @param balance what the person has; both as in the refusal "stars.not_enough"
 */
export function NotEnoughStars({
  needed,
  balance,
  returnTo,
  className,
}: {
  needed: number;
  balance: number;
  returnTo?: string;
  className?: string;
}) {
  const t = useTranslations('stars.not_enough');
  return (
    <Alert
      tone="warn"
      title={t('title', { missing: Math.max(1, needed - balance) })}
      action={
        <ButtonLink href={`${walletPath(returnTo)}#packs`} size="sm">
          {t('get')}
        </ButtonLink>
      }
      {...(className ? { className } : {})}
    >
      {t('text', { needed, balance })}
    </Alert>
  );
}
