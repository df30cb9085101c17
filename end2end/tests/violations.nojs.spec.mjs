// The operator records a violation, the shop appeals, the operator lifts it; a clip waits for the operator's word. All of it
// without JavaScript: every act is a plain form.
import { Api } from "../lib/api.mjs";
import { becomesDraft, film } from "../lib/clips.mjs";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

const pdf = { name: "report.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n") };
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4ZCyNFTEMLQkAvA5EAdIPkPQAAAAASUVORK5CYII=",
  "base64",
);

test.describe.configure({ mode: "serial" });
test.slow();

/** Another browser, signed in with one of the demo's desks. */
async function desk(browser, baseURL, token) {
  const context = await browser.newContext({ baseURL, locale: "zh-CN", javaScriptEnabled: false });
  await become(context, { token });
  return context.newPage();
}

test("a product is taken off with evidence, appealed with a file, given back", async ({ page, context, browser, baseURL }) => {
  const { desks } = privatePages();
  const [, product] = await new Api({ token: desks.seller }).onSale("tea");
  await become(context, { token: desks.operator });
  await page.goto("/console/violations/new");
  await page.getByLabel("商品、短视频或创作者的网址").fill("/x/nothing");
  await page.getByRole("button", { name: "查找" }).click();
  await expect(page.locator("#e-address")).toBeVisible();
  await page.getByLabel("商品、短视频或创作者的网址").fill(`${baseURL}/p/${product.id}?from=feed`);
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByLabel("通知模板").selectOption("quality");
  await page.getByRole("button", { name: "套用模板" }).click();
  await expect(page.getByLabel("通知（中文）")).toHaveValue(/商品质量须与描述相符/);
  // What was typed comes back with what is wrong.
  await page.getByLabel("处理").selectOption("product_off");
  await page.getByLabel("通知（中文）").fill("");
  await page.getByLabel("通知（英文）").fill("");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.locator("#e-notice_zh")).toBeVisible();
  await expect(page.getByLabel("处理")).toHaveValue("product_off");
  await page.getByLabel("通知（中文）").fill("杯口有裂纹。\n\n请检查库存。");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByRole("status")).toContainText("还没有通知任何人");
  const id = new URL(page.url()).pathname.split("/").pop();
  await page.getByLabel("选择文件").setInputFiles(pdf);
  await page.getByRole("button", { name: "上传" }).click();
  await expect(page.locator(".evidence li")).toHaveCount(1);
  // Until it is issued nobody hears of it, and nothing has happened to the product.
  const shop = await desk(browser, baseURL, desks.seller);
  await shop.goto("/studio/violations");
  await expect(shop.locator(`a[href$="${id}"]`)).toHaveCount(0);
  await page.locator("summary", { hasText: "修改草稿" }).click();
  await page.getByLabel("通知（中文）").fill("");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator("#e-notice_zh")).toBeVisible();
  await page.getByLabel("通知（中文）").fill("杯口有裂纹。\n\n请检查库存。");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByRole("button", { name: "发出通知" }).click();
  await expect(page.getByRole("status")).toContainText("当事人已收到通知");
  await shop.goto("/studio");
  await expect(shop.getByText("违规通知").first()).toBeVisible();
  await shop.goto("/studio/violations");
  await expect(shop.locator(".rail .count")).toHaveText("1");
  await shop.locator(`a[href$="${id}"]`).first().click();
  await expect(shop.getByText("杯口有裂纹。")).toBeVisible();
  await expect(shop.locator(".papers-side .evidence li")).toHaveCount(1);
  const gone = await shop.goto(`/p/${product.id}`);
  expect(gone.ok()).toBe(true);
  await expect(shop.getByText("已禁售").or(shop.getByText("禁售")).first()).toBeVisible();
  await shop.goto(`/studio/violations/${id}`);
  await shop.getByLabel("选择文件").setInputFiles({ ...pdf, buffer: Buffer.from("<svg onload=alert(1)>") });
  await shop.getByRole("button", { name: "上传" }).click();
  await expect(shop.getByRole("alert")).toBeVisible();
  await shop.getByLabel("选择文件").setInputFiles(pdf);
  await shop.getByRole("button", { name: "上传" }).click();
  await shop.getByRole("button", { name: "提交申诉" }).click();
  await expect(shop.locator("#e-appeal")).toBeVisible();
  await shop.getByLabel("理由").fill("那是釉面的开片，不是裂纹。");
  await shop.getByRole("button", { name: "提交申诉" }).click();
  await expect(shop.getByRole("button", { name: "撤回申诉" })).toBeVisible();

  await page.goto("/console/violations");
  await page.locator(`a[href$="${id}"]`).click();
  await expect(page.getByText("那是釉面的开片，不是裂纹。")).toBeVisible();
  await page.getByRole("button", { name: "维持" }).click();
  await expect(page.locator("#e-decision")).toBeVisible();
  await page.getByRole("button", { name: "撤销违规" }).click();
  await expect(page.getByRole("button", { name: "撤销违规" })).toHaveCount(0);
  await shop.goto(`/p/${product.id}`);
  await expect(shop.getByText("已禁售")).toHaveCount(0);
  await shop.goto("/studio/violations");
  await expect(shop.locator(".rail .count")).toHaveCount(0);
  await shop.context().close();
});

