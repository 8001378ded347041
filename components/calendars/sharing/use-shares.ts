'use client';

import { useCallback, useEffect, useState } from 'react';
import { callApi } from '@/components/call-api';
import type { CommentView, ShareView } from '@/lib/calendars/sharing/present';

type Shares = { shares: ShareView[]; comments: CommentView[] };

/**
 * The links and comments of one's own calendar.
 * @param isLive follows new comments as they come
 */
export function useShares(calendarId: string, isLive: boolean) {
  const [state, setState] = useState<Shares | null>(null);
  const path = `/api/calendars/${calendarId}`;

  const refresh = useCallback(async () => {
    setState(await callApi<Shares>('GET', `${path}/shares`));
  }, [path]);

  useEffect(() => {
    refresh().catch(() => undefined);
  }, [refresh]);

  useEffect(() => {
    if (!isLive) return;
    const source = new EventSource(`${path}/comments/events`);
    source.onmessage = () => {
      refresh().catch(() => undefined);
    };
    return () => source.close();
  }, [path, isLive, refresh]);

  return { state, refresh, path };
}
