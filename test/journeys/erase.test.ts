import { describe, expect, test } from 'vitest';
import { contextFor, desk, open, settled } from './crawl.ts';
import { fakeServer } from './fake-api.ts';
import { screens } from './screens.ts';
import { setting } from './setting.ts';

const activity = screens.find((x) => x.name === 'activity')!;

describe('a contact person', () => {
  const s = setting();

  test('is erased by keyboard: the question says what happens, Escape keeps, and a marker stays', async () => {
    const server = await fakeServer();
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, server, activity);
    await page.getByText('A contact person stood here, erased on 2 Mar 2026.').waitFor();
    const button = page.getByRole('button', { name: 'Erase this person: Programme office' });
    const question = page.getByRole('alertdialog', { name: 'Erase Programme office?' });

    await button.focus();
    await page.keyboard.press('Enter');
    await question.waitFor();
    const said = await question.innerText();
    for (const what of ['in all versions that Regional secretariat (illustrative) brought in', 'from the history, and from the kept original files', 'This cannot be undone']) expect(said).toContain(what);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await page.waitForSelector('.contacts__erase button:focus');

    await page.keyboard.press('Enter');
    await question.getByRole('button', { name: 'Erase for good' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('A contact person stood here, erased on 22 Nov 2026.').first().waitFor();
    await question.waitFor({ state: 'detached' });
    expect(await button.count()).toBe(0);
    expect(await page.getByText('office@example.org').count()).toBe(0);
    // What became of it is told, and the focus is not lost with the button.
    await page.waitForSelector('.contacts + [role=status]:focus');
    await settled(page);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Erased in 4 places.');
    await context.close();
    await server.close();
  });

  test.each([['an editor of another organisation', 1], ['a reporter', 2]])('is shown to %s, who is not offered to erase', async (_, account) => {
    const server = await fakeServer();
    server.state.account = account;
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, server, activity);
    await page.getByText('office@example.org').waitFor();
    expect(await page.getByRole('button', { name: /^Erase/ }).count()).toBe(0);
    await context.close();
    await server.close();
  });
});
