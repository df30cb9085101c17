// The selection with scripts: filtered, sorted, and taken into the window, whose draft shows it and whose page sells it.
import { work } from "../lib/studio.mjs";
import { expect, test } from "../lib/test.mjs";

// Chromium says so when it leaves out the transition between two pages that it lays out in different widths.
test.use({ tolerate: /Transition was aborted/ });

test("what brings most is found and shown in the draft", async ({ page, context }) => {
  await work(context, "outdoor@demo.test");
  await page.goto("/studio/selection");
  await page.locator('nav a[href="/studio/selection?whose=named"]').click();
  await expect(page.locator(".choice")).toHaveCount(1);
  await page.goto("/studio/selection?whose=others");
  await page.locator("[name=sort]").selectOption("rate");
  await page.locator("[name=ship]").selectOption("48");
  await page.locator(".choice-filter button").click();
  await expect(page).toHaveURL(/sort=rate/);
  const rates = await page.locator(".choice .brings b").allTextContents();
  expect(rates.length).toBeGreaterThan(2);
  expect(rates.map(Number.parseFloat)).toEqual(rates.map(Number.parseFloat).sort((a, b) => b - a));
  const first = page.locator(".choice").first();
  const id = (await first.getAttribute("id")).slice(2);
  await first.locator('form[action="/fn/window/change"] button').click();
  await first.locator(`a[href="/studio/window#i-${id}"]`).click();
  const row = page.locator(`[data-item="${id}"]`);
  await expect(row).toBeVisible();
  await row.locator('[data-key="remove"]').click();
  await expect(row).toHaveCount(0);
});
