'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

/** Fresh recovery codes, which are shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useTranslations('accounts.second_factor');
  const toast = useToast();
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-2xl">{t('codes_title')}</h2>
      <p>{t('codes_text')}</p>
      <ul className="grid grid-cols-2 gap-2 rounded-control bg-linen p-4 font-mono text-base">
        {codes.map((code) => (
          <li key={code}>
            {code.slice(0, 5)}-{code.slice(5)}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="secondary"
          onClick={() =>
            navigator.clipboard.writeText(codes.join('\n')).then(() => toast(t('copied'), 'good'))
          }
        >
          {t('copy')}
        </Button>
        <Button onClick={onKept}>{t('codes_kept')}</Button>
      </div>
    </div>
  );
}