test("people are found; their contact is masked until it is asked for, and that is kept", async ({ page, context }) => {
  await become(context, { token: privatePages().desks.operator });
  await page.goto("/console/users");
  await page.getByLabel("查找用户").fill("tea@");
  await page.getByRole("button", { name: "查找" }).click();
  await page.locator(".queue a").first().click();
  await expect(page.getByText("t***@demo.test")).toBeVisible();
  await page.getByRole("button", { name: "查看完整联系方式" }).click();
  await expect(page.getByText("tea@demo.test", { exact: true })).toBeVisible();
  await page.goto(new URL(page.url()).pathname);
  await expect(page.getByText("t***@demo.test")).toBeVisible();
  await page.locator("summary").click();
  await expect(page.locator("details li")).not.toHaveCount(0);
});

test("a clip waits for the operator, comes back with reasons, and goes out once it is approved", async ({ page, context, browser, baseURL }) => {
  const { desks } = privatePages();
  const operator = await desk(browser, baseURL, desks.operator);
  await operator.goto("/console/clips");
  await operator.getByLabel("短视频需要审核后才能发布").check();
  await operator.locator("#rule button").click();
  try {
    await become(context, { token: desks.seller });
    await page.goto("/studio/clips/new");
    await page.locator("#f-film").setInputFiles(film);
    await page.locator("[data-send]").click();
    await becomesDraft(page);
    await page.locator("#f-picture").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: png });
    await page.getByRole("button", { name: "用这张图片" }).click();
    const path = new URL(page.url()).pathname;
    const id = path.split("/").pop();
    await page.getByRole("button", { name: "发布", exact: true }).click();
    await expect(page.getByRole("status")).toContainText("已提交审核");
    // Not by the browser: it would complain.
    expect((await page.request.get(`/v/${id}`)).status()).toBe(404);

    await operator.goto(`/console/clips?id=${id}`);
    await operator.getByRole("button", { name: "退回" }).click();
    await expect(operator.getByRole("alert")).toBeVisible();
    await operator.goto(`/console/clips?id=${id}`);
    await operator.getByLabel("画面和声音").fill("声音太小");
    await operator.getByRole("button", { name: "退回" }).click();
    await page.goto(path);
    await expect(page.locator(".clip-reasons")).toContainText("声音太小");
    await page.getByRole("button", { name: "再次提交" }).click();
    await operator.goto(`/console/clips?id=${id}`);
    await operator.getByRole("button", { name: "通过" }).click();
    expect((await page.goto(`/v/${id}`)).status()).toBe(200);
    await page.goto(path);
    await page.getByRole("button", { name: "下架" }).click();
    await expect(page).toHaveURL(/saved=unlist/);
  } finally {
    await operator.goto("/console/clips");
    await operator.getByLabel("短视频需要审核后才能发布").uncheck();
    await operator.locator("#rule button").click();
    await operator.context().close();
  }
});
