// The switches as a plain form: what is chosen is shown, stays through an act, and is on one's own phone.
import { order, work } from "../lib/studio.mjs";
import { expect, test } from "../lib/test.mjs";

// Chromium says so when it leaves out the transition between two pages that it lays out in different widths.
test.use({ tolerate: /Transition was aborted/ });

test("view and state by a form", async ({ page, context }) => {
  await work(context, "tea@demo.test");
  await page.goto("/studio/window");
  const frame = page.frameLocator("[data-frame]");
  const pick = async (name, value) =>
    page.locator(`[data-switches] label:has([name="${name}"][value="${value}"]) > span`).click();
  await pick("view", "bag");
  await pick("state", "sold_out");
  await page.locator("[data-plain]").click();
  await expect(page).toHaveURL(/view=bag.*state=sold_out/);
  await expect(frame.locator("#bag .pill.out").first()).toBeVisible();

  const before = await order(page);
  await page.locator(`[data-item="${before[0]}"] [data-key="down"]`).click();
  await page.waitForLoadState();
  await expect(page).toHaveURL(/view=bag.*state=sold_out/);
  await page.locator('[data-step="0"] button').click();
  await page.waitForLoadState();
  expect(await order(page)).toEqual(before);
  await pick("view", "clip");
  await pick("state", "normal");
  await page.locator("[data-plain]").click();
  await expect(frame.locator(".pcard").first()).toBeVisible();
  const link = new URL(await page.locator("[data-link]").getAttribute("href"));
  expect(link.searchParams.get("view")).toBe("clip");
  await page.goto(link.pathname + link.search);
  await expect(page.locator("[data-preview-bar]")).toBeVisible();
  await expect(page.locator(".pcard").first()).toBeVisible();
});
