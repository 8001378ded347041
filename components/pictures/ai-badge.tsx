import { Sparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { classes } from '@/components/ui/classes';

/** Says of one picture that a model made it: two letters to look at, a sentence to hear. */
export function AiBadge({ className }: { className?: string }) {
  const t = useTranslations('pictures.ai');
  return (
    <Badge tone="accent" title={t('means')} {...(className ? { className } : {})}>
      <Sparkles aria-hidden="true" />
      <span aria-hidden="true">{t('badge')}</span>
      <span className="sr-only">{t('means')}</span>
    </Badge>
  );
}

/** Says of a calendar how many of its pictures a model made; nothing where there is none. */
export function AiNote({ count, className }: { count: number; className?: string }) {
  const t = useTranslations('pictures.ai');
  if (count === 0) return null;
  return (
    <p className={classes('flex items-center gap-2 text-sm text-ink-soft', className)}>
      <Sparkles aria-hidden="true" className="size-4 shrink-0 text-accent" />
      {t('contains', { count })}
    </p>
  );
}
