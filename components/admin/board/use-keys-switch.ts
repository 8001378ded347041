'use client';

import { useEffect, useState } from 'react';

const KEYS_OFF = 'twelvefold:board-keys-off';

/** Whether the keys of tables are wanted on this device, and the switch for it. */
export function useKeysSwitch(): { areKeysOn: boolean; switchKeys: (isOn: boolean) => void } {
  const [areKeysOn, setAreKeysOn] = useState(true);
  useEffect(() => setAreKeysOn(window.localStorage.getItem(KEYS_OFF) === null), []);
  return {
    areKeysOn,
    switchKeys: (isOn) => {
      setAreKeysOn(isOn);
      if (isOn) window.localStorage.removeItem(KEYS_OFF);
      else window.localStorage.setItem(KEYS_OFF, '1');
    },
  };
}
