import { type Browser, chromium, type Page } from '@playwright/test';
import {
  largePageDrawn,
  lastStep,
  median,
  newGuest,
  uploadPhotos,
  withProduct,
} from './first-page';

const ROUNDS = 3;
const STEP_TIMEOUT_MS = 60_000;
/** Longer than this between two frames and the hand feels it. */
const FRAME_GOAL_MS = 50;
const OPEN_GOAL_MS = 1000;
/** Tells how busy the machine is with other things. */
const IDLE = 'nothing, for comparison';
/** What is drawn after the last move of an action still belongs to it. */
const SETTLE_MS = 700;

/** From the first byte of the HTML to the page drawn, and to where it answers to the hand. */
type Opening = { drawnMs: number; editableMs: number };
type Frames = { action: string; gapsMs: readonly number[] };

/**
 * Works on a filled calendar in a real browser as a person does, and measures the time between frames meanwhile: the
 * longest one is what the hand feels.
 * @param files photographs as they come from a camera
 * @returns lines of the report
 */
export async function measureEditor(
  executablePath: string,
  files: readonly string[],
): Promise<string[]> {
  return await withProduct(async (url) => {
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    try {
      return await measureRounds(browser, url, files);
    } finally {
      await browser.close();
    }
  });
}

async function measureRounds(
  browser: Browser,
  url: string,
  files: readonly string[],
): Promise<string[]> {
  const openings: Opening[] = [];
  const sessions: Frames[][] = [];
  const context = await newGuest(browser);
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_TIMEOUT_MS);
  await uploadPhotos(page, url, files);
  await (await lastStep(page)).click();
  await page.waitForURL(/\/calendars\/cal_/);
  await allPagesDrawn(page);
  for (let round = 0; round < ROUNDS; round += 1) {
    openings.push(await open(page));
    await allPagesDrawn(page);
    sessions.push(await work(page));
  }
  await context.close();
  return report(openings, sessions);
}

function report(openings: readonly Opening[], sessions: readonly Frames[][]): string[] {
  const drawn = median(openings.map(({ drawnMs }) => drawnMs));
  const editable = median(openings.map(({ editableMs }) => editableMs));
  const actions = sessions[0]?.map(({ action }) => action) ?? [];
  const rows = actions.map((action) => {
    const rounds = sessions.map((session) => session.find((frames) => frames.action === action));
    const of = (pick: (gaps: readonly number[]) => number) =>
      median(rounds.map((frames) => pick(frames?.gapsMs ?? [])));
    return {
      action,
      p95: of((gaps) => quantile(gaps, 0.95)),
      worst: of((gaps) => quantile(gaps, 1)),
    };
  });
  const worst = Math.max(...rows.filter(({ action }) => action !== IDLE).map((row) => row.worst));
  const ms = (value: number) => `${Math.round(value)} ms`.padStart(8);
  const goal = (isMet: boolean, text: string) => `${isMet ? 'met   ' : 'MISSED'}  ${text}`;
  return [
    `The editor on a filled calendar, medians of ${ROUNDS} sessions; between two frames of the browser`,
    '',
    `  ${''.padEnd(34)}${'p95'.padStart(8)}${'worst'.padStart(8)}`,
    ...rows.map((row) => `  ${row.action.padEnd(34)}${ms(row.p95)}${ms(row.worst)}`),
    '',
    `  opened, from the first byte to the page drawn ${ms(drawn)}, to editable ${ms(editable)}`,
    '',
    goal(
      worst <= FRAME_GOAL_MS,
      `no frame over ${FRAME_GOAL_MS} ms: worst ${Math.round(worst)} ms`,
    ),
    goal(
      editable <= OPEN_GOAL_MS,
      `editable within ${OPEN_GOAL_MS} ms of its data: ${Math.round(editable)} ms`,
    ),
  ];
}

