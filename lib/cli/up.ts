import { type Installation, runInstallation } from './run-installation';
import { PlainFailure, runProgram, say } from './say';

/** Runs the whole product until Ctrl-C or SIGTERM. */
export async function upUntilStopped(mode: 'production' | 'development'): Promise<void> {
  let installation: Installation | undefined;
  let stopping: Promise<void> | undefined;
  const stop = (code: number) => {
    stopping ??= (async () => {
      say('\nStopping …');
      await installation?.stop();
      say('Stopped. Your data is kept.');
      process.exit(code);
    })();
    return stopping;
  };
  const starting = runInstallation(mode, (name, code) => {
    say(
      `\n${name} ended unexpectedly (exit ${code ?? 'by signal'}). See the log of ${name} in the logs folder.`,
    );
    void stop(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // While it still starts, everything that is up is stopped as soon as the start has an end.
      if (installation) void stop(0);
      else starting.then(() => stop(0)).catch(() => process.exit(1));
    });
  }
  installation = await starting;
  const lines = [
    '',
    `Twelvefold is ready:  ${installation.url}`,
    ...(installation.sandboxUrl
      ? [`Mail, pay pages and faults of the sandbox:  ${installation.sandboxUrl}`]
      : []),
    ...installation.signIns.map(
      ({ role, email, password }) => `Sign in as ${role}:  ${email}  ${password}`,
    ),
    'Stop with Ctrl-C.',
  ];
  say(lines.join('\n'));
  await new Promise(() => undefined);
}

if (process.argv[1]?.endsWith('up.ts')) {
  await runProgram(async () => {
    if (process.argv.length > 2) throw new PlainFailure('Usage: npm run up');
    await upUntilStopped('production');
  });
}
