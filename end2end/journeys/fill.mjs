import { fileURLToPath } from "node:url";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect } from "../lib/test.mjs";

const picture = (name) => fileURLToPath(new URL(`../../server/demo/media/book-${name}.1200.webp`, import.meta.url));

/** What the new shop sells; the last one comes by a table. */
const goods = [
  { zh: "月亮绘本", en: "Moon picture book", price: "39.00", picture: "moon", values: ["平装", "精装"] },
  { zh: "蜗牛绘本", en: "Snail picture book", price: "42.50", picture: "snail" },
  { zh: "鲸鱼绘本", en: "Whale picture book", price: "45.00", picture: "whale" },
  { zh: "恐龙绘本", en: "Dinosaur picture book", price: "48.80", picture: "dino" },
  { zh: "种子绘本", en: "Seed picture book", price: "36.00" },
];

/**
 * Five products of a shop that has none: four written in the editor, of which the first goes by the operator's desk, and one
 * by a table. Answers with their titles in the language of the page, in the order in which they came.
 */
export async function fillShop({ page, browser, baseURL, locale, javaScriptEnabled = true, viewport }) {
  const office = await browser.newContext({ baseURL, locale, javaScriptEnabled, viewport });
  await become(office, { token: privatePages().desks.operator });
  const desk = await office.newPage();
  await page.goto("/studio/products/new");
  const category = await page.locator("#f-category option").first().getAttribute("value");

  // Only for the shop's own category, and only for one product: other tests list theirs without a look.
  await rule(desk, category, "new_products");
  await write(page, goods[0]);
  await expect(page).toHaveURL(/saved=waiting/);
  const editor = new URL(page.url()).pathname;
  await sendBack(desk, goods[0], "请写明装帧");
  await page.goto(editor);
  await expect(page.getByRole("alert").first()).toContainText("请写明装帧");
  await page.locator("[name=subtitle_zh]").fill("平装与精装");
  await submit(page);
  await expect(page).toHaveURL(/saved=waiting/);
  await pass(desk, goods[0]);
  await rule(desk, category, "none");
  await office.close();

  for (const product of goods.slice(1, -1)) {
    await write(page, product);
    await expect(page).toHaveURL(/saved=listed/);
  }
  await bringIn(page, goods[1], goods.at(-1));
  return goods.map(({ zh, en }) => (locale.startsWith("zh") ? zh : en));
}

const submit = (page) => page.locator("#editor button[name=act][value=submit]").click();

/** A product in the editor, from its category to its submission. */
async function write(page, { zh, en, price, picture: name, values }) {
  await page.goto("/studio/products/new");
  await page.locator("form[action='/fn/studio/product/create'] button").click();
  await expect(page).toHaveURL(/\/studio\/products\/[0-9a-f-]{36}$/);
  await page.locator("[name=title_zh]").fill(zh);
  await page.locator("[name=title_en]").fill(en);
  await page.locator("[name=files]").setInputFiles(picture(name));
  await page.locator("[name=alt]").fill(zh);
  if (values) {
    await page.locator("[name='option.0.name_zh']").fill("装帧");
    await page.locator("[name='option.0.values_zh']").fill(values.join("\n"));
  }
  await page.locator("button[name=act][value=matrix]").click();
  const rows = values?.length ?? 1;
  await expect(page.locator("table.skus tbody tr")).toHaveCount(rows);
  for (let row = 0; row < rows; row += 1) {
    await page.locator(`[name='sku.${row}.price']`).fill(price);
    await page.locator(`[name='sku.${row}.stock']`).fill("50");
  }
  await submit(page);
}

async function rule(desk, category, review) {
  await desk.goto("/console/products");
  const form = desk.locator("form[action='/fn/console/product/rule']");
  await form.locator("[name=category]").selectOption(category);
  await form.locator("[name=review]").selectOption(review);
  await form.locator("button").click();
  await expect(desk).toHaveURL(/\/console\/products/);
}

async function openInQueue(desk, { zh, en }) {
  await desk.goto("/console/products");
  await desk.locator("nav.queue a").filter({ hasText: new RegExp(`${zh}|${en}`) }).click();
  await expect(desk.locator("nav.queue [aria-current]")).toHaveText(new RegExp(`${zh}|${en}`));
}

async function sendBack(desk, product, reason) {
  await openInQueue(desk, product);
  await desk.locator("[name='reasons[subtitle]']").fill(reason);
  await desk.locator("form[action='/fn/console/product/reject'] button").click();
  await expect(desk.locator("form[action='/fn/console/product/reject']")).toHaveCount(0);
}

async function pass(desk, product) {
  await openInQueue(desk, product);
  await desk.locator("form[action='/fn/console/product/approve'] button").click();
  await expect(desk.locator("form[action='/fn/console/product/approve']")).toHaveCount(0);
}

/** A new product by a table: the shop's own, taken out, with one line changed. */
async function bringIn(page, like, product) {
  await page.goto("/studio/products/import");
  const [taken] = await Promise.all([page.waitForEvent("download"), page.locator("a[download]").click()]);
  const chunks = [];
  for await (const chunk of await taken.createReadStream()) chunks.push(chunk);
  const [head, ...lines] = Buffer.concat(chunks).toString("utf8").replace(/^\uFEFF/, "").trimEnd().split(/\r?\n/);
  const names = head.split(",");
  const cells = lines.find((line) => line.includes(like.zh)).split(",");
  const set = (name, value) => (cells[names.indexOf(name)] = value);
  set("product", "seed");
  set("title_zh", product.zh);
  set("title_en", product.en);
  set("price", product.price);
  set("stock", "60");
  const buffer = Buffer.from(`\uFEFF${head}\r\n${cells.join(",")}\r\n`);
  await page.locator("#f-file").setInputFiles({ name: "seed.csv", mimeType: "text/csv", buffer });
  await page.locator("form[action='/fn/studio/import/check'] button").click();
  await page.locator("form[action='/fn/studio/import/apply'] button").click();
  await expect(async () => {
    await page.goto(page.url());
    await expect(page.locator(".tag.good")).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto(`/studio/products?q=${encodeURIComponent(product.zh)}`);
  await expect(page.getByRole("row").filter({ hasText: new RegExp(`${product.zh}|${product.en}`) })).toHaveCount(1);
}
