'use client';

import { type ReactNode, useId } from 'react';
import { classes } from './classes';
import { Switch } from './switch';

/** A switch with what it does, as one large target. */
export function SwitchRow({
  label,
  hint,
  isOn,
  onToggle,
  className,
}: {
  label: ReactNode;
  hint: ReactNode;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
  className?: string;
}) {
  const id = useId();
  return (
    <div className={classes('flex items-center gap-4', className)}>
      <label htmlFor={id} className="min-w-0 flex-1 cursor-pointer">
        <span className="block text-sm font-medium">{label}</span>
        <span className="block text-xs text-ink-soft">{hint}</span>
      </label>
      <Switch id={id} checked={isOn} onCheckedChange={onToggle} />
    </div>
  );
}
