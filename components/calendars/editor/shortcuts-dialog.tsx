'use client';

import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Dialog } from '@/components/ui/dialog';

/** Names stand in calendars.shortcuts.<name>; keys are what is printed on them. */
const GROUPS = [
  {
    name: 'everywhere',
    keys: [
      ['undo', ['Ctrl', 'Z']],
      ['redo', ['Ctrl', 'Shift', 'Z']],
      ['pages', ['Page ↑', 'Page ↓']],
      ['zoom', ['+', '−']],
      ['fit', ['0']],
      ['panels', ['1', '…', '6']],
      ['help', ['?']],
    ],
  },
  {
    name: 'moving',
    keys: [
      ['pick_up', ['Space']],
      ['carry', ['←', '↑', '→', '↓']],
      ['put_down', ['Space']],
      ['leave', ['Esc']],
    ],
  },
  {
    name: 'pages_and_photos',
    keys: [
      ['next_item', ['←', '↑', '→', '↓']],
      ['choose_all', ['Ctrl', 'A']],
      ['choose_row', ['Shift', '↑ ↓']],
      ['choose_photo', ['X']],
      ['lock', ['L']],
    ],
  },
  {
    name: 'crop',
    keys: [
      ['crop_move', ['←', '↑', '→', '↓']],
      ['crop_zoom', ['+', '−']],
      ['crop_turn', ['R']],
      ['crop_mirror', ['M']],
      ['crop_straighten', ['[', ']']],
      ['crop_reset', ['0']],
      ['crop_remove', ['Del']],
      ['crop_done', ['Enter']],
    ],
  },
] as const;

/** Every key of the editor. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('calendars.shortcuts');
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('title')}
      closeLabel={t('close')}
      className="sm:w-[min(94vw,52rem)]"
    >
      <Keys />
    </Dialog>
  );
}

function Keys() {
  const t = useTranslations('calendars.shortcuts');
  const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
  return (
    <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      {GROUPS.map(({ name, keys }) => (
        <section key={name} aria-labelledby={`keys-${name}`}>
          <h3 id={`keys-${name}`} className="mb-2 text-base">
            {t(`groups.${name}`)}
          </h3>
          <dl className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1.5 text-sm">
            {keys.map(([action, keyNames]) => (
              <Fragment key={action}>
                <dt className="text-ink-soft">{t(`actions.${action}`)}</dt>
                <dd className="flex gap-1">
                  {keyNames.map((key) => (
                    <kbd
                      key={key}
                      className="min-w-7 rounded-[0.3rem] border border-line-strong/60 bg-linen px-1.5 text-center font-sans text-xs leading-6 whitespace-nowrap"
                    >
                      {isApple && key === 'Ctrl' ? '⌘' : key}
                    </kbd>
                  ))}
                </dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
