import pg from 'pg';
import { requireEnv } from '@/lib/core/env';
import type { Id } from '@/lib/core/ids';
import { createLog } from '@/lib/core/log';
import type { TxCtx } from './context';

/** Something of one person changed. Ids and states only: the screen that hears of it asks for the rest. */
export type OwnerEvent = { type: string; id: string; status?: string };

/** `resync` comes after a time in which events may have been missed. */
export type OwnerMessage = OwnerEvent | { type: 'resync' };

type Listener = (message: OwnerMessage) => void;

const CHANNEL = 'owner_events';
const RECONNECT_MIN_MS = 500;
const RECONNECT_MAX_MS = 15_000;
/** A connection that died without a word is noticed after so long. */
const PROBE_MS = 30_000;

const log = createLog('notifications');

/** Tells every web process, when the caller's transaction commits, that something of this person changed. */
export async function notifyOwner(
  tx: TxCtx,
  ownerId: Id<'user'>,
  event: OwnerEvent,
): Promise<void> {
  const payload = JSON.stringify({ ownerId, event });
  await tx.db.$executeRaw`select pg_notify(${CHANNEL}, ${payload})`;
}

/**
 * Hears of everything that changes for one person, in this process, until the returned function is called.
 * All subscriptions of a process share one connection, which comes back by itself; `resync` then says so.
 * Resolves once the connection listens, so that nothing after it is missed.
 */
export async function subscribeOwner(ownerId: Id<'user'>, listener: Listener): Promise<() => void> {
  const hub = theHub();
  const set = hub.listeners.get(ownerId) ?? new Set<Listener>();
  hub.listeners.set(ownerId, set.add(listener));
  const unsubscribe = () => {
    set.delete(listener);
    if (set.size === 0 && hub.listeners.get(ownerId) === set) hub.listeners.delete(ownerId);
  };
  try {
    await hub.listening();
    return unsubscribe;
  } catch (error) {
    unsubscribe();
    throw error;
  }
}

/** Ends the shared connection; for programs that end and for tests. */
export async function closeNotifications(): Promise<void> {
  const hub = holder.twelvefoldNotifications;
  holder.twelvefoldNotifications = undefined;
  await hub?.close();
}

class Hub {
  readonly listeners = new Map<string, Set<Listener>>();
  private connection: Promise<pg.Client> | null = null;
  private retryMs = RECONNECT_MIN_MS;
  private retryTimer: NodeJS.Timeout | undefined;
  private isClosed = false;

  listening(): Promise<pg.Client> {
    this.connection ??= this.connect().catch((error) => {
      this.connection = null;
      throw error;
    });
    return this.connection;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retryTimer);
    const client = await this.connection?.catch(() => null);
    await client?.end();
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: requireEnv('DATABASE_URL'),
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    let probe: NodeJS.Timeout | undefined;
    const lost = (error?: Error) => {
      clearInterval(probe);
      client.removeAllListeners();
      // A client that is torn down may still report how; it was reported already.
      client.on('error', () => undefined);
      client.end().catch(() => undefined);
      if (this.isClosed) return;
      log.warn('notification connection lost', { reason: error?.message ?? 'closed' });
      this.connection = null;
      this.reconnectLater();
    };
    client.on('notification', ({ payload }) => this.deliver(payload ?? ''));
    await client.connect();
    client.on('error', lost);
    client.on('end', () => lost());
    await client.query(`listen ${CHANNEL}`);
    probe = setInterval(() => void client.query('select 1').catch(lost), PROBE_MS);
    probe.unref();
    this.retryMs = RECONNECT_MIN_MS;
    return client;
  }

  private reconnectLater(): void {
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => {
      if (this.isClosed || this.listeners.size === 0) return;
      this.listening().then(
        () => this.tellAll({ type: 'resync' }),
        () => this.reconnectLater(),
      );
    }, this.retryMs);
    this.retryTimer.unref();
    this.retryMs = Math.min(this.retryMs * 2, RECONNECT_MAX_MS);
  }

  private deliver(payload: string): void {
    const { ownerId, event } = JSON.parse(payload) as { ownerId: string; event: OwnerEvent };
    for (const listener of this.listeners.get(ownerId) ?? []) listener(event);
  }

  private tellAll(message: OwnerMessage): void {
    for (const set of this.listeners.values()) for (const listener of set) listener(message);
  }
}

// Next loads a module once for each bundle; the connection is one for the process.
const holder = globalThis as unknown as { twelvefoldNotifications?: Hub };

function theHub(): Hub {
  holder.twelvefoldNotifications ??= new Hub();
  return holder.twelvefoldNotifications;
}
