import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  expectAccessible,
  fillAddress,
  look,
  mailTo,
  orderAndPay,
  signUpAt,
} from '../support/e2e-steps';
import { thirteenPhotos } from '../support/thirteen-photos';

const work = mkdtempSync(path.join(tmpdir(), 'twelvefold-studio-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

const PACK = 300;

test('a customer has a subject learned, gets a picture for every month, and orders the calendar', async ({
  page,
}) => {
  test.setTimeout(900_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const email = `studio.${Date.now()}@example.com`;
  let modelUrl = '';
  let setUrl = '';

  await test.step('signs up and finds a welcome of stars', async () => {
    await signUpAt(page, '/account/stars', { name: 'Iryna Studio', email });
    await expect(page.getByText('Welcome gift')).toBeVisible();
    await expectAccessible(page);
  });
  const welcome = await balanceOf(page);
  expect(welcome).toBeGreaterThan(0);

  await test.step('buys a pack of stars, once', async () => {
    await page.getByRole('button', { name: new RegExp(`^Buy ${PACK} stars`) }).click();
    await expect(page).toHaveURL(/\/pay\//);
    await page.getByRole('button', { name: /^Pay/ }).first().click();
    await expect(page.getByText(`Paid: ${PACK} stars are yours`)).toBeVisible();
    await look(page, 'studio-01-wallet');
    await expectAccessible(page);
    expect(await balanceOf(page)).toBe(welcome + PACK);
  });

  await test.step('says whom, agrees, and chooses photos that are looked at', async () => {
    await page.goto('/studio');
    await look(page, 'studio-02-hub');
    await expectAccessible(page);
    await page.goto('/studio/models/new');
    await page.getByRole('radio', { name: 'Woman', exact: true }).check({ force: true });
    await page.getByLabel('Name', { exact: true }).fill('Iryna');
    await page.getByLabel('Age in years').fill('34');
    await look(page, 'studio-03-whom');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('checkbox', { name: /I agree to this/ }).check();
    await look(page, 'studio-04-agreement');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'I agree', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Choose 10 to 20 photos' })).toBeVisible();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await thirteenPhotos(work));
    await expect(page.getByRole('heading', { name: '13 chosen photos' })).toBeVisible({
      timeout: 120_000,
    });
    // Whatever is wrong with one of them is named on it, and may be mended or waved through.
    await expect(page.getByText('Photos are on their way…')).toBeHidden({ timeout: 120_000 });
    await expect(page.getByText('Being prepared')).toHaveCount(0, { timeout: 120_000 });
    for (;;) {
      const keep = page.getByRole('button', { name: 'Keep anyway' });
      if ((await keep.count()) === 0) break;
      await keep.first().click();
    }
    await expect(page.getByText(/photos are ready\./)).toBeVisible();
    await look(page, 'studio-05-photos');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Next' }).click();
  });

  await test.step('sees the price, starts, leaves, and is told when it is learned', async () => {
    await expect(page.getByRole('heading', { name: 'Ready to learn' })).toBeVisible();
    await page.getByRole('radio', { name: /^True portrait/ }).check({ force: true });
    await look(page, 'studio-06-price');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Start learning/ }).click();
    await expect(page).toHaveURL(/\/studio\/models\/lor_/);
    modelUrl = new URL(page.url()).pathname;
    await expect(page.getByRole('button', { name: 'Stop learning' })).toBeVisible();
    await look(page, 'studio-07-learning');
    await expect(page.getByRole('heading', { name: 'This is what we learned' })).toBeVisible({
      timeout: 90_000,
    });
    await expect(page.getByRole('button', { name: /^Open sample \d of Iryna/ })).toHaveCount(4, {
      timeout: 90_000,
    });
    await look(page, 'studio-08-learned');
    await expectAccessible(page);
    const mail = await mailTo(email, /Iryna/);
    expect(mail.text).toContain(modelUrl);
  });

  await test.step('runs a theme: twelve pictures arrive while the page is open', async () => {
    await page.getByRole('link', { name: 'Make a month set' }).first().click();
    await expect(page).toHaveURL(/\/studio\/sets\/new/);
    await page.getByRole('radio', { name: /Golden hour/ }).check();
    await page.getByRole('radio', { name: '1', exact: true }).check({ force: true });
    await look(page, 'studio-09-theme');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Paint the year/ }).click();
    await expect(page).toHaveURL(/\/studio\/sets\/job_/);
    setUrl = new URL(page.url()).pathname;
    await look(page, 'studio-10-painting');
    await expect(page.getByText('The year is complete')).toBeVisible({ timeout: 150_000 });
    await look(page, 'studio-11-year');
    await expectAccessible(page);
  });

  await test.step('swaps two months and has one painted again', async () => {
    const pictureOf = (month: string) =>
      page.getByRole('button', { name: `${month}: open the picture` }).locator('img');
    const [january, march] = await Promise.all(
      ['January', 'March'].map((month) => pictureOf(month).getAttribute('src')),
    );
    await page.getByRole('button', { name: 'January: open the picture' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await look(page, 'studio-12-picture');
    await expectAccessible(page);
    await dialog.getByLabel('Stands in').selectOption({ label: 'March' });
    await expect(dialog.getByLabel('Stands in')).toHaveValue('3');
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    await expect(pictureOf('March')).toHaveAttribute('src', january ?? '');
    await expect(pictureOf('January')).toHaveAttribute('src', march ?? '');
    const june = await pictureOf('June').getAttribute('src');
    await page.getByRole('button', { name: 'June: open the picture' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Again/ })
      .click();
    const candidates = page.getByRole('list', { name: 'Pictures for June' }).getByRole('button');
    await expect(candidates).toHaveCount(2);
    await expect(candidates.nth(1).locator('img')).toBeVisible({ timeout: 90_000 });
    await candidates.nth(1).click();
    await expect(pictureOf('June')).not.toHaveAttribute('src', june ?? '');
  });

  await test.step('makes a calendar of it in one press', async () => {
    await page.getByRole('button', { name: 'Make a calendar of this' }).click();
    await look(page, 'studio-13-make');
    await page.getByRole('dialog').getByRole('button', { name: 'Open it in the editor' }).click();
    await expect(page).toHaveURL(/\/calendars\/cal_/, { timeout: 60_000 });
    await expect(page.getByText('Saved').first()).toBeVisible();
    await look(page, 'studio-14-editor');
  });

  await test.step('has the pictures sharpened for print, approves and orders', async () => {
    await page.getByRole('button', { name: 'Check and order' }).click();
    await expect(page).toHaveURL(/\/order$/);
    await look(page, 'studio-15-sharpen');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Sharpen for \d+ stars/ }).click();
    await expect(page.getByText(/sharpened for print/)).toBeVisible({ timeout: 150_000 });
    await expect(page.getByText(/Ready for the press/)).toBeVisible({ timeout: 180_000 });
    await expect(page.getByText(/Contains \d+ pictures made with AI/)).toBeVisible();
    await page.getByLabel(/^Yes, it runs/).check();
    const notes = page.getByLabel(/I have seen the notes/);
    if (await notes.isVisible()) await notes.check();
    await look(page, 'studio-16-approve');
    await page.getByRole('button', { name: 'Approve and put into the cart' }).click();
    await expect(page).toHaveURL(/\/cart$/);
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await fillAddress(page, 'Iryna Studio');
    await page.getByLabel(/runs from/).check();
    await orderAndPay(page);
    await look(page, 'studio-17-order');
  });

  await test.step('the wallet says what every star was for, and nothing stays set aside', async () => {
    await page.goto('/account/stars');
    await expect(page.getByText('Nothing is set aside for work right now.')).toBeVisible();
    await look(page, 'studio-18-history');
    await expectAccessible(page);
    const learning = page.getByText('Learning “Iryna”');
    while (!(await learning.isVisible())) {
      const { href } = new URL(page.url());
      await page.getByRole('link', { name: 'Older' }).click();
      await expect(page).not.toHaveURL(href);
    }
    const spent = welcome + PACK - (await balanceOf(page));
    // The portrait, thirteen pictures, and the enlargements.
    expect(spent).toBeGreaterThan(120 + 13 * 2);
  });

  await test.step('shows the year on a phone without anything cut off', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const [name, url] of [
      ['set', setUrl],
      ['model', modelUrl],
      ['new', '/studio/sets/new'],
      ['generate', '/studio/generate'],
      ['gallery', '/studio/gallery'],
      ['stars', '/account/stars'],
    ] as const) {
      await page.goto(url);
      await look(page, `studio-phone-${name}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow, url).toBeLessThanOrEqual(0);
    }
  });
  expect(errors).toEqual([]);
});

/** Stars that are free to spend. */
async function balanceOf(page: Page): Promise<number> {
  const answer = (await (await page.request.get('/api/stars')).json()) as { balance: number };
  return answer.balance;
}
