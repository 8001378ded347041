import { readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';

/** Looks kept for people: `SHOTS=folder npm run e2e` writes a picture of each station. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

/** No page may shut anybody out: WCAG 2.2 AA as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

/** The mail of the sandbox that an address got; waits for it. */
export async function mailTo(
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

/** From the cart as a guest to the checkout with an account, by the code that comes by mail. */
export async function signUpForCheckout(
  page: Page,
  { name, email }: { name: string; email: string },
): Promise<void> {
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await expect(page).toHaveURL(/\/(sign-in|sign-up)/);
  if (page.url().includes('/sign-in'))
    await page.getByRole('link', { name: 'Create an account' }).click();
  await fillSignUp(page, { name, email });
  await expect(page).toHaveURL((url) => url.pathname === '/checkout');
}

/** A new account of its own, from the sign-up page; ends at `returnTo`. */
export async function signUpAt(
  page: Page,
  returnTo: string,
  person: { name: string; email: string },
): Promise<void> {
  await page.goto(`/sign-up?returnTo=${encodeURIComponent(returnTo)}`);
  await fillSignUp(page, person);
  await expect(page).toHaveURL((url) => url.pathname === returnTo);
}

async function fillSignUp(
  page: Page,
  { name, email }: { name: string; email: string },
): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('three quiet winter mornings');
  await look(page, '11-sign-up');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  const mail = await mailTo(email, /./);
  const code =
    /\b(\d{6})\b/.exec(mail.text)?.[1] ??
    /(\d{3}) (\d{3})/.exec(mail.text)?.slice(1).join('') ??
    '';
  await page.getByLabel('Code from the mail').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
}

/** An address in Germany, whose tax and delivery must be named before the order. */
export async function fillAddress(page: Page, recipient: string): Promise<void> {
  await page.getByLabel('Country').selectOption('DE');
  await page.getByLabel('Recipient').fill(recipient);
  await page.getByLabel('Phone').fill('+49 30 1234567');
  await page.getByLabel('Street, house, flat').fill('Lindenallee 5');
  await page.getByLabel('Postal code').fill('10115');
  await page.getByLabel('Town or city').fill('Berlin');
  await expect(page.getByText(/Of this, tax/)).toBeVisible();
}

/**
 * Orders what is in the checkout and pays on the sandbox's page.
 * @returns the number of the paid order, whose page is then shown
 */
export async function orderAndPay(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Order and pay/ }).click();
  await expect(page).toHaveURL(/\/pay\//);
  await look(page, '13-pay');
  await page.getByRole('button', { name: /^Pay/ }).first().click();
  await expect(page).toHaveURL(/\/orders\/ord_/);
  await expect(page.getByText('Paid').first()).toBeVisible({ timeout: 60_000 });
  const number = /T-\d\d-\d+/.exec((await page.locator('h1').textContent()) ?? '')?.[0] ?? '';
  expect(number).not.toBe('');
  return number;
}

/** A browser of its own in which the demo member of staff is signed in and sees the order board. */
export async function openAsStaff(browser: Browser): Promise<Page> {
  const file = path.join(process.env.E2E_DATA_DIR ?? '', 'demo-sign-ins.json');
  const passwords = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const email = 'staff@twelvefold.example';
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
  });
  const staff = await context.newPage();
  await staff.goto('/sign-in?returnTo=/admin/orders');
  await staff.getByLabel('E-mail').fill(email);
  await staff.getByLabel('Password', { exact: true }).fill(passwords[email] ?? '');
  await staff.getByRole('button', { name: 'Sign in' }).click();
  const code = (await staff.getByTestId('demo-code').textContent()) ?? '';
  await staff.getByLabel('Code').fill(code);
  await staff.getByRole('button', { name: 'Go on' }).click();
  await expect(staff).toHaveURL((url) => url.pathname === '/admin/orders');
  return staff;
}
