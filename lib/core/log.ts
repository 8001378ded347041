/** Fields of one log line. Ids and counts only: never photos, addresses, tokens or signed links. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

export type Log = {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, error: unknown, fields?: LogFields): void;
};

/** Writes one JSON line an event to standard error, so that standard output stays free for results. */
export function createLog(component: string): Log {
  const write = (level: string, message: string, fields: Record<string, unknown>) => {
    process.stderr.write(
      `${JSON.stringify({ time: new Date().toISOString(), level, component, message, ...fields })}\n`,
    );
  };
  return {
    info: (message, fields = {}) => write('info', message, fields),
    warn: (message, fields = {}) => write('warn', message, fields),
    error: (message, error, fields = {}) =>
      write('error', message, {
        ...fields,
        error: error instanceof Error ? { name: error.name, stack: error.stack } : String(error),
      }),
  };
}
