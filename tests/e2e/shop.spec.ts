import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  expectAccessible,
  look,
  mailTo,
  openAsStaff,
  signUpForCheckout,
} from '../support/e2e-steps';
import { thirteenPhotos } from '../support/thirteen-photos';

const work = mkdtempSync(path.join(tmpdir(), 'twelvefold-shop-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

const PASSWORD = 'three quiet winter mornings';

test('a customer buys two calendars for two addresses with a promo code and a part-used certificate, by a second till; is sent parcels, gets a reprint and money back, and is forgotten', async ({
  page,
  browser,
}) => {
  test.setTimeout(600_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const email = `marta.${Date.now()}@example.com`;
  const promo = `E2E${Date.now().toString(36).toUpperCase()}`;
  let calendarUrl = '';
  let certificate = '';

  const staff = await openAsStaff(browser);
  await test.step('staff make a promo code', async () => {
    await staff.goto('/admin/promos/new');
    await staff.getByLabel('Code', { exact: true }).fill(promo);
    await staff.getByLabel('Percent', { exact: true }).fill('10');
    await look(staff, 's1-promo');
    await staff.getByRole('button', { name: 'Create the code' }).click();
    await expect(staff.getByText(`${promo} is there`).first()).toBeVisible();
  });

  await test.step('a guest makes a calendar and takes the file alone', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Make a calendar' }).first().click();
    await expect(page).toHaveURL(/\/calendars\/new/);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await thirteenPhotos(work));
    await expect(page.getByText('13 photos chosen')).toBeVisible({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('button', { name: 'Make my calendar' }).click();
    await expect(page).toHaveURL(/\/calendars\/cal_/, { timeout: 60_000 });
    calendarUrl = new URL(page.url()).pathname;
    await approve(page, calendarUrl, /PDF/);
    await page.goto('/cart?currency=UAH');
    await expect(page.getByText('One file, to download')).toBeVisible();
  });

  await test.step('becomes a customer and buys a gift certificate by Monobank', async () => {
    await signUpForCheckout(page, { name: 'Марта Бондар', email });
    await page.goto('/gift-certificates');
    await page.getByLabel('Currency').selectOption('UAH');
    await page.getByLabel('Another sum').fill('500');
    await page.getByLabel('For', { exact: true }).fill('Марко');
    await page.getByLabel('From', { exact: true }).fill('Марта');
    await page.getByRole('radio', { name: 'I print it' }).check({ force: true });
    await look(page, 's2-certificate');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Buy the certificate' }).click();
    await expect(page).toHaveURL(/\/monobank\/pay\//);
    await look(page, 's3-monobank');
    await page.getByRole('button', { name: /^Pay/ }).click();
    await expect(page).toHaveURL(/\/gift-certificates\/gft_/);
    const code = page.locator('code').first();
    await expect(code).toHaveText(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$/, { timeout: 60_000 });
    certificate = (await code.textContent()) ?? '';
    await look(page, 's4-certificate-paid');
  });

  await test.step('pays the file with a part of the certificate, without any till', async () => {
    await page.goto('/checkout?currency=UAH');
    await page.getByLabel('Gift certificate').fill(certificate);
    await page.getByLabel('Gift certificate').press('Enter');
    await confirmMonths(page);
    await look(page, 's5-checkout-file');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Order, nothing left to pay' }).click();
    await expect(page).toHaveURL(/\/orders\/ord_/);
    const link = page.getByRole('link', { name: /^Download \(/ });
    await expect(link).toBeVisible({ timeout: 120_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    await look(page, 's6-file-order');
  });

  let secondUrl = '';
  await test.step('makes a second calendar out of the first', async () => {
    await page.goto('/calendars');
    await page
      .getByRole('button', { name: /^More for/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Make a copy' }).click();
    const copy = page.getByRole('link', { name: /^Open .*\(copy\)/ });
    await expect(copy).toBeVisible();
    secondUrl = (await copy.getAttribute('href')) ?? '';
  });

  let orderUrl = '';
  await test.step('orders both for two addresses with the code and what is left of the certificate', async () => {
    await approve(page, calendarUrl, /A3 wall calendar, matt/);
    await approve(page, secondUrl, /A3 wall calendar, silk/);
    await page.goto('/cart?currency=UAH');
    await expect(page.getByRole('group', { name: /^Quantity of/ })).toHaveCount(2);
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await fillBranch(page.getByRole('group', { name: 'Address 1' }), 'Марта Бондар', 'Київ');
    await page.getByRole('button', { name: 'Send to another address too' }).click();
    await fillBranch(page.getByRole('group', { name: 'Address 2' }), 'Олег Бондар', 'Львів');
    await page.getByLabel('Promo code').fill(promo.toLowerCase());
    await page.getByLabel('Promo code').press('Enter');
    await expect(page.getByText(`Code ${promo}`)).toBeVisible();
    await page.getByLabel('Gift certificate').fill(certificate);
    await page.getByLabel('Gift certificate').press('Enter');
    await expect(page.getByText(/stay on it/)).toBeVisible();
    await confirmMonths(page);
    await page.getByRole('radio', { name: /Card, by Stripe/ }).check({ force: true });
    await look(page, 's7-checkout');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Order and pay/ }).click();
  });

  await test.step('is declined at Stripe and pays at Monobank', async () => {
    await expect(page).toHaveURL(/\/pay\//);
    await page.getByRole('button', { name: /Decline/ }).click();
    await page.getByRole('button', { name: /Cancel and go back/ }).click();
    await expect(page).toHaveURL(/\/orders\/ord_/);
    orderUrl = new URL(page.url()).pathname;
    await page.getByRole('radio', { name: /monobank/ }).check({ force: true });
    await look(page, 's8-declined');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^(Pay|Try)/ }).click();
    await expect(page).toHaveURL(/\/monobank\/pay\//);
    await page.getByRole('button', { name: /^Pay/ }).click();
    await expect(page).toHaveURL(/\/orders\/ord_/);
    await expect(page.getByText('Paid').first()).toBeVisible({ timeout: 60_000 });
    await look(page, 's9-paid');
  });
  const number = /T-\d\d-\d+/.exec((await page.locator('h1').textContent()) ?? '')?.[0] ?? '';

  await test.step('staff print both parcels and send them by Nova Poshta', async () => {
    await staff.goto(`/admin${orderUrl}`);
    await expect(staff.getByText('Олег Бондар').first()).toBeVisible();
    await staff.getByRole('button', { name: 'Hand over to print' }).click();
    await expect(staff.getByText('In production').first()).toBeVisible();
    for (let parcel = 0; parcel < 2; parcel += 1) {
      await staff.getByRole('button', { name: 'Make waybill' }).first().click();
      await expect(staff.getByRole('link', { name: 'Label' })).toHaveCount(parcel + 1, {
        timeout: 60_000,
      });
    }
    await look(staff, 's10-waybills');
    await expectAccessible(staff);
    for (let parcel = 0; parcel < 2; parcel += 1) {
      await staff.getByRole('button', { name: 'Change state' }).first().click();
      const dialog = staff.getByRole('dialog');
      await dialog.getByLabel('New state').selectOption('DELIVERED');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toBeHidden();
      await expect(staff.getByRole('button', { name: 'Change state' })).toHaveCount(1 - parcel);
    }
    await expect(staff.getByText('Delivered').first()).toBeVisible();
    expect((await mailTo(email, /way/)).text).toMatch(/20\d{12}/);
  });

  await test.step('the customer reports a fault, and staff print it again', async () => {
    await page.goto(orderUrl);
    await page.getByRole('button', { name: 'Report a problem' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What is wrong?').selectOption('DAMAGED');
    await form.getByRole('checkbox').first().check();
    await form.getByLabel('Describe it').fill('The wire is bent and March is torn.');
    await form
      .locator('input[type=file]')
      .first()
      .setInputFiles((await thirteenPhotos(work)).slice(0, 1));
    await expect(form.getByRole('button', { name: 'Remove photo 1' })).toBeVisible({
      timeout: 60_000,
    });
    await look(page, 's11-claim');
    await form.getByRole('button', { name: 'Send the report' }).click();
    await expect(form).toBeHidden();
    await expect(page.getByText('We answer within two working days.')).toBeVisible();
    await staff.goto('/admin/claims');
    await staff
      .getByRole('row', { name: new RegExp(number) })
      .getByRole('link')
      .first()
      .click();
    await staff.getByRole('radio', { name: /Print again/ }).check({ force: true });
    await staff.getByLabel('Words to the customer').fill('We are sorry. It is printed again.');
    await look(staff, 's12-decide');
    await staff.getByRole('button', { name: 'Print again' }).click();
    await expect(staff.getByText(/P-\d\d-\d+/).first()).toBeVisible();
    await page.reload();
    await expect(page.getByText('We print it again for you, free of charge.')).toBeVisible();
    await staff.goto(`/admin${orderUrl}`);
    await staff.getByRole('button', { name: 'Make waybill' }).click();
    await expect(staff.getByRole('button', { name: 'Change state' })).toBeVisible({
      timeout: 60_000,
    });
    await staff.getByRole('button', { name: 'Change state' }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByLabel('New state').selectOption('DELIVERED');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(staff.getByRole('button', { name: 'Change state' })).toHaveCount(0);
    await look(staff, 's12-reprint-sent');
  });

  await test.step('staff give a part of the money back', async () => {
    await staff.goto(`/admin${orderUrl}`);
    await staff.getByRole('button', { name: 'Refund', exact: true }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByLabel(/^Amount/).fill('100');
    await dialog.getByLabel('Reason').fill('for the trouble');
    await dialog.getByRole('button', { name: /^Refund/ }).click();
    await expect(dialog).toBeHidden();
    expect((await mailTo(email, /money|refund/i)).text).toContain('100');
    await staff.context().close();
  });

  await test.step('takes the data along, erases the account and gets a receipt', async () => {
    await page.goto('/account/data');
    await page.getByRole('button', { name: 'Make the file' }).click();
    await expect(page.getByRole('link', { name: /^Download/ })).toBeVisible({ timeout: 60_000 });
    await look(page, 's13-data');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Erase my account' }).click();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByLabel('I understand that there is no way back').check();
    await look(page, 's14-erase');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Erase everything now' }).click();
    await expect(page).toHaveURL(/\/erasure\//);
    await expect(page.getByText('Everything is erased.')).toBeVisible({ timeout: 120_000 });
    await look(page, 's15-receipt');
    await expectAccessible(page);
    await mailTo(email, /erased/);
    await page.goto(orderUrl);
    await expect(page).toHaveURL(/\/sign-in/);
  });
  expect(errors).toEqual([]);
});

/** Looks at the proof of a calendar and puts one edition of it into the cart. */
async function approve(page: Page, calendarUrl: string, edition: RegExp): Promise<void> {
  await page.goto(`${calendarUrl}/order`);
  await expect(page.getByText(/Ready for the press/)).toBeVisible({ timeout: 180_000 });
  await page.getByRole('radio', { name: edition }).first().check({ force: true });
  await page.getByLabel(/^Yes, it runs/).check();
  const notes = page.getByLabel(/I have seen the notes/);
  if (await notes.isVisible()) await notes.check();
  await page.getByRole('button', { name: 'Approve and put into the cart' }).click();
  await expect(page).toHaveURL(/\/cart$/);
}

async function confirmMonths(page: Page): Promise<void> {
  for (const box of await page.getByRole('checkbox', { name: /(runs from|is for)/ }).all()) {
    await box.check();
  }
}

/** A branch of Nova Poshta, found by its town. */
async function fillBranch(parcel: Locator, recipient: string, city: string): Promise<void> {
  await parcel.getByLabel('Country').selectOption('UA');
  await parcel.getByRole('radio', { name: /Nova Poshta branch/ }).check({ force: true });
  await parcel.getByLabel('Recipient').fill(recipient);
  await parcel.getByLabel('Phone').fill('067 123 45 67');
  await parcel.getByLabel('Town or city of the branch').fill(city);
  await parcel.getByRole('listbox').getByRole('option').first().click();
  await parcel.getByLabel('Branch', { exact: true }).click();
  await parcel.getByRole('listbox').getByRole('option').first().click();
}
