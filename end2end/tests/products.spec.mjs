// The back office's pages of products: complete, accessible, in both languages, on phone and desktop.
import { Api } from "../lib/api.mjs";
import { expectAccessible } from "../lib/axe.mjs";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

let seller;
let operator;
let product;

test.beforeAll(async () => {
  const { desks } = privatePages();
  seller = new Api({ token: desks.seller });
  operator = new Api({ token: desks.operator });
  [product] = await seller.onSale("tea");
});

for (const [name, path] of [
  ["list", () => "/studio/products"],
  ["low stock", () => "/studio/products?low=1"],
  ["none found", () => "/studio/products?q=zzzz"],
  ["new", () => "/studio/products/new"],
  ["editor", () => `/studio/products/${product.id}`],
  ["editor, checked", () => `/studio/products/${product.id}?check=1`],
  ["preview", () => `/studio/products/${product.id}/preview`],
  ["files", () => "/studio/products/import"],
]) {
  test(name, async ({ page, context, locale }) => {
    await become(context, seller);
    const answer = await page.goto(path());
    expect(answer.status()).toBe(200);
    expect(await page.locator("html").getAttribute("lang")).toBe(locale.startsWith("zh") ? "zh-CN" : "en");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide, "nothing hangs over the side").toBe(false);
    await expectAccessible(page);
  });
}

test("the operator's desk", async ({ page, context }) => {
  await become(context, operator);
  expect((await page.goto("/console/products")).status()).toBe(200);
  await expectAccessible(page);
});

test.describe("somebody else", () => {
  test.use({ tolerate: /status of 40[134]|answered: .* 40[134]/ });

  test("sees neither the editor nor the desk nor the table", async ({ page, context }) => {
    await become(context, { token: privatePages().desks.rival });
    for (const path of [`/studio/products/${product.id}`, `/studio/products/${product.id}/preview`, "/console/products"]) {
      expect([403, 404]).toContain((await page.goto(path)).status());
    }
    await context.clearCookies();
    expect((await context.request.get("/studio/products.csv")).status()).toBeGreaterThanOrEqual(400);
  });
});
