/** Progress for people, on standard error; standard output is for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Ends a program with one sentence instead of a stack: for what the person can mend. */
export class PlainFailure extends Error {}

/** Runs a program; what it throws becomes a sentence and exit code 1. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof PlainFailure) say(`\n${error.message}`);
    else say(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exit(1);
  }
}
