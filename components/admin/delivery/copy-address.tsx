'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

/** Puts the address, line by line and with the phone, where the carrier's own form can take it from. */
export function CopyAddress({ text }: { text: string }) {
  const t = useTranslations('delivery.section');
  const toast = useToast();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      toast(t('copied'), 'good');
    } catch {
      toast(t('copy_failed'), 'bad');
    }
  }
  return (
    <Button variant="ghost" size="sm" onClick={copy}>
      <Copy aria-hidden="true" />
      {t('copy')}
    </Button>
  );
}
