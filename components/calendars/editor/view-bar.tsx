'use client';

import {
  Columns2,
  Droplets,
  LayoutGrid,
  type LucideIcon,
  Ruler,
  SquareStack,
  StickyNote,
  ZoomIn,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import {
  DropdownCheckboxItem,
  DropdownLabel,
  DropdownMenu,
  DropdownRadioGroup,
  DropdownRadioItem,
  DropdownSeparator,
} from '@/components/ui/dropdown-menu';
import { Tooltip } from '@/components/ui/tooltip';
import { useEditor } from './editor-context';
import { SPREADS, type Spread } from './use-view';
import { ZOOM_STEPS, type Zoom } from './zoom-steps';

const SPREAD_ICONS: Record<Spread, LucideIcon> = {
  one: StickyNote,
  pair: Columns2,
  six: LayoutGrid,
};

/** How the pages are looked at. Stands in the row over the page; on a phone all of it is one menu. */
export function ViewBar() {
  const t = useTranslations('calendars.view');
  const { view } = useEditor();
  const SpreadIcon = SPREAD_ICONS[view.spread];
  const zoomName = (zoom: Zoom) =>
    zoom === 'fit' ? t('fit') : t('percent', { percent: Math.round(zoom * 100) });
  return (
    <>
      <div
        role="toolbar"
        aria-label={t('label')}
        className="hidden items-center sm:flex short:hidden"
      >
        <DropdownMenu
          trigger={
            <Button variant="ghost" size="icon-sm" aria-label={t('pages')} title={t('pages')}>
              <SpreadIcon />
            </Button>
          }
        >
          <SpreadChoice />
        </DropdownMenu>
        <DropdownMenu
          trigger={
            <Button
              variant="ghost"
              size="sm"
              className="min-w-16 px-2 tabular-nums"
              aria-label={t('zoom', { zoom: zoomName(view.zoom) })}
              title={t('zoom_title')}
            >
              {zoomName(view.zoom)}
            </Button>
          }
        >
          <ZoomChoice nameOf={zoomName} />
        </DropdownMenu>
        <Toggle label={t('proof')} isOn={view.isProofed} onToggle={view.toggleProof}>
          <Droplets />
        </Toggle>
        <Toggle label={t('lines')} isOn={view.showsOverlay} onToggle={view.toggleOverlay}>
          <Ruler />
        </Toggle>
      </div>
      <div className="sm:hidden short:block">
        <DropdownMenu
          trigger={
            <Button variant="ghost" size="icon" aria-label={t('label')}>
              {view.zoom === 'fit' ? <SquareStack /> : <ZoomIn />}
            </Button>
          }
        >
          <SpreadChoice />
          <DropdownSeparator />
          <ZoomChoice nameOf={zoomName} />
          <DropdownSeparator />
          <DropdownCheckboxItem checked={view.isProofed} onCheckedChange={view.toggleProof}>
            <Droplets aria-hidden="true" />
            {t('proof')}
          </DropdownCheckboxItem>
          <DropdownCheckboxItem checked={view.showsOverlay} onCheckedChange={view.toggleOverlay}>
            <Ruler aria-hidden="true" />
            {t('lines')}
          </DropdownCheckboxItem>
        </DropdownMenu>
      </div>
    </>
  );
}

function SpreadChoice() {
  const t = useTranslations('calendars.view');
  const { view } = useEditor();
  return (
    <>
      <DropdownLabel>{t('pages')}</DropdownLabel>
      <DropdownRadioGroup
        value={view.spread}
        onValueChange={(value) => view.showSpread(value as Spread)}
      >
        {SPREADS.map((spread) => {
          const Icon = SPREAD_ICONS[spread];
          return (
            <DropdownRadioItem key={spread} value={spread}>
              <Icon aria-hidden="true" />
              {t(`spread.${spread}`)}
            </DropdownRadioItem>
          );
        })}
      </DropdownRadioGroup>
    </>
  );
}

/** A phone gets the steps that make sense in its hand. */
const SHORT_STEPS: readonly Zoom[] = ['fit', 0.5, 1, 2];

function ZoomChoice({ nameOf }: { nameOf: (zoom: Zoom) => string }) {
  const t = useTranslations('calendars.view');
  const { view } = useEditor();
  const isListed = SHORT_STEPS.includes(view.zoom);
  const between = ZOOM_STEPS.filter((step) => step === view.zoom);
  const steps = isListed ? SHORT_STEPS : [...SHORT_STEPS, ...between];
  return (
    <>
      <DropdownLabel>{t('zoom_title')}</DropdownLabel>
      <DropdownRadioGroup
        value={String(view.zoom)}
        onValueChange={(value) => view.zoomTo(value === 'fit' ? 'fit' : Number(value))}
      >
        {steps.map((step) => (
          <DropdownRadioItem key={step} value={String(step)}>
            {nameOf(step)}
            {step === 1 ? <span className="text-ink-soft">{t('real_size')}</span> : null}
          </DropdownRadioItem>
        ))}
      </DropdownRadioGroup>
    </>
  );
}

function Toggle({
  label,
  isOn,
  onToggle,
  children,
}: {
  label: string;
  isOn: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={label}
        aria-pressed={isOn}
        onClick={onToggle}
        className={classes(isOn && 'bg-sheet text-accent-deep shadow-sm ring-1 ring-accent/50')}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
