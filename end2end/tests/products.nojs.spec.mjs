// A shop fills its shelves without JavaScript: every act is a plain form.
import { Api } from "../lib/api.mjs";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

const title = (page) => page.getByRole("heading", { level: 1 });
/** A red square; re-encoded by the shop like any picture. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4ZCyNFTEMLQkAvA5EAdIPkPQAAAAASUVORK5CYII=",
  "base64",
);
let seller;
let operator;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  const { desks } = privatePages();
  seller = new Api({ token: desks.seller });
  operator = new Api({ token: desks.operator });
});

test("a new product: started, filled in, its matrix made, faults told, listed, bought by nobody else's hand", async ({ page, context }) => {
  await become(context, seller);
  await page.goto("/studio/products/new");
  await page.getByRole("button", { name: "开始填写" }).click();
  await expect(page).toHaveURL(/\/studio\/products\/[0-9a-f-]+$/);
  // Not complete yet: it says where, and keeps what was typed.
  await page.getByLabel("标题（中文）").fill("试验盖碗");
  await page.getByLabel("付款后多少小时内发货").fill("soon");
  await page.getByRole("button", { name: "提交上架" }).last().click();
  await expect(page.getByRole("alert")).toContainText("还不能提交");
  await expect(page.getByLabel("标题（中文）")).toHaveValue("试验盖碗");
  await expect(page.getByLabel("付款后多少小时内发货")).toHaveValue("soon");
  await expect(page.locator("#e-ship_within_hours")).toContainText("1 到 720");
  await page.getByLabel("付款后多少小时内发货").fill("24");
  await page.getByLabel("添加图片").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: png });
  await page.getByLabel("名称（中文）").first().fill("釉色");
  await page.getByLabel("值（中文，一行一个）").first().fill("天青\n甜白");
  await page.getByRole("button", { name: "生成规格表" }).click();
  await expect(page.getByRole("row", { name: /甜白/ })).toBeVisible();
  await expect(page.locator(".pics li")).toHaveCount(1);
  await page.getByLabel("天青 售价").fill("168");
  await page.getByLabel("甜白 售价").fill("oops");
  await page.getByLabel("天青 库存").fill("8");
  await page.getByLabel("甜白 库存").fill("9");
  await page.getByRole("button", { name: "提交上架" }).last().click();
  await expect(page.getByLabel("甜白 售价")).toHaveValue("oops");
  await page.getByLabel("甜白 售价").fill("178.50");
  await page.getByRole("button", { name: "提交上架" }).last().click();
  await expect(page.getByRole("status").first()).toContainText("正在售卖");
  await page.getByRole("link", { name: "看线上页面" }).click();
  await expect(title(page)).toContainText("试验盖碗");
});

test("a category that the shop does not have: the field says where to add it", async ({ page, context }) => {
  await become(context, seller);
  await page.goto("/studio/products/new");
  const category = page.getByLabel("类目", { exact: true });
  await expect(category.locator("optgroup").first()).toHaveAttribute("label", "店铺的类目");
  await page.goto("/studio/products?q=试验盖碗");
  await page.getByRole("link", { name: "试验盖碗" }).first().click();
  const held = await category.inputValue();
  const other = category.locator("optgroup").nth(1).locator("option").first();
  await category.selectOption(await other.getAttribute("value"));
  await page.getByRole("button", { name: "提交上架" }).last().click();
  await expect(page.locator("#e-category")).toContainText("店铺还没有这个类目");
  await expect(page.locator("#basics").getByRole("link", { name: "增加类目" })).toHaveAttribute("href", "/studio/deposit#ask");
  await category.selectOption(held);
  await page.getByRole("button", { name: "提交上架" }).last().click();
  await expect(page.getByRole("status").first()).toContainText("正在售卖");
});

test("the list: price and stock in place, a stale edit is told, several products at once", async ({ page, context }) => {
  await become(context, seller);
  await page.goto("/studio/products?q=试验盖碗");
  const row = page.getByRole("row", { name: /试验盖碗/ });
  await row.locator("summary").click();
  await row.getByLabel("天青 售价", { exact: true }).fill("199");
  await row.getByRole("button", { name: "改 天青 售价" }).click();
  await row.locator("summary").click();
  await expect(row.getByLabel("天青 售价", { exact: true })).toHaveValue("199.00");
  await expect(row.getByLabel("天青 库存", { exact: true })).toHaveValue("8");

  const late = await context.newPage();
  await late.goto("/studio/products?q=试验盖碗");
  await row.getByLabel("天青 库存", { exact: true }).fill("20");
  await row.getByRole("button", { name: "改 天青 库存" }).click();
  const stale = late.getByRole("row", { name: /试验盖碗/ });
  await stale.locator("summary").click();
  await stale.getByLabel("天青 库存", { exact: true }).fill("5");
  await stale.getByRole("button", { name: "改 天青 库存" }).click();
  await expect(late.getByRole("alert")).toBeVisible();
  await stale.locator("summary").click();
  await expect(stale.getByLabel("天青 库存", { exact: true })).toHaveValue("20");
  await late.close();

  await page.getByLabel("选择 试验盖碗").check();
  await page.getByRole("button", { name: "下架", exact: true }).click();
  await expect(page.getByRole("status").first()).toContainText("1 件已完成");
  await expect(page.getByRole("row", { name: /试验盖碗/ })).toContainText("已下架");
});

test("the operator's rule sends a change to their desk, which sends it back with a reason, then lets it pass", async ({ page, context, browser, baseURL }) => {
  const desk = await browser.newContext({ baseURL, locale: "zh-CN", javaScriptEnabled: false });
  await become(desk, operator);
  const console_ = await desk.newPage();
  await become(context, seller);
  await page.goto("/studio/products?q=试验盖碗");
  await page.getByRole("link", { name: "试验盖碗" }).click();
  const editor = page.url();
  const category = page.locator("#f-category option:checked");
  const [id, name] = [await category.getAttribute("value"), await category.textContent()];
  // For its own category, which is stronger than what another test leaves for all of them.
  const rule = async (review) => {
    await console_.goto("/console/products");
    const form = console_.locator("form[action='/fn/console/product/rule']");
    await form.locator("[name=category]").selectOption(id);
    await form.locator("[name=review]").selectOption(review);
    await form.getByRole("button").click();
  };
  await rule("every_change");
  await expect(console_.getByRole("row").filter({ has: console_.getByRole("rowheader", { name, exact: true }) })).toContainText("每次改动");

  await page.getByLabel("标题（中文）").fill("试验盖碗 手工");
  await page.getByRole("button", { name: "保存草稿" }).last().click();
  await expect(page.getByRole("row", { name: /标题/ })).toContainText("通过后生效");
  await page.getByRole("button", { name: "提交上架" }).last().click();
  await expect(page.getByRole("status").first()).toContainText("等待运营审核");

  await console_.goto("/console/products");
  await console_.getByRole("link", { name: /试验盖碗 手工/ }).click();
  await console_.getByLabel(/^标题/).fill("请写明产地");
  await console_.getByRole("button", { name: "退回", exact: true }).click();
  await page.goto(editor);
  await expect(page.getByRole("alert").first()).toContainText("请写明产地");
  await page.getByLabel("标题（中文）").fill("试验盖碗 景德镇手工");
  await page.getByRole("button", { name: "提交上架" }).last().click();
  await console_.goto("/console/products");
  await console_.getByRole("link", { name: /景德镇手工/ }).click();
  await console_.getByRole("button", { name: "通过并上架" }).click();
  await page.goto(editor);
  await expect(page.getByText("在售", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "预览" }).click();
  await expect(title(page)).toContainText("试验盖碗 景德镇手工");

  await rule("none");
  await desk.close();
});

test("two people edit one product: whoever is late keeps what they wrote as a draft of its own", async ({ page, context }) => {
  await become(context, seller);
  await page.goto("/studio/products?q=试验盖碗");
  await page.getByRole("link", { name: "试验盖碗" }).first().click();
  const late = await context.newPage();
  await late.goto(page.url());
  await page.getByLabel("卖点（中文）").fill("不烫手");
  await page.getByRole("button", { name: "保存草稿" }).last().click();
  await expect(page.getByRole("status").first()).toContainText("草稿已保存");
  await late.getByLabel("卖点（中文）").fill("出汤利落");
  await late.getByRole("button", { name: "保存草稿" }).last().click();
  await expect(late.getByRole("status").first()).toContainText("没有丢失");
  await expect(late.getByLabel("卖点（中文）")).toHaveValue("出汤利落");
  expect(late.url()).not.toContain(page.url().split("?")[0]);
});

test("a sale that begins and ends by itself: a moment that has been is refused at its field", async ({ page, context }) => {
  await become(context, seller);
  await page.goto("/studio/products?q=试验盖碗");
  await page.getByRole("link", { name: "试验盖碗" }).first().click();
  await page.getByLabel("自动下架（北京时间）").fill("2020-01-01T08:00");
  await page.getByRole("button", { name: "设定" }).click();
  await expect(page.locator("#e-delist_at")).toContainText("晚于现在");
  await page.getByLabel("自动下架（北京时间）").fill("2099-01-01T08:00");
  await page.getByRole("button", { name: "设定" }).click();
  await expect(page.getByLabel("自动下架（北京时间）")).toHaveValue("2099-01-01T08:00");
});

test("a table out and in: what is wrong by line, what is good written by itself", async ({ page, context }) => {
  await become(context, seller);
  const answer = await context.request.get("/studio/products.csv");
  const text = await answer.text();
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const category = text.split("\n").map((line) => line.split(",")[1]).find((code) => /^[a-z]/.test(code ?? "") && code !== "category");
  const head = "product,category,title_zh,pictures,code,price,stock\n";
  // One of several of a product: nothing else in the table is followed by a bar.
  const [picture] = text.match(/[0-9a-f-]{36}(?=\|)/);
  const nobodys = "00000000-0000-0000-0000-000000000001";
  await page.goto("/studio/products/import");
  await page.getByLabel("CSV 文件").setInputFiles({
    name: "new.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\uFEFF${head}a,${category},表格来的杯子,${picture},A,20,9\nb,${category},坏的,${picture},B,cheap,9\nc,${category},没图的,${nobodys},C,20,9\n`),
  });
  await page.getByRole("button", { name: "上传并检查" }).click();
  await expect(page.getByRole("row", { name: /^3 price/ })).toContainText("168.00");
  await expect(page.getByRole("row", { name: /^4 pictures/ })).toContainText("店里没有这张图片");
  await expect(page.getByText("可以写入 1 件商品")).toBeVisible();
  await page.getByRole("button", { name: "写入", exact: true }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("已完成", { exact: true }).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto("/studio/products?q=表格来的");
  await expect(page.getByRole("row", { name: /表格来的杯子/ })).toContainText("在售");
});
