import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser that tests and benches drive: CHROMIUM_PATH, one on the PATH, or the one that Playwright installed.
 * @returns undefined when there is none
 */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : undefined;
  for (const name of NAMES) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`])
      .stdout?.toString()
      .trim();
    if (found) return found;
  }
  return playwrightChromium();
}

function playwrightChromium(): string | undefined {
  const result = spawnSync(
    process.execPath,
    ['-e', "console.log(require('@playwright/test').chromium.executablePath())"],
    { encoding: 'utf8' },
  );
  const path = result.stdout?.trim();
  return path && existsSync(path) ? path : undefined;
}
