'use client';

import {
  CakeSlice,
  CalendarDays,
  Images,
  type LucideIcon,
  Palette,
  Settings2,
  ShieldCheck,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';
import { PANELS, type Panel, useEditor } from './editor-context';

const ICONS: Record<Panel, LucideIcon> = {
  photos: Images,
  design: Palette,
  dates: CakeSlice,
  holidays: CalendarDays,
  settings: Settings2,
  check: ShieldCheck,
};

const isWide = () => window.matchMedia('(min-width: 1024px)').matches;

/** Chooses the panel. At the head of the panel on a desktop, at the foot of the screen on a phone. */
export function PanelTabs({
  marked,
  className,
}: {
  marked: ReadonlySet<Panel>;
  className?: string;
}) {
  const t = useTranslations('calendars.panels');
  const { panel, openPanel } = useEditor();
  return (
    <nav aria-label={t('label')} className={className}>
      <ul className="grid grid-cols-6 short:h-full short:grid-cols-1 short:auto-rows-fr">
        {PANELS.map((id) => {
          const Icon = ICONS[id];
          const isOpen = panel === id;
          return (
            <li key={id}>
              <button
                type="button"
                aria-pressed={isOpen}
                // A desktop always has a panel beside the page; a phone gives the room back to it.
                onClick={() => openPanel(isOpen && !isWide() ? null : id)}
                className={classes(
                  'relative flex min-h-14 w-full flex-col short:h-full short:min-h-0 short:w-18 items-center justify-center gap-1 text-[0.7rem] leading-none font-medium -outline-offset-2 transition-colors',
                  isOpen
                    ? 'text-accent-deep shadow-[inset_0_2px_0_var(--color-accent)] lg:shadow-[inset_0_-2px_0_var(--color-accent)] short:shadow-[inset_2px_0_0_var(--color-accent)]'
                    : 'text-ink-soft hover:text-ink',
                )}
              >
                <Icon aria-hidden="true" className="size-5 stroke-[1.7]" />
                {t(id)}
                {marked.has(id) ? (
                  <span className="absolute top-2 right-1/2 size-2.5 translate-x-4 rounded-full bg-bad ring-2 ring-sheet">
                    <span className="sr-only">{t('needs_attention')}</span>
                  </span>
                ) : null}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
