import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import {
  expectAccessible,
  fillAddress,
  look,
  mailTo,
  openAsStaff,
  orderAndPay,
  signUpForCheckout,
} from '../support/e2e-steps';
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
    const language = page.getByRole('combobox', { name: 'Language on paper' });
    await language.fill('Українська');
    await language.press('Enter');
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
    await form.getByLabel('Day', { exact: true }).selectOption('16');
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
    await page.getByRole('radio', { name: 'Whole calendar' }).check({ force: true });
    await page.getByRole('radio', { name: /Evening/ }).check({ force: true });
    await expect(page.getByText('Saved just now')).toBeVisible();
    await look(page, '7-look');
    await page.reload();
    await panel('Design').click();
    await page.getByRole('radio', { name: 'Whole calendar' }).check({ force: true });
    await expect(page.getByRole('radio', { name: /Evening/ })).toBeChecked();
  });

  await test.step('flips through it', async () => {
    await page.getByRole('link', { name: 'Flip through' }).click();
    await expect(page.getByText('Page 1 of 14')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('Page 2 of 14')).toBeVisible();
    await look(page, '8-flip');
    await expectAccessible(page);
  });
  await test.step('sees the print file pass, confirms the year and approves', async () => {
    await page.getByRole('link', { name: 'Check and order' }).first().click();
    await expect(page).toHaveURL(`${calendarUrl}/order`);
    await expect(page.getByText(/Ready for the press/)).toBeVisible({ timeout: 180_000 });
    await page.getByLabel(/^Yes, it runs September 2027 – August 2028/).check();
    const notes = page.getByLabel(/I have seen the notes/);
    if (await notes.isVisible()) await notes.check();
    await look(page, '9-approve');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Approve and put into the cart' }).click();
    await expect(page).toHaveURL(/\/cart$/);
    await expect(page.getByText('Наш рік').first()).toBeVisible();
    await look(page, '10-cart');
    await expectAccessible(page);
  });

  const customer = `olena.${Date.now()}@example.com`;
  await test.step('signs up on the way to checkout, and keeps everything', async () => {
    await signUpForCheckout(page, { name: 'Олена Коваль', email: customer });
  });

  let orderNumber = '';
  await test.step('sees delivery and tax before paying, and pays', async () => {
    await fillAddress(page, 'Olena Koval');
    await page.getByLabel(/runs from .*September 2027.* to .*August 2028/).check();
    await look(page, '12-checkout');
    await expectAccessible(page);
    orderNumber = await orderAndPay(page);
    await look(page, '14-order');
    await expectAccessible(page);
    const mail = await mailTo(customer, new RegExp(orderNumber));
    expect(mail.text).toContain('Наш рік');
  });
  const orderUrl = new URL(page.url()).pathname;

  await test.step('staff see the order, download the print file and ship it', async () => {
    const staff = await openAsStaff(browser);
    await look(staff, '15-board');
    await expectAccessible(staff);
    await staff.getByRole('link', { name: orderNumber }).click();
    await expect(staff.getByText('Olena Koval').first()).toBeVisible();
    await look(staff, '16-staff-order');
    await expectAccessible(staff);
    const [download] = await Promise.all([
      staff.waitForEvent('download'),
      staff
        .getByRole('link', { name: /Download the print file|Print file/ })
        .first()
        .click(),
    ]);
    const file = path.join(work, 'print.pdf');
    await download.saveAs(file);
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    await expect(staff.getByText(hash).first()).toBeVisible();
    await staff.getByRole('button', { name: 'Hand over to print' }).click();
    await expect(staff.getByText('In production').first()).toBeVisible();
    await staff.getByRole('button', { name: 'Mark as shipped' }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByLabel('Parcel number').fill('00340434161094042557');
    await dialog.getByRole('button', { name: 'Mark as shipped' }).click();
    await expect(staff.getByText('Shipped').first()).toBeVisible();
    const mail = await mailTo(customer, /way|ship/i);
    expect(mail.text).toContain('00340434161094042557');
    await staff.context().close();
  });

  await test.step('sees it shipped', async () => {
    await page.goto(orderUrl);
    await expect(page.getByText('Handed to the carrier')).toBeVisible();
    await expect(page.getByText('00340434161094042557')).toBeVisible();
    await look(page, '17-shipped');
  });

  await test.step('the printed file holds the right dates', () => {
    expectRightDates(path.join(work, 'print.pdf'));
  });
  expect(errors).toEqual([]);
});

/** Reads the print file with an independent program. Page 1 is the cover, page 2 September 2027. */
function expectRightDates(file: string): void {
  const textOf = (pageNumber: number): string => {
    const result = spawnSync('pdftotext', [
      '-layout',
      '-f',
      String(pageNumber),
      '-l',
      String(pageNumber),
      file,
      '-',
    ]);
    return result.status === 0 ? result.stdout.toString() : '';
  };
  if (spawnSync('pdftotext', ['-v']).status === null) {
    test.info().annotations.push({ type: 'skipped', description: 'pdftotext is not installed' });
    return;
  }
  const months = [
    ['Вересень', '2027', 30],
    ['Жовтень', '2027', 31],
    ['Листопад', '2027', 30],
    ['Грудень', '2027', 31],
    ['Січень', '2028', 31],
    ['Лютий', '2028', 29],
    ['Березень', '2028', 31],
    ['Квітень', '2028', 30],
    ['Травень', '2028', 31],
    ['Червень', '2028', 30],
    ['Липень', '2028', 31],
    ['Серпень', '2028', 31],
  ] as const;
  for (const [index, [name, year, days]] of months.entries()) {
    const text = textOf(index + 2);
    expect(text, `page ${index + 2}`).toContain(name);
    expect(text).toContain(year);
    const numbers = new Set(text.match(/\b\d{1,2}\b/g));
    for (let day = 1; day <= days; day += 1)
      expect(numbers, `${name} ${day}`).toContain(String(day));
  }
  const november = textOf(4);
  expect(november).toContain('Олена, 40');
  expect(textOf(3)).toContain('Весілля');
  // 1 October is Defenders Day in Ukraine, 25 December Christmas, 24 August Independence Day, by law.
  expect(textOf(3)).toMatch(/захисник/i);
  expect(textOf(5)).toMatch(/Різдво/);
  expect(textOf(13)).toMatch(/Незалежн/i);
}
