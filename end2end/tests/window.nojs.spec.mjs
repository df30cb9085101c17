// The window is arranged by forms alone. What is done is undone, and nothing is published: other tests look at the shop.
import { order, work } from "../lib/studio.mjs";
import { expect, test } from "../lib/test.mjs";

test("move, hide, undo, preview", async ({ page, context }) => {
  await work(context, "tea@demo.test");
  await page.goto("/studio/window");
  const [first, second, ...rest] = await order(page);
  await page.locator(`[data-item="${first}"] [data-key="down"]`).click();
  await expect(page).toHaveURL(/\/studio\/window/);
  expect(await order(page)).toEqual([second, first, ...rest]);
  await page.locator(`[data-item="${second}"] [data-key="hide"]`).click();
  const link = await page.locator("[data-link]").getAttribute("href");
  await page.locator('[data-step="0"] button').click();
  await page.locator('[data-step="0"] button').click();
  expect(await order(page)).toEqual([first, second, ...rest]);
  await page.goto(new URL(link).pathname + new URL(link).search);
  await expect(page.locator("[data-preview-bar]")).toBeVisible();
});
