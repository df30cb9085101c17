// A violation and its appeal with scripts, by keyboard where people write; accessible on both sides.
import { expectAccessible } from "../lib/axe.mjs";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

test("warn a shop, let it appeal by keyboard, uphold it", async ({ page, context, browser, baseURL }, { project }) => {
  const { desks } = privatePages();
  await become(context, { token: desks.operator });
  await page.goto("/console/violations/new?address=/c/books");
  await expectAccessible(page);
  await page.locator("form[action='/fn/console/violation/draft'] button").click();
  await expect(page.getByRole("status")).toBeVisible();
  await expectAccessible(page);
  await page.locator("button[value=issue]").click();
  await expect(page.getByRole("status")).toBeVisible();
  await expectAccessible(page);
  const id = new URL(page.url()).pathname.split("/").pop();

  const shop = await browser.newContext({ baseURL, locale: project.use.locale, viewport: project.use.viewport });
  await become(shop, { token: desks.rival });
  const theirs = await shop.newPage();
  await theirs.goto(`/studio/violations/${id}`);
  await expectAccessible(theirs);
  await theirs.locator("#f-appeal").focus();
  await theirs.keyboard.type("We ship within a day; see our parcels.");
  await theirs.keyboard.press("Tab");
  await theirs.keyboard.press("Enter");
  await expect(theirs.locator("form[action='/fn/violation/withdraw']")).toBeVisible();

  await page.goto(`/console/violations/${id}`);
  await page.locator("#f-decision").fill("Three parcels left after five days.");
  await page.locator("button[value=uphold]").click();
  await theirs.reload();
  await expect(theirs.getByText("Three parcels left after five days.")).toBeVisible();
  await expect(theirs.locator("#f-appeal")).toHaveCount(0);
  // Nothing stays behind for other journeys.
  await page.goto(`/console/violations/${id}`);
  await page.locator("button[value=lift]").click();
  await expect(page.locator("button[value=lift]")).toHaveCount(0);
  await shop.close();
});
