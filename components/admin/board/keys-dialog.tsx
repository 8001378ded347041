'use client';

import { Keyboard } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox } from '@/components/ui/field';

/** What the keys of a table do, and the switch that puts them to rest. */
export function KeysDialog({
  keys,
  open,
  onOpenChange,
  isOn,
  onSwitch,
}: {
  /** Each key with what it does. */
  keys: readonly (readonly [key: string, name: string])[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}) {
  const t = useTranslations('admin.keys');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      closeLabel={t('close')}
      trigger={
        <Button variant="ghost" size="sm">
          <Keyboard aria-hidden="true" />
          {t('title')}
        </Button>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {keys.map(([key, name]) => (
          <div key={key} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt>
              <kbd className="inline-block min-w-9 rounded-control border border-line-strong/60 bg-linen px-2 py-1 text-center font-mono text-sm">
                {key}
              </kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        className="mt-4"
        label={t('on')}
        checked={isOn}
        onChange={(event) => onSwitch(event.target.checked)}
      />
    </Dialog>
  );
}
