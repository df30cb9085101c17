// The window is arranged by forms alone. What is done is undone, and nothing is published: other tests look at the shop.
import { order, work } from "../lib/studio.mjs";
import { expect, test } from "../lib/test.mjs";

// Chromium says so when it leaves out the transition between two pages that it lays out in different widths.
test.use({ tolerate: /Transition was aborted/ });

test("move, hide, undo, preview", async ({ page, context }) => {
  await work(context, "tea@demo.test");
  await page.goto("/studio/window");
  const [first, second, ...rest] = await order(page);
  // Each act answers with a whole page, which is read when all of it is there.
  const act = async (button) => {
    await page.locator(button).click();
    await page.waitForLoadState();
  };
  await act(`[data-item="${first}"] [data-key="down"]`);
  await expect(page).toHaveURL(/\/studio\/window/);
  expect(await order(page)).toEqual([second, first, ...rest]);
  await act(`[data-item="${second}"] [data-key="hide"]`);
  const link = await page.locator("[data-link]").getAttribute("href");
  await act('[data-step="0"] button');
  await act('[data-step="0"] button');
  expect(await order(page)).toEqual([first, second, ...rest]);
  await page.goto(new URL(link).pathname + new URL(link).search);
  await expect(page.locator("[data-preview-bar]")).toBeVisible();
});
