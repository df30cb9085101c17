import { Api } from "../lib/api.mjs";
import { become } from "../lib/session.mjs";
import { expect } from "../lib/test.mjs";
import { openShowcase, picture } from "./open.mjs";

/** What the pages of a shop's deposit and end call things, by language. */
const named = {
  zh: {
    tea: /^茶/, ask: "增加类目", upload: "上传", attached: "已上传", handIn: "提交审核", inReview: "审核中", approve: "通过", approved: "已通过",
    reject: "退回修改", words: "写给店主的话", says: "审核员说", short: "不足", enough: "足额", topUp: /^补缴/, back: "回到保证金", paidIn: "缴纳",
    announce: "公告关店", announced: "公示中", notice: "本店将于", withdraw: "撤回关店", open: "营业中", rule: "关店规则", days: "公示天数", set: "保存规则",
    drop: "退出类目", closed: /已关店/, gone: "这家店已经关闭", returned: "退回", clear: "没有未办事项",
  },
  en: {
    tea: /^Tea/, ask: "Add a category", upload: "Upload", attached: "Uploaded", handIn: "Hand in", inReview: "In review", approve: "Approve", approved: "Approved",
    reject: "Send back", words: "Words to the owner", says: "The reviewer says", short: "Falls short", enough: "Enough", topUp: /^Top up/, back: "Back to the deposit", paidIn: "Paid in",
    announce: "Announce the closing", announced: "Announced", notice: "This shop closes on", withdraw: "Take it back", open: "Open", rule: "Closing a shop",
    days: "Days of announcement", set: "Set", drop: "Give up", closed: /^Closed/, gone: "This shop has closed", returned: "Returned", clear: "Nothing is in the way",
  },
};

const exact = (name) => ({ name, exact: true });
const wishes = (page) => page.locator("section", { has: page.locator("#wishes") });

/** A second thought, and the act. */
async function sure(scope, name) {
  const asked = scope.locator("details.sure").filter({ has: scope.locator("summary", { hasText: name }) });
  await asked.locator("summary").click();
  await asked.getByRole("button", exact(name)).click();
}

/** The operator sets for how many days a closing is announced. */
async function setDays(desk, t, days) {
  await desk.goto("/console/rules");
  const rule = desk.locator("section", { has: desk.locator("#closing-rule") });
  await rule.getByLabel(t.days, { exact: true }).fill(String(days));
  await rule.getByRole("button", exact(t.set)).click();
  await expect(desk.locator("#closing-rule")).toBeVisible();
}

/**
 * A shop that has just opened asks for a category with a paper, is sent back, hands in again and is approved; its deposit falls
 * short, is topped up, and is enough; it gives the category up again. Then it announces its end, thinks again, announces it for good and is gone.
 */
export async function growAndClose(given) {
  const { page, browser, baseURL, locale, words, javaScriptEnabled = true, viewport } = given;
  const t = named[locale.startsWith("zh") ? "zh" : "en"];
  const shop = await openShowcase(given);
  const office = await browser.newContext({ baseURL, locale, javaScriptEnabled, viewport });
  await become(office, await Api.login("operator@demo.test"));
  const desk = await office.newPage();

  await page.goto("/studio/deposit");
  await expect(page.getByRole("main")).toContainText(t.enough);
  await page.getByRole("radio", { name: t.tea }).check();
  await page.getByRole("button", exact(t.ask)).click();
  const handIn = async () => {
    await wishes(page).locator("input[type=file]").setInputFiles(picture);
    await wishes(page).getByRole("button", exact(t.upload)).click();
    await expect(wishes(page)).toContainText(t.attached);
    await wishes(page).getByRole("button", exact(t.handIn)).click();
    await expect(wishes(page)).toContainText(t.inReview);
  };
  const wish = desk.locator("li.wish").filter({ hasText: shop.name });
  await handIn();
  await desk.goto("/console/wishes");
  await wish.locator("summary").click();
  await wish.getByLabel(t.words).fill("Please in colour.");
  await wish.getByRole("button", exact(t.reject)).click();
  await expect(wish).toHaveCount(0);
  await page.goto("/studio/deposit");
  await expect(wishes(page)).toContainText(t.says);
  await expect(wishes(page)).toContainText("Please in colour.");
  await handIn();
  await desk.goto("/console/wishes");
  await wish.getByRole("button", exact(t.approve)).click();
  await expect(wish).toHaveCount(0);

  await page.goto("/studio/deposit");
  await expect(wishes(page)).toContainText(t.approved);
  await expect(page.getByRole("main")).toContainText(t.short);
  await page.getByRole("button", { name: t.topUp }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.waiting);
  await page.getByRole("button", { name: words.succeed, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.paid);
  await page.getByRole("link", { name: t.back }).click();
  await expect(page.getByRole("main")).toContainText(t.enough);
  await expect(page.locator("section", { has: page.locator("#entries") }).getByText(t.paidIn, { exact: true })).toHaveCount(2);

  // It thinks better of the new category: what that had asked beyond the other goes back.
  const held = page.locator("section", { has: page.locator("#categories") }).locator("li");
  await expect(held).toHaveCount(2);
  await held.last().locator("summary").click();
  await held.last().getByRole("button", exact(t.drop)).click();
  await expect(held).toHaveCount(1);
  await expect(page.getByRole("main")).toContainText(t.enough);

  await page.goto("/studio/closing");
  await expect(page.getByRole("main")).toContainText(t.clear);
  await sure(page, t.announce);
  await expect(page.locator("section.state")).toContainText(t.announced);
  await page.goto(`/c/${shop.handle}/showcase`);
  await expect(page.getByTestId("closing")).toContainText(t.notice);
  await page.goto("/studio/closing");
  await sure(page, t.withdraw);
  await expect(page.locator("section.state")).toContainText(t.open);

  await setDays(desk, t, 0);
  await sure(page, t.announce);
  await expect(async () => {
    await page.goto("/studio/closing");
    await expect(page.locator("section.state")).toContainText(t.closed, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await setDays(desk, t, 30);
  await office.close();
  for (const path of [`/c/${shop.handle}`, `/c/${shop.handle}/showcase`]) {
    const answer = await page.goto(path);
    expect(answer.status()).toBe(410);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.gone);
  }
  await page.goto("/studio/deposit");
  await expect(page.locator("section", { has: page.locator("#entries") }).getByText(t.returned, { exact: true })).toHaveCount(2);
}
