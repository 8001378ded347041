import { type BrowserContext, expect, type Page, test } from '@playwright/test';

const DESKTOP = { width: 1280, height: 900 };

test('work in the editor is never lost: not by another window, a lost connection or a reload', async ({
  page,
  browser,
}) => {
  await page.goto('/calendars/new');
  await page.getByRole('button', { name: 'Continue without photos' }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: 'Make my calendar' }).click();
  await expect(page).toHaveURL(/\/calendars\/cal_/, { timeout: 60_000 });
  const calendarUrl = new URL(page.url()).pathname;
  const here = page.context();

  await test.step('puts together what two windows changed on different pages', async () => {
    const other = await anotherWindow(page, browser.newContext.bind(browser), calendarUrl);
    await writeCaption(other, 3, 'In the other window');
    await expectSaved(other);
    await writeCaption(page, 5, 'In this window');
    const dialog = page.getByRole('dialog', { name: 'Two versions of this calendar' });
    await expect(dialog.getByText('do not get in each other’s way')).toBeVisible();
    await expect(dialog.getByText('Caption: “In the other window”')).toBeVisible();
    await dialog.getByRole('button', { name: 'Keep this choice' }).click();
    await expectSaved(page);
    expect(await captionOf(page, 3)).toBe('In the other window');
    expect(await captionOf(page, 5)).toBe('In this window');
    await page.getByRole('button', { name: 'Undo: versions combined' }).click();
    expect(await captionOf(page, 3)).toBe('');
    await page.getByRole('button', { name: 'Redo: versions combined' }).click();
    await expectSaved(page);
    await other.context().close();
  });

  await test.step('keeps what is written without a connection, and sends it when there is one', async () => {
    await here.setOffline(true);
    await writeCaption(page, 6, 'Written on a train');
    await expect(page.getByText('No connection. Kept on this device')).toBeVisible();
    await here.setOffline(false);
    await expectSaved(page);
  });

  await test.step('brings it back after the window was closed without a connection', async () => {
    await here.setOffline(true);
    await writeCaption(page, 7, 'Before the crash');
    await expect(page.getByText('No connection. Kept on this device')).toBeVisible();
    page.once('dialog', (dialog) => dialog.accept());
    await page.goto('about:blank');
    await here.setOffline(false);
    await page.goto(calendarUrl);
    await expect(page.getByRole('button', { name: 'Undo: work restored' })).toBeEnabled();
    expect(await captionOf(page, 7)).toBe('Before the crash');
    await expectSaved(page);
  });

  await test.step('goes back to any step of the history, and forward again', async () => {
    await writeCaption(page, 8, 'One');
    await writeCaption(page, 9, 'Two');
    await page.getByRole('button', { name: 'History' }).click();
    const history = page.getByRole('dialog', { name: 'History' });
    await expect(history.getByRole('button', { name: /caption · August/i })).toBeVisible();
    await history.getByRole('button', { name: 'As you opened it' }).click();
    await page.keyboard.press('Escape');
    expect(await captionOf(page, 9)).toBe('');
    await page.getByRole('button', { name: 'History' }).click();
    await history.getByRole('button', { name: /caption · September/i }).click();
    await page.keyboard.press('Escape');
    expect(await captionOf(page, 8)).toBe('One');
    expect(await captionOf(page, 9)).toBe('Two');
    await expectSaved(page);
  });
});

async function anotherWindow(
  page: Page,
  newContext: (options: object) => Promise<BrowserContext>,
  path: string,
): Promise<Page> {
  const storageState = await page.context().storageState();
  const context = await newContext({ storageState, locale: 'en-GB', viewport: DESKTOP });
  const other = await context.newPage();
  await other.goto(new URL(path, page.url()).href);
  return other;
}

/** @param index of the page in the strip: 0 is the cover, then the months */
async function openCaption(page: Page, index: number) {
  await page
    .getByRole('navigation', { name: 'Tools' })
    .getByRole('button', { name: /^Design/ })
    .click();
  await page
    .getByRole('navigation', { name: 'Pages', exact: true })
    .getByRole('button')
    .nth(index)
    .click();
  return page.getByRole('textbox', { name: 'Caption' });
}

async function writeCaption(page: Page, index: number, text: string): Promise<void> {
  const caption = await openCaption(page, index);
  await caption.fill(text);
}

async function captionOf(page: Page, index: number): Promise<string> {
  return (await openCaption(page, index)).inputValue();
}

async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('Saved just now')).toBeVisible();
}
