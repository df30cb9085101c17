// A shop whose goods another platform sells, by forms and links alone: what its people may change, how its table comes
// in again, where a viewer is led; and the operator's list of platforms.
import { Api } from "../lib/api.mjs";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

// Chromium says so when it leaves out the transition between two pages that it lays out in different widths.
test.use({ tolerate: /Transition was aborted/ });

const there = "https://item.market.example/9001.html";

test("a viewer is led to where it is sold, and no bag takes it", async ({ page }) => {
  await page.goto("/c/market/showcase");
  await expect(page.locator(".good-card")).not.toHaveCount(0);
  await expect(page.locator('form[action="/fn/cart/add"]')).toHaveCount(0);
  await page.locator(".good-card a", { hasText: "旅行快客杯" }).click();
  const link = page.locator(".leave a");
  await expect(link).toHaveAttribute("href", there);
  for (const word of ["noopener", "noreferrer"]) expect(await link.getAttribute("rel")).toContain(word);
  await expect(page.locator(".leave")).toContainText("item.market.example");
  await expect(page.locator("form.pick")).toHaveCount(0);
  const id = await page.locator("main[data-product]").getAttribute("data-product");
  const sku = await new Api().sku({ id }).catch(() => undefined);
  if (sku) {
    const answer = await page.request.post("/fn/cart/add", { form: { sku: sku.id, quantity: "1" }, headers: { accept: "application/json" } });
    expect(await answer.text()).toContain("sold_elsewhere");
  }
});

test("what the other shop owns is read, the rest is changed, the table comes again", async ({ page, context }) => {
  await become(context, { token: privatePages().desks.linked });
  await page.goto("/studio");
  await expect(page.locator('aside.rail a[href="/studio/promotion"]')).toHaveCount(0);
  for (const path of ["/studio/promotion", "/studio/products/new"]) {
    await page.goto(path);
    await expect(page.locator(".blank")).toContainText("样本集市");
  }
  await page.goto("/studio/products");
  await expect(page.locator('form[action="/fn/studio/product/price"]')).toHaveCount(0);
  await page.locator("a.name", { hasText: "旅行快客杯" }).click();
  await expect(page.locator("#master")).toContainText("9001");
  for (const name of ["title_zh", "sku.0.price", "files"]) await expect(page.locator(`[name="${name}"]`)).toHaveCount(0);
  await page.locator("[name=subtitle_zh]").fill("一壶两杯，装进背包");
  await page.locator('.savebar [value="submit"]').click();
  await expect(page.locator(".notice.good")).toBeVisible();
  await expect(page.locator("[name=subtitle_zh]")).toHaveValue("一壶两杯，装进背包");

  const picture = /\/media\/([0-9a-f-]{36})/.exec(await page.locator("#pictures img").first().getAttribute("src"))?.[1];
  const table = `category,title_zh,pictures,code,price,stock,master_number,master_address\ngaiwan,旅行快客杯（样本）,${picture},T1,66.00,12,9001,${there}\n`;
  await page.goto("/studio/products/import");
  await page.locator("[name=file]").setInputFiles({ name: "again.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await page.locator('form[action="/fn/studio/import/check"] button').click();
  await page.locator('form[action="/fn/studio/import/apply"] button').click();
  await expect(async () => {
    await page.goto("/c/market/showcase");
    await expect(page.locator(".good-card", { hasText: "旅行快客杯" })).toContainText("66");
  }).toPass();
  await expect(page.locator(".good-card", { hasText: "旅行快客杯" })).toHaveCount(1);
});

test("the operator says what can be linked, and sees who is", async ({ page, context }) => {
  await become(context, { token: privatePages().desks.operator });
  await page.goto("/console/platforms");
  const name = `集市 ${Date.now().toString(36)}`;
  const add = page.locator("form.card", { has: page.locator('[name="hosts"]') });
  await add.locator("[name=name_zh]").fill(name);
  await add.locator("[name=hosts]").fill("https://no.example/");
  await add.locator("button").click();
  await expect(page.getByRole("alert")).toContainText("域名");
  await expect(add.locator("[name=name_zh]")).toHaveValue(name);
  await add.locator("[name=hosts]").fill("one.example\ntwo.example");
  await add.locator("button").click();
  const row = page.locator("li", { hasText: name });
  await expect(row).toContainText("one.example · two.example");
  await row.locator("summary").click();
  await row.locator("[name=open]").uncheck();
  await row.locator("button").click();
  await expect(page.locator("li", { hasText: name })).toContainText("已停止接入");
  await expect(page.locator("#shops ~ div tr", { hasText: "60018" })).toBeVisible();
});
