// The people of a shop by plain forms: an offer is a link, whoever opens it joins once, and the owner reads what was done.
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

test("a colleague is invited, joins, gets another place and leaves", async ({ browser, page, context }) => {
  const { desks, token } = privatePages();
  await become(context, { token: desks.rival });
  await page.goto("/studio/staff");
  await page.locator('form[action="/fn/staff/invite"] [name=whom]').fill(" ");
  await page.locator('form[action="/fn/staff/invite"] button').click();
  await expect(page.locator("#e-whom")).not.toBeEmpty();
  await page.locator('form[action="/fn/staff/invite"] [name=whom]').fill("Xiaoman");
  await page.locator('form[action="/fn/staff/invite"] [name=role]').selectOption("warehouse");
  await page.locator('form[action="/fn/staff/invite"] button').click();
  const link = await page.locator("#link input").inputValue();
  await page.reload();
  await expect(page.locator("#link")).toHaveCount(0);

  const colleague = await browser.newContext({ locale: "zh-CN", javaScriptEnabled: false });
  await become(colleague, { token });
  const theirs = await colleague.newPage();
  await theirs.goto(link);
  await theirs.locator('form[action="/fn/staff/join"] button').click();
  await expect(theirs).toHaveURL(/\/studio$/);
  expect((await theirs.goto(link)).status()).toBe(410);
  expect((await theirs.goto("/studio/staff")).status()).toBe(403);

  await page.reload();
  const row = page.locator("li", { has: page.locator('form[action="/fn/staff/role"]') });
  await row.locator("select").selectOption("finance");
  await row.locator('form[action="/fn/staff/role"] button').click();
  await expect(row.locator("select")).toHaveValue("finance");
  await row.locator("summary").click();
  await row.locator('form[action="/fn/staff/remove"] button').click();
  await expect(row).toHaveCount(0);
  // The newest first; what was done in the shop before stands below.
  const log = page.locator("[aria-labelledby=log] li");
  for (const [place, act] of ["移出了成员", "更改了角色", "加入了店铺", "邀请了"].entries()) await expect(log.nth(place)).toContainText(act);
  // All of it has a page of its own, read by person, by what and by day.
  await page.locator('a[href="/studio/staff/log"]').click();
  await page.locator("[name=what]").selectOption("staff");
  await page.locator(".log-filter button").click();
  await expect(page).toHaveURL(/what=staff/);
  await expect(page.locator(".lines .entry").first()).toContainText("移出了成员");
  await page.locator("[name=day]").fill("2020-01-01");
  await page.locator(".log-filter button").click();
  await expect(page.locator(".lines .entry")).toHaveCount(0);
  await page.locator('.log-filter a[href="/studio/staff/log"]').click();
  await expect(page.locator(".lines .entry")).not.toHaveCount(0);
  expect((await theirs.goto("/studio/staff/log")).status()).toBe(403);
  await colleague.close();
});