async function open(page: Page): Promise<Opening> {
  await page.reload({ waitUntil: 'commit' });
  const editable = page.waitForFunction(() => {
    const slot = document.querySelector('button[data-slot]');
    // React leaves its own keys on elements that it has taken over.
    return slot !== null && Object.keys(slot).some((key) => key.startsWith('__reactProps'))
      ? performance.now()
      : null;
  });
  await largePageDrawn(page);
  const drawnAt = await page.evaluate(() => performance.now());
  const editableAt = (await (await editable).jsonValue()) ?? Number.NaN;
  const htmlAt = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return (navigation as PerformanceNavigationTiming).responseStart;
  });
  return { drawnMs: drawnAt - htmlAt, editableMs: Math.max(drawnAt, editableAt) - htmlAt };
}

async function allPagesDrawn(page: Page): Promise<void> {
  await largePageDrawn(page);
  await page.waitForFunction(() => {
    const pages = [...document.querySelectorAll('nav ol > li')];
    return pages.length > 0 && pages.every((item) => item.querySelector('svg svg, svg path'));
  });
  await page.waitForTimeout(SETTLE_MS);
}

/** One session of everything that must follow the hand. */
async function work(page: Page): Promise<Frames[]> {
  const slot = page.locator('button[data-slot]').first();
  // Pressed again, the tab of an open panel closes it.
  const panel = async (name: string) => {
    const tab = page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name });
    if ((await tab.getAttribute('aria-pressed')) === 'false') await tab.click();
  };
  const measured: Frames[] = [];
  const measure = async (action: string, act: () => Promise<void>) => {
    await page.evaluate(START_FRAMES);
    await act();
    await page.waitForTimeout(SETTLE_MS);
    measured.push({ action, gapsMs: await page.evaluate<number[]>(STOP_FRAMES) });
  };
  await page.keyboard.press('Escape');
  await measure(IDLE, async () => undefined);
  await measure('turning pages', async () => {
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(120);
    }
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('PageUp');
  });
  await panel('Photos');
  await measure('dragging a photo onto the page', async () => {
    const photo = page.getByRole('list', { name: 'photo library' }).getByRole('button').nth(4);
    await drag(page, await middleOf(page, photo), await middleOf(page, slot), 40);
  });
  await measure('cropping by drag, wheel and keys', async () => {
    await slot.click();
    const centre = await middleOf(page, page.locator('main button.touch-none'));
    for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, -40);
    await drag(page, centre, { x: centre.x - 120, y: centre.y + 60 }, 60);
    for (const key of ['ArrowLeft', 'ArrowUp', ']', ']', '[', 'm', 'm', '-', '0']) {
      await page.keyboard.press(key);
    }
    await page.keyboard.press('Enter');
  });
  await panel('Design');
  await measure('typing a title', async () => {
    const title = page.getByLabel('Title', { exact: true });
    await title.click();
    await title.pressSequentially('A year with all of us', { delay: 40 });
  });
  await measure('undoing and redoing', async () => {
    await slot.focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+Shift+z');
  });
  return measured;
}

type Point = { x: number; y: number };

async function middleOf(page: Page, of: ReturnType<Page['locator']>): Promise<Point> {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (!box) throw new Error(`Nothing to take hold of at ${page.url()}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: Point, to: Point, steps: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step += 1) {
    const share = step / steps;
    await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
  }
  await page.mouse.up();
}

/** Programs for the page. As text, because what compiles this file adds helpers to functions that the page lacks. */
const START_FRAMES = `
  window.frameGaps = [];
  let before = 0;
  requestAnimationFrame(function onFrame(at) {
    if (window.frameGaps === null) return;
    if (before > 0) window.frameGaps.push(at - before);
    before = at;
    requestAnimationFrame(onFrame);
  });
`;
const STOP_FRAMES = `(() => {
  const gaps = window.frameGaps;
  window.frameGaps = null;
  return gaps;
})()`;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
