'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** The code, large enough to read out, with a button that copies it. */
export function CopyCode({ code }: { code: string }) {
  const t = useTranslations('gifts.view');
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-control bg-linen px-4 py-3">
      <code className="font-mono text-lg font-semibold tracking-wide break-all sm:text-xl">
        {code}
      </code>
      <Button
        variant="secondary"
        size="sm"
        onClick={() => {
          void navigator.clipboard.writeText(code).then(() => setIsCopied(true));
        }}
      >
        {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        <span aria-live="polite">{isCopied ? t('copied') : t('copy')}</span>
      </Button>
    </div>
  );
}
