import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { thirteenPhotos } from '../support/thirteen-photos';

const work = mkdtempSync(path.join(tmpdir(), 'twelvefold-journey-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

const ICS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//EN',
  'BEGIN:VEVENT',
  'UID:1@test',
  'DTSTART;VALUE=DATE:20271009',
  'SUMMARY:Весілля Марка',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2@test',
  'DTSTART;VALUE=DATE:20280301',
  'RRULE:FREQ=YEARLY',
  'SUMMARY:День бабусі',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

/** Looks kept for people: `SHOTS=folder npm run e2e` writes a picture of each station. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

/** No page of the journey may shut anybody out. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

function demoSignIn(role: 'STAFF' | 'CUSTOMER'): { email: string; password: string } {
  const file = path.join(process.env.E2E_DATA_DIR ?? '', 'demo-sign-ins.json');
  const list = JSON.parse(readFileSync(file, 'utf8')) as {
    role: string;
    email: string;
    password: string;
  }[];
  const found = list.find((entry) => entry.role === role);
  if (!found) throw new Error(`No demo sign-in for ${role}`);
  return found;
}

async function mailTo(
  address: string,
  subject: RegExp,
): Promise<{ text: string; subject: string }> {
  const url = `${process.env.E2E_SANDBOX_URL}/mail.json?to=${encodeURIComponent(address)}`;
  let found: { text: string; subject: string } | undefined;
  await expect
    .poll(
      async () => {
        const mails = (await (await fetch(url)).json()) as { text: string; subject: string }[];
        found = mails.find((mail) => subject.test(mail.subject));
        return found !== undefined;
      },
      { timeout: 30_000, message: `a mail ${subject} to ${address}` },
    )
    .toBe(true);
  return found as { text: string; subject: string };
}

test('a guest makes a calendar of photographs, orders it, and staff send it', async ({
  page,
  browser,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));

  await test.step('starts without an account', async () => {
    await page.goto('/');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make a calendar' }).first().click();
    await expect(page).toHaveURL(/\/calendars\/new/);
  });

  await test.step('uploads thirteen photographs', async () => {
    const files = await thirteenPhotos(work);
    await page.locator('input[type=file]').first().setInputFiles(files);
    await expect(page.getByText('13 photos chosen')).toBeVisible({ timeout: 120_000 });
    await look(page, '1-photos');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
  });

  await test.step('chooses September 2027, Ukrainian, Monday, holidays of Ukraine', async () => {
    await page.getByLabel('Month', { exact: true }).selectOption({ label: 'September' });
    await page.getByLabel('Year', { exact: true }).selectOption('2027');
    await page.getByLabel('Language on paper').selectOption('uk');
    await page.getByLabel('The week starts on').selectOption('1');
    await page.getByLabel('Country').first().selectOption('UA');
    await expect(page.getByText('September 2027 – August 2028').first()).toBeVisible();
    await look(page, '2-months');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
  });

  await test.step('chooses a look drawn with the own photographs', async () => {
    await expect(page.getByRole('heading', { name: 'Choose a look' })).toBeVisible();
    await look(page, '3-look');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make my calendar' }).click();
    await expect(page).toHaveURL(/\/calendars\/cal_/, { timeout: 60_000 });
  });
  const calendarUrl = new URL(page.url()).pathname;
  const panel = (name: string) =>
    page
      .getByRole('navigation', { name: 'Tools' })
      .getByRole('button', { name: new RegExp(`^${name}`) });

  await test.step('adds a birthday', async () => {
    await panel('Dates').click();
    await look(page, '4-editor');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add a date' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What is printed').fill('Олена');
    await form.getByLabel('Kind').selectOption('birthday');
    await form.getByLabel('Day', { exact: true }).fill('16');
    await form.getByLabel('Month', { exact: true }).selectOption({ label: 'November' });
    await form.getByLabel('Born in').fill('1987');
    await expect(form.getByText('Олена, 40')).toBeVisible();
    await look(page, '5-birthday');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(form).toBeHidden();
  });

  await test.step('imports an .ics file, seeing first what it brings', async () => {
    await page.getByRole('button', { name: 'Import a file' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'family.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(ICS),
    });
    await expect(dialog.getByText('2 new dates')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add 2 dates' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Весілля Марка').first()).toBeAttached();
  });

  await test.step('changes a crop by keyboard, and takes it back and again', async () => {
    await page
      .getByRole('button', { name: /photo\. Press to change its crop/ })
      .first()
      .click();
    const frame = page
      .getByRole('group', { name: /^Crop: arrow keys/ })
      .or(page.getByLabel(/^Crop: arrow keys/))
      .first();
    await frame.press('+');
    await frame.press('+');
    await frame.press('ArrowRight');
    await look(page, '6-crop');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Undo: crop' }).click();
    await page.getByRole('button', { name: 'Redo: crop' }).click();
  });

  await test.step('changes the look of the whole calendar', async () => {
    await panel('Design').click();
    await page
      .getByRole('radio', { name: /Evening/ })
      .last()
      .check({ force: true });
    await expect(page.getByText('Saved').first()).toBeVisible();
    await look(page, '7-look');
    await page.reload();
    await panel('Design').click();
    await expect(page.getByRole('radio', { name: /Evening/ }).last()).toBeChecked();
  });

  await test.step('flips through it', async () => {
    await page.getByRole('link', { name: 'Flip through' }).click();
    await expect(page.getByText('Page 1 of 14')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('Page 2 of 14')).toBeVisible();
    await look(page, '8-flip');
    await expectAccessible(page);
  });
  await page.goto(`${calendarUrl}/order`);
  await look(page, '9-order');
  expect(errors).toEqual([]);
});
