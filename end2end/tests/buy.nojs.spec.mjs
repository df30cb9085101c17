// Everything a shop is for, without JavaScript.
import { address } from "../lib/api.mjs";
import { fillAddress } from "../lib/address.mjs";
import { expect, test } from "../lib/test.mjs";

const title = (page) => page.getByRole("heading", { level: 1 });

/** From the checkout to the paid order; answers with its number. */
async function payFor(page, words) {
  await expect(title(page)).toHaveText(words.checkout);
  await fillAddress(page.getByRole("main"), words);
  await page.getByRole("button", { name: words.place }).click();
  await expect(title(page)).toHaveText(words.waiting);
  await page.getByRole("button", { name: words.succeed, exact: true }).click();
  await expect(title(page)).toHaveText(words.paid);
  await page.getByRole("link", { name: words.seeOrder }).click();
  await expect(title(page)).toHaveText(words.toShip);
  return page.locator("[data-copy]").last().getAttribute("data-copy");
}

test("feed, card, variant, checkout, cashier, order", async ({ page, words }) => {
  await page.goto("/");
  await page.getByTestId("clip-card").filter({ visible: true }).first().click();
  await expect(page).toHaveURL(/\/p\//);
  const option = page.getByRole("group").filter({ has: page.getByRole("radio") }).first().locator("label:not(.out)").last();
  const variant = await option.locator(".vname").innerText();
  await option.click();
  await page.getByRole("button", { name: words.buy }).click();
  await expect(page.getByRole("main")).toContainText(variant);
  await payFor(page, words);
  await expect(page.getByRole("main")).toContainText(variant);
});

test("bag, freight for an address, order", async ({ page, api, words }) => {
  const product = (await api.onSale("books")).find(({ only_sku }) => only_sku);
  await page.goto(`/p/${product.id}`);
  await page.getByRole("button", { name: words.add, exact: true }).click();
  await expect(page).toHaveURL(/\/cart/);
  await page.getByRole("link", { name: words.checkOut(1) }).click();
  await fillAddress(page.getByRole("main"), words, { ...address, province: "西藏自治区", city: "拉萨市", district: "城关区" });
  await page.getByRole("button", { name: words.requote }).click();
  await expect(page.getByLabel(words.line1, { exact: true }), "what was typed stays").toHaveValue(address.line1);
  await payFor(page, words);
});

test("an order is found by number and phone, on another device", async ({ page, browser, api, baseURL, words, locale }) => {
  const product = (await api.onSale("books")).find(({ only_sku }) => only_sku);
  await page.goto(`/p/${product.id}`);
  await page.getByRole("button", { name: words.buy }).click();
  const number = await payFor(page, words);

  const other = await browser.newPage({ baseURL, locale, javaScriptEnabled: false });
  await other.goto("/orders/lookup");
  const look = async (phone) => {
    await other.getByLabel(words.number, { exact: true }).fill(number);
    await other.getByLabel(words.lookupPhone, { exact: true }).fill(phone);
    await other.getByRole("button", { name: words.lookup }).click();
  };
  await look("13900139000");
  await expect(other.getByRole("alert")).not.toBeEmpty();
  await look(address.phone);
  await expect(title(other)).toHaveText(words.toShip);
  await expect(other.getByRole("main")).toContainText(product.title);
  await other.close();
});

test("sign in with a code", async ({ page, words }, { workerIndex }) => {
  await page.goto("/login?next=/me/addresses");
  const phone = `139${String(Date.now() % 10_000_000 + workerIndex).padStart(8, "0")}`;
  await page.getByLabel(words.phone, { exact: true }).fill(phone);
  await page.getByRole("button", { name: words.sendCode }).click();
  const code = await page.locator("#code b").innerText();
  await page.getByLabel(words.code, { exact: true }).fill(code);
  await page.locator("#code").getByRole("button", { name: words.signIn }).click();
  await expect(page).toHaveURL(/\/me\/addresses/);
});

test("sign in with a password; a wrong one is refused in words", async ({ page, words }) => {
  await page.goto("/login");
  const enter = async (password) => {
    if (!(await page.getByLabel(words.email, { exact: true }).isVisible())) await page.getByText(words.byEmail).click();
    await page.getByLabel(words.email, { exact: true }).fill("viewer@demo.test");
    await page.getByLabel(words.password, { exact: true }).fill(password);
    await page.locator("details").getByRole("button", { name: words.signIn }).click();
  };
  await enter("not-the-password");
  await expect(page.getByRole("alert")).not.toBeEmpty();
  await expect(page.getByLabel(words.password, { exact: true }), "no secret comes back").toHaveValue("");
  await enter("vitrine-demo");
  await expect(page).toHaveURL(/\/me$/);
  await expect(title(page)).toHaveText("林小满");
});

test("search", async ({ page, words }) => {
  await page.goto("/search");
  await page.getByRole("searchbox", { name: words.search }).fill("盖碗");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole("article").first()).toContainText("盖碗");
});
