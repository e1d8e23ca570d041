import { describe, expect, test } from 'vitest';
import { contextFor, desk, open, phone, settled } from './crawl.ts';
import { screens } from './screens.ts';
import { setting } from './setting.ts';

const at = (name: string) => screens.find((x) => x.name === name)!;

describe('a reader', () => {
  const s = setting();

  test('is not interrupted: choosing a country opens no passport, whatever comes to lie under the pointer', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('overview'));
    for (const place of ['Albania', 'North Macedonia']) {
      await page.locator('.place-panel .bars a', { hasText: place }).first().click();
      await page.getByRole('heading', { level: 1, name: place }).waitFor();
      await settled(page);
      expect(await page.locator('.passport-card').count()).toBe(0);
      // A click where a figure comes to lie, and a hand that trembles.
      const box = (await page.locator('.bars .figure').first().boundingBox())!;
      await page.mouse.move(box.x + 5, box.y + 5);
      await page.mouse.down();
      await page.mouse.up();
      await page.keyboard.press('Escape');
      await page.mouse.move(box.x + 8, box.y + 6);
      await page.waitForTimeout(900);
      expect(await page.locator('.passport-card').count()).toBe(0);
      await page.goBack();
    }
    await context.close();
  });

  test('rests the pointer on a figure and reads its passport', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('overview'));
    await page.mouse.move(2, 2);
    await page.locator('.figure--large').hover();
    await page.locator('.passport-card').waitFor({ timeout: 3000 });
    await page.mouse.move(2, 2);
    await page.locator('.passport-card').waitFor({ state: 'detached', timeout: 3000 });
    await context.close();
  });

  test('opens no filter, and no organisation is asked for', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (r) => asked.push(new URL(r.url()).pathname));
    await open(page, s.full, at('money'));
    await page.getByRole('combobox', { name: 'Organisation' }).hover();
    await page.waitForTimeout(300);
    expect(asked.filter((p) => p === '/api/organisations')).toEqual([]);
    await page.getByRole('combobox', { name: 'Organisation' }).click();
    await page.getByRole('option').first().waitFor();
    expect(asked).toContain('/api/organisations');
    await context.close();
  });

  test('chooses the group of organisations from suggestions', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('money'));
    await page.getByRole('button', { name: 'Choose the group' }).click();
    const dialog = page.getByRole('dialog', { name: 'Choose the group' });
    await dialog.getByRole('checkbox').nth(1).waitFor();
    await dialog.getByRole('checkbox').nth(0).check();
    await dialog.getByRole('checkbox').nth(1).check();
    expect(await dialog.getByRole('region', { name: 'In the group' }).getByRole('listitem').count()).toBe(2);
    await dialog.getByRole('button', { name: 'Count with this group' }).click();
    await page.waitForURL(/within=.+within=/);
    await page.getByText('the group that you chose: 2 organisations').waitFor();
    await context.close();
  });

  test('is told what the total does not hold, and why', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('money'));
    const beside = page.getByRole('region', { name: 'Published, but not in this total' });
    await beside.getByText('Promised by the giver, not paid yet.').waitFor();
    expect(await beside.locator('.figure').count()).toBeGreaterThan(2);
    await context.close();
  });

  test('follows a problem to the very line of the file', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('batch'));
    expect(await page.locator('.problem-section__head .tag').allInnerTexts()).toEqual(['Critical', 'Error', 'Warning', 'Advice']);
    await page.getByRole('button', { name: /is not a code of the list Currency/ }).click();
    await page.getByRole('link', { name: /line 214/ }).first().click();
    await page.waitForURL(/\/bring\/3\/source\?file=agency-mobility.xml&line=214/);
    const here = page.locator('[aria-current=location]');
    await here.waitFor();
    expect(await here.innerText()).toMatch(/^214\s+<value currency="EURO"/);
    expect(await here.locator('mark').innerText()).toBe('EURO');
    const box = (await here.boundingBox())!;
    expect(box.y > 0 && box.y + box.height < desk.height).toBe(true);
    await context.close();
  });

  test('with nothing brought yet is led from Money to bringing data', async () => {
    const context = await contextFor(s.browser, phone);
    const page = await context.newPage();
    await open(page, s.empty, at('money-empty'));
    await page.locator('.empty').getByRole('link', { name: 'Bring data' }).click();
    await page.waitForURL(/\/bring$/);
    await context.close();
  });

  test('sees an import that was undone as undone', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('batch-undone'));
    expect(await page.getByRole('region', { name: 'Outcome' }).count()).toBe(0);
    expect(await page.getByText('activities in').count()).toBe(0);
    await open(page, s.full, at('batch-cancelled'));
    expect(await page.getByText('Not recognised').count()).toBe(0);
    await page.getByText('Not taken in').waitFor();
    await context.close();
  });
});
