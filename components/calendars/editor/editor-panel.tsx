'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Library } from '@/components/calendars/use-library';
import { Button } from '@/components/ui/button';
import type { CountryChoice } from '@/lib/calendar-days/countries';
import { type Panel, useEditor } from './editor-context';
import type { Form } from './editor-forms';
import { CheckPanel } from './panels/check-panel';
import { DatesPanel } from './panels/dates-panel';
import { DesignPanel } from './panels/design-panel';
import { HolidaysPanel } from './panels/holidays-panel';
import { PhotosPanel } from './panels/photos-panel';
import { SettingsPanel } from './panels/settings-panel';

/** The open panel: beside the page on a desktop, a sheet under it on a phone. */
export function EditorPanel({
  panel,
  library,
  countries,
  onForm,
}: {
  /** Null keeps the panel out of sight; uploads in it go on. */
  panel: Panel | null;
  library: Library;
  countries: readonly CountryChoice[];
  onForm: (form: Form) => void;
}) {
  const t = useTranslations('calendars.panels');
  const { openPanel } = useEditor();
  const scroller = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another panel starts at its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [panel]);
  return (
    <div
      ref={scroller}
      hidden={panel === null}
      className="order-1 h-[44dvh] min-h-0 overflow-y-auto overscroll-contain p-4 lg:order-2 lg:h-auto lg:flex-1 lg:p-5 short:h-auto short:w-[min(20rem,46vw)] short:p-3"
    >
      <div className="mb-3 flex items-center justify-between gap-3 lg:mb-4">
        <h2 className="text-2xl">{panel ? t(`${panel}_title`) : null}</h2>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('close')}
          className="lg:hidden"
          onClick={() => openPanel(null)}
        >
          <X />
        </Button>
      </div>
      <div hidden={panel !== 'photos'}>
        <PhotosPanel library={library} />
      </div>
      {panel === 'design' ? <DesignPanel /> : null}
      {panel === 'dates' ? (
        <DatesPanel
          onAdd={() => onForm({ kind: 'date', date: null, day: null })}
          onEdit={(date) => onForm({ kind: 'date', date, day: null })}
          onImport={() => onForm({ kind: 'import' })}
          onBook={() => onForm({ kind: 'book' })}
        />
      ) : null}
      {panel === 'holidays' ? <HolidaysPanel countries={countries} /> : null}
      {panel === 'settings' ? <SettingsPanel /> : null}
      {panel === 'check' ? <CheckPanel /> : null}
    </div>
  );
}
