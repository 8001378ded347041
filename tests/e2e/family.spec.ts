import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { monthGrid } from '@/lib/calendar-days/month-grid';
import { monthName } from '@/lib/calendar-days/names';
import { daysInMonth, partsOf, yearMonth } from '@/lib/core/plain-date';
import {
  expectAccessible,
  fillAddress,
  look,
  openAsStaff,
  orderAndPay,
  signUpForCheckout,
} from '../support/e2e-steps';
import { thirteenPhotos } from '../support/thirteen-photos';

const PHONE = { width: 390, height: 844 };

const work = mkdtempSync(path.join(tmpdir(), 'twelvefold-family-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

test('a family designs together, and what is printed is what they agreed on', async ({
  page,
  browser,
}) => {
  test.setTimeout(420_000);
  const errors: string[] = [];
  const watch = (watched: Page) => watched.on('pageerror', ({ message }) => errors.push(message));
  watch(page);
  /** A visitor's browser that knows nothing of the family's. */
  const aPhone = async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: PHONE });
    const phone = await context.newPage();
    watch(phone);
    return phone;
  };

  await test.step('finds a template for the desk by a word', async () => {
    await page.goto('/templates');
    await expectAccessible(page);
    await look(page, 'f01-templates');
    await page.getByRole('searchbox', { name: 'Search templates' }).fill('kitchen');
    await expect(page).toHaveURL(/q=kitchen/);
    await page.getByRole('link', { name: 'Desk garden' }).click();
    await expect(page.getByRole('heading', { name: 'Desk garden' })).toBeVisible();
    await expectAccessible(page);
    await look(page, 'f02-template');
    await onPhone(page, 'f02-template');
    await page.getByRole('link', { name: 'Use this template' }).click();
    await expect(page).toHaveURL(/\/calendars\/new\?template=desk-garden/);
  });

  await test.step('puts in own photos and chooses Arabic', async () => {
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await thirteenPhotos(work));
    await expect(page.getByText('13 photos chosen')).toBeVisible({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await chooseYear(page, 'Arabic');
    await makeCalendar(page);
  });
  const desk = new URL(page.url()).pathname;

  await test.step('locks a page, so that nothing moves its photo', async () => {
    const pages = page.getByRole('navigation', { name: 'Pages', exact: true });
    await pages.getByRole('button', { name: 'Choose pages' }).click();
    await pages.getByRole('button', { name: /^January 2027/ }).click();
    await pages.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect(pages.getByRole('button', { name: /^January 2027.*Locked/ })).toBeVisible();
    await pages.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('adds a birthday with an icon', async () => {
    await openPanel(page, 'Dates');
    await page.getByRole('button', { name: 'Add a date' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What is printed').fill('Layla');
    await form.getByLabel('Kind').selectOption('birthday');
    await chooseDay(form, '16', 'November', '1987');
    await form.getByText('Icon, colour and photo').click();
    await form.getByRole('radio', { name: 'Cake' }).check({ force: true });
    await expect(form.getByText(/Layla.*40/)).toBeVisible();
    await look(page, 'f03-birthday');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(form).toBeHidden();
    await expectSaved(page);
    await look(page, 'f04-editor');
    await expectAccessible(page);
  });

  await test.step('is shown both versions when two of them changed the title, and chooses', async () => {
    const context = await browser.newContext({
      storageState: await page.context().storageState(),
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
    });
    const other = await context.newPage();
    watch(other);
    await other.goto(desk);
    await openPanel(other, 'Design');
    const theirTitle = other.getByLabel('Title', { exact: true });
    await expect(theirTitle).toBeVisible();
    await context.setOffline(true);
    await theirTitle.fill('Grandma’s year');
    await goToPage(page, 'Cover');
    await openPanel(page, 'Design');
    await page.getByLabel('Title', { exact: true }).fill('Our year');
    await expectSaved(page);
    await context.setOffline(false);
    const dialog = other.getByRole('dialog', { name: 'Two versions of this calendar' });
    await expect(dialog).toBeVisible({ timeout: 60_000 });
    await expect(dialog.getByText('Grandma’s year').first()).toBeVisible();
    await expect(dialog.getByText('Our year').first()).toBeVisible();
    await look(other, 'f05-conflict');
    await expectAccessible(other);
    await dialog.getByRole('button', { name: 'Everything from here' }).click();
    await dialog.getByRole('button', { name: 'Keep this choice' }).click();
    await expect(dialog).toBeHidden();
    await expectSaved(other);
    await context.close();
    await page.reload();
    await openPanel(page, 'Design');
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Grandma’s year');
  });

  let shared = '';
  await test.step('shares a link', async () => {
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const link = dialog.getByLabel('Link', { exact: true });
    await expect(link).toHaveValue(/\/shared\/./);
    shared = await link.inputValue();
    await look(page, 'f06-share');
    await page.keyboard.press('Escape');
  });

  await test.step('a visitor without an account comments on January on a phone', async () => {
    const visitor = await aPhone();
    await visitor.goto(shared);
    await expectDrawn(visitor.getByRole('img', { name: 'Cover, with a watermark' }));
    await visitor.getByRole('button', { name: 'January 2027', exact: true }).click();
    await expectDrawn(visitor.getByRole('img', { name: 'January 2027, with a watermark' }));
    await visitor.getByLabel('Your comment').fill('The photo of the lake, please!');
    await visitor.getByLabel('Your name').fill('Aunt Sarah');
    await visitor.getByRole('button', { name: 'Send' }).click();
    await expect(visitor.getByRole('listitem').getByText('The photo of the lake')).toBeVisible();
    await expectAccessible(visitor);
    await look(visitor, 'f07-shared-phone');
    await visitor.setViewportSize({ width: 1280, height: 900 });
    await look(visitor, 'f07-shared');
    await visitor.context().close();
  });

  await test.step('sees the comment come and settles it', async () => {
    await page.getByRole('button', { name: 'Comments, 1 open' }).click();
    const dialog = page.getByRole('dialog', { name: 'Comments' });
    await expect(dialog.getByText('The photo of the lake, please!')).toBeVisible();
    await look(page, 'f08-comments');
    await dialog.getByRole('button', { name: 'Settled' }).click();
    await expect(dialog.getByText('settled', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Comments', exact: true })).toBeVisible();
  });

  let invite = '';
  await test.step('asks relatives for their dates', async () => {
    await page.goto('/account/dates');
    await page.getByLabel('What they read at the top').fill('Layla asks for your birthdays');
    await page.getByLabel('For a calendar').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = page.getByLabel('Link “Layla asks for your birthdays”');
    await expect(link).toHaveValue(/\/your-dates\/./);
    invite = await link.inputValue();
    await expectAccessible(page);
    await look(page, 'f09-date-book');
    await onPhone(page, 'f09-date-book');
  });

  await test.step('a relative sends two', async () => {
    const relative = await aPhone();
    await relative.goto(invite);
    await relative.getByLabel('Your name').fill('Uncle Omar');
    await relative.getByLabel('Whose birthday').fill('Omar');
    await chooseDay(relative, '3', 'May', '1960');
    await relative.getByRole('button', { name: 'Send this date' }).click();
    await expect(relative.getByText('1 date sent, thank you')).toBeVisible();
    await relative.getByLabel('Whose birthday').fill('Nadia');
    await chooseDay(relative, '8', 'June', '1995');
    await relative.getByRole('button', { name: 'Send one more' }).click();
    await expect(relative.getByText('2 dates sent, thank you')).toBeVisible();
    await expectAccessible(relative);
    await look(relative, 'f10-your-dates-phone');
    await relative.setViewportSize({ width: 1280, height: 900 });
    await look(relative, 'f10-your-dates');
    await relative.context().close();
  });

  await test.step('takes one of them into the calendar', async () => {
    await page.goto(desk);
    await openPanel(page, 'Dates');
    await expect(page.getByText('2 new dates from Uncle Omar')).toBeVisible();
    await page.getByRole('button', { name: 'Have a look' }).click();
    const dialog = page.getByRole('dialog', { name: 'New dates' });
    await look(page, 'f11-new-dates');
    await dialog.getByRole('button', { name: 'Accept Omar' }).click();
    await expect(dialog.getByText('Nadia')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('1 new date from Uncle Omar')).toBeVisible();
    await expectSaved(page);
  });

  await test.step('rolls the calendar over, seeing first what changes', async () => {
    await page.goto(`${desk}/next-year`);
    const dates = page.getByRole('listitem').filter({ hasText: 'Layla' });
    await expect(dates).toContainText('40');
    await expect(dates).toContainText('41');
    const easter = page.getByRole('listitem').filter({ hasText: 'Mar 29, 2027' });
    await expect(easter).toContainText('Apr 17, 2028');
    await expectAccessible(page);
    await look(page, 'f12-next-year');
    await onPhone(page, 'f12-next-year');
    await page.getByRole('button', { name: 'Make this calendar' }).click();
    await expect(page).not.toHaveURL(/next-year/, { timeout: 60_000 });
    await expect(page).toHaveURL(/\/calendars\/cal_/);
    expect(new URL(page.url()).pathname).not.toBe(desk);
    const pages = page.getByRole('navigation', { name: 'Pages', exact: true });
    await expect(pages.getByRole('button', { name: /^January 2028/ })).toBeVisible();
  });

  await test.step('makes a wall calendar in A3 and Japanese of the same photos', async () => {
    await page.goto('/calendars/new');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await chooseYear(page, 'Japanese');
    await page
      .getByRole('radio', { name: /A3 portrait/ })
      .first()
      .check({ force: true });
    await look(page, 'f13-months');
    await makeCalendar(page);
    await look(page, 'f14-japanese');
  });
  const wall = new URL(page.url()).pathname;

  await test.step('approves and pays for both', async () => {
    for (const calendar of [desk, wall]) {
      await page.goto(`${calendar}/order`);
      await expect(page.getByText(/Ready for the press/)).toBeVisible({ timeout: 180_000 });
      await page.getByLabel(/^Yes, it runs January 2027 – December 2027/).check();
      const notes = page.getByLabel(/I have seen the notes/);
      if (await notes.isVisible()) await notes.check();
      await look(page, calendar === desk ? 'f15-approve-desk' : 'f15-approve-wall');
      await page.getByRole('button', { name: 'Approve and put into the cart' }).click();
      await expect(page).toHaveURL(/\/cart$/);
    }
    const email = `layla.${Date.now()}@example.com`;
    await signUpForCheckout(page, { name: 'Layla Haddad', email });
    await fillAddress(page, 'Layla Haddad');
    for (const runs of await page.getByLabel(/runs from .*January 2027.* to .*December 2027/).all())
      await runs.check();
  });
  const orderNumber = await orderAndPay(page);

  await test.step('staff get a print file for each, right in every month', async () => {
    const staff = await openAsStaff(browser);
    await staff.getByRole('link', { name: orderNumber }).click();
    const links = staff.getByRole('link', { name: /Download the print file|Print file/ });
    await expect(links).toHaveCount(2);
    const files: string[] = [];
    for (const link of await links.all()) {
      const [download] = await Promise.all([staff.waitForEvent('download'), link.click()]);
      const file = path.join(work, `print-${files.length}.pdf`);
      await download.saveAs(file);
      files.push(file);
    }
    await staff.context().close();
    const [arabic = '', japanese = ''] = files.sort((a, b) => widthMm(a) - widthMm(b));
    expectPrintFile(arabic, 'ar');
    expectPrintFile(japanese, 'ja');
  });
  expect(errors).toEqual([]);
});

async function onPhone(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  const usual = page.viewportSize();
  await page.setViewportSize(PHONE);
  await look(page, `${name}-phone`);
  if (usual) await page.setViewportSize(usual);
}

async function openPanel(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Tools' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
}

async function goToPage(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Pages', exact: true })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
}

async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('Saved just now')).toBeVisible();
}

async function chooseDay(form: Page | Locator, day: string, month: string, year: string) {
  await form.getByLabel('Day', { exact: true }).selectOption(day);
  await form.getByLabel('Month', { exact: true }).selectOption({ label: month });
  await form.getByLabel('Born in').fill(year);
}

/** The year 2027 with the holidays of Great Britain, whose Easter moves. */
async function chooseYear(page: Page, language: string): Promise<void> {
  await page.getByLabel('Month', { exact: true }).selectOption({ label: 'January' });
  await page.getByLabel('Year', { exact: true }).selectOption('2027');
  const field = page.getByRole('combobox', { name: 'Language on paper' });
  await field.fill(language);
  await field.press('Enter');
  await page.getByLabel('The week starts on').selectOption('1');
  await page.getByLabel('Country').first().selectOption('GB');
  await expect(page.getByText('January 2027 – December 2027').first()).toBeVisible();
}

async function makeCalendar(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: 'Make my calendar' }).click();
  await expect(page).toHaveURL(/\/calendars\/cal_/, { timeout: 60_000 });
  await expect(page.getByRole('navigation', { name: 'Tools' })).toBeVisible();
}

async function expectDrawn(image: Locator): Promise<void> {
  await expect
    .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(300);
}

function poppler(program: 'pdfinfo' | 'pdftotext', ...given: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, given, { encoding: 'utf8' });
  expect(status, `${program}: ${stderr}`).toBe(0);
  return stdout;
}

function widthMm(file: string): number {
  const points = Number(/Page size:\s+([\d.]+)/.exec(poppler('pdfinfo', file))?.[1]);
  return (points * 25.4) / 72;
}

/** Reads a print file of 2027 with an independent program: what it is, its months, and every day of them. */
function expectPrintFile(file: string, language: 'ar' | 'ja'): void {
  if (spawnSync('pdftotext', ['-v']).status === null) {
    test.info().annotations.push({ type: 'skipped', description: 'pdftotext is not installed' });
    return;
  }
  expect(poppler('pdfinfo', file)).toMatch(/Pages:\s+14\b/);
  expect(poppler('pdfinfo', '-meta', file)).toContain('PDF/X-4');
  for (let month = 1; month <= 12; month += 1) {
    // The cover is page 1.
    const at = String(month + 1);
    const text = asPlain(poppler('pdftotext', '-f', at, '-l', at, file, '-'));
    const words = text.split(/\s+/u);
    const name = asPlain(monthName(month, language));
    const page = `${language}, month ${month}`;
    expect(text, page).toContain(name);
    const found = (day: number) => words.filter((word) => word === String(day)).length;
    // A grid may also show the days beside the month that fill its rows, a heading the neighbour months.
    const cells = monthGrid(yearMonth(2027, month), 1).weeks.flat();
    for (let day = 1; day <= daysInMonth(2027, month); day += 1) {
      const most = cells.filter(({ date }) => partsOf(date).day === day).length + 2;
      expect(found(day), `${page}, day ${day}`).toBeGreaterThanOrEqual(1);
      expect(found(day), `${page}, day ${day}`).toBeLessThanOrEqual(most);
    }
  }
}

/** Letters without the shapes that they take in a word, and digits as ours. */
const asPlain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u200c-\u200f\u202a-\u202e]/gu, '')
    .replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
