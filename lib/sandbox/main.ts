import path from 'node:path';
import { startSandbox } from './server';

const DEFAULT_PORT = 3900;
const DEFAULT_SMTP_PORT = 3925;

/**
 * The sandbox as a process. PORT and SMTP_PORT say where it listens, APP_URL where the app is, DATA_DIR where its
 * folder is made. Prints one line when it is ready: "sandbox ready <url> <smtp url>".
 */
const { PORT, SMTP_PORT, APP_URL, DATA_DIR } = process.env;
const sandbox = await startSandbox({
  port: portFrom('PORT', PORT, DEFAULT_PORT),
  smtpPort: portFrom('SMTP_PORT', SMTP_PORT, DEFAULT_SMTP_PORT),
  appUrl: APP_URL || 'http://127.0.0.1:3000',
  dataDir: path.resolve(DATA_DIR || '.data', 'sandbox'),
}).catch((error: NodeJS.ErrnoException) => {
  const isTaken = error.code === 'EADDRINUSE';
  process.stderr.write(
    isTaken
      ? `The sandbox cannot start: ${error.message}. Stop what uses that port, or set PORT and SMTP_PORT.\n`
      : `The sandbox cannot start: ${error.message}\n`,
  );
  return process.exit(1);
});
process.stdout.write(`sandbox ready ${sandbox.url} ${sandbox.smtpUrl}\n`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    sandbox.close().then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`The sandbox did not stop cleanly: ${error.message}\n`);
        process.exit(1);
      },
    );
  });
}

function portFrom(name: string, text: string | undefined, fallback: number): number {
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  process.stderr.write(`${name} is a number from 0 to 65535\n`);
  return process.exit(1);
}
