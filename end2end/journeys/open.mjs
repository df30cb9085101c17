import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect } from "../lib/test.mjs";

/** What the pages of opening a showcase call things, by language. */
const named = {
  zh: {
    verify: "完成实名", realName: "真实姓名", identity: "身份证号", direct: "在这里开店", company: "企业", next: "保存并继续",
    legalName: /^主体名称/, number: /^统一社会信用代码/, contact: "联系人姓名", phone: "联系电话", shopName: "店名", handle: "橱窗地址",
    books: "童书与玩具", upload: "上传", uploaded: "已上传", agree: "我已阅读并同意", sign: "签署协议", handIn: "提交审核",
    inReview: "审核中", refuse: "退回", accept: "通过", reason: "退回原因", unreadable: "看不清", toApplicant: "写给申请人的话",
    sendBack: "退回修改", approve: "通过", says: "审核员说", again: "修改好了，再次提交", pay: "缴纳保证金", back: "回到开店页", open: "已开通",
    messages: "消息", missing: "每一项都判为通过后才能通过申请",
  },
  en: {
    verify: "Verify my name", realName: "Real name", identity: "Identity number", direct: "Open a shop here", company: "Company",
    next: "Save and go on", legalName: /^Legal name/, number: /^Credit code/, contact: "Contact", phone: "Phone", shopName: "Shop name",
    handle: "Address of the showcase", books: "Children’s books", upload: "Upload", uploaded: "Uploaded",
    agree: "I have read this and agree", sign: "Sign", handIn: "Hand in", inReview: "In review", refuse: "Send back", accept: "Accept",
    reason: "Reason", unreadable: "Cannot be read", toApplicant: "Words to the applicant", sendBack: "Send back", approve: "Approve",
    says: "The reviewer says", again: "Changed, hand in again", pay: "Pay the deposit", back: "Back to opening", open: "Open",
    messages: "Messages", missing: "Every field has to be accepted",
  },
};

/** A picture of one pixel. */
export const picture = {
  name: "paper.png",
  mimeType: "image/png",
  buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
};

const exact = (name) => ({ name, exact: true });

/** Signs a new person in by a code on their phone. */
async function signIn(page, words, phone) {
  await page.goto("/login?next=/studio/open");
  await page.getByLabel(words.phone, { exact: true }).fill(phone);
  await page.getByRole("button", { name: words.sendCode }).click();
  const code = await page.locator("#code b").innerText();
  await page.getByLabel(words.code, { exact: true }).fill(code);
  await page.locator("#code").getByRole("button", { name: words.signIn }).click();
  await expect(page).toHaveURL(/\/studio\/open/);
}

async function write(page, t, shop) {
  const step = (name) => page.goto(`/studio/open?step=${name}`);
  const next = () => page.getByRole("button", exact(t.next)).click();
  await page.getByLabel(t.realName, { exact: true }).fill("许青岚");
  await page.getByLabel(t.identity, { exact: true }).fill("11010519491231002X");
  await page.getByRole("button", exact(t.verify)).click();
  await step("mode");
  await page.getByRole("radio", { name: t.direct }).check();
  await next();
  await page.getByRole("radio", { name: t.company }).check();
  await page.getByLabel(t.legalName).fill("青岚茶业有限公司");
  await page.getByLabel(t.number).fill("91350782MA338T6Q3X");
  await page.getByLabel(t.contact, { exact: true }).fill("许青岚");
  await page.getByLabel(t.phone, { exact: true }).fill("13800138000");
  await next();
  await page.getByLabel(t.shopName, { exact: true }).fill(shop.name);
  await page.getByLabel(t.handle, { exact: true }).fill(shop.handle);
  await next();
  await page.getByRole("checkbox", { name: t.books }).check();
  await next();
  const forms = page.locator("form[enctype]");
  const papers = await forms.count();
  for (let at = 0; at < papers; at += 1) {
    await forms.nth(at).locator("input[type=file]").last().setInputFiles(picture);
    await forms.nth(at).locator("button").click();
    await expect(page.locator("li.paper").nth(at)).toContainText(t.uploaded);
  }
  await step("agreements");
  for (const box of await page.getByRole("checkbox", { name: t.agree }).all()) await box.check();
  await page.getByRole("button", exact(t.sign)).click();
}

const rowOf = (desk, label) => desk.locator("li.verdict").filter({ has: desk.getByRole("group", { name: label, exact: true }) });

/**
 * A new person applies, is sent back with reasons, hands in again, is approved, pays the deposit and has an open, empty
 * showcase; the operator works in a window of their own. Answers with the shop's `{name, handle}`.
 */
export async function openShowcase({ page, browser, baseURL, locale, words, javaScriptEnabled = true, viewport }) {
  const t = named[locale.startsWith("zh") ? "zh" : "en"];
  const unique = `${Date.now().toString(36)}${Math.floor(Math.random() * 1000)}`;
  const shop = { name: `青岚 ${unique}`, handle: `open-${unique}` };
  await signIn(page, words, `136${String(Math.floor(Math.random() * 100_000_000)).padStart(8, "0")}`);
  await write(page, t, shop);
  await page.getByRole("button", exact(t.handIn)).click();
  await expect(page.locator("section.state")).toContainText(t.inReview);

  const office = await browser.newContext({ baseURL, locale, javaScriptEnabled, viewport });
  await become(office, { token: privatePages().desks.operator });
  const desk = await office.newPage();
  const openDesk = async () => {
    await desk.goto("/console/applications");
    await desk.getByRole("link").filter({ hasText: shop.name }).click();
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText(shop.name);
  };
  await openDesk();
  await expect(desk.locator("figure img").first()).toBeVisible();
  await desk.getByRole("button", exact(t.approve)).click();
  await expect(desk.getByRole("alert")).toContainText(t.missing);
  for (const yes of await desk.getByRole("radio", exact(t.accept)).all()) await yes.check();
  const bad = rowOf(desk, t.shopName);
  await bad.getByRole("radio", exact(t.refuse)).check();
  await bad.getByLabel(t.reason).selectOption({ label: t.unreadable });
  await bad.getByLabel(t.toApplicant).fill("Please without the number.");
  await desk.getByRole("button", exact(t.sendBack)).click();
  await expect(desk.getByRole("button", exact(t.sendBack))).toHaveCount(0);

  await page.goto("/studio/open?step=shop");
  await expect(page.locator(".step-body")).toContainText(`${t.says}: ${t.unreadable} · Please without the number.`);
  shop.name = `青岚茶 ${unique}`;
  await page.getByLabel(t.shopName, { exact: true }).fill(shop.name);
  await page.getByRole("button", exact(t.next)).click();
  await page.getByRole("button", exact(t.again)).click();
  await expect(page.locator("section.state")).toContainText(t.inReview);

  await openDesk();
  await rowOf(desk, t.shopName).getByRole("radio", exact(t.accept)).check();
  await desk.getByRole("button", exact(t.approve)).click();
  await expect(desk.getByRole("button", exact(t.approve))).toHaveCount(0);
  await office.close();

  await page.goto("/studio/open");
  await page.getByRole("button", exact(t.pay)).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.waiting);
  await page.getByRole("button", { name: words.succeed, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.paid);
  await page.getByRole("link", { name: t.back }).click();
  await expect(page.locator("section.state")).toContainText(t.open);
  await page.goto("/studio");
  await expect(page.getByRole("region", { name: t.messages })).toContainText(shop.name);
  const answer = await page.goto(`/c/${shop.handle}/showcase`);
  expect(answer.status()).toBe(200);
  await expect(page.getByRole("main")).toContainText(shop.name);
  return shop;
}
