// Goods of others by forms alone: a merchant offers and announces a fall, a creator finds, adds and asks for a sample,
// the merchant agrees and sends, the creator has it.
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

// Chromium says so when it leaves out the transition between two pages that it lays out in different widths.
test.use({ tolerate: /Transition was aborted/ });

test("offered, found, added, sampled", async ({ browser, page, context }) => {
  const { desks } = privatePages();
  await become(context, { token: desks.rival });
  await page.goto("/studio/promotion");
  const form = page.locator('form[action="/fn/affiliate/offer"]');
  const product = await form.locator("option").evaluateAll((all) => all.map((one) => one.value).at(-1));
  const name = (await form.locator(`option[value="${product}"]`).textContent()).trim();
  await form.locator("[name=product]").selectOption(product);
  // A targeted plan needs an ordinary one first, and what was typed is kept.
  await form.locator("[name=kind][value=targeted]").check();
  await form.locator("[name=rate]").fill("25");
  await form.locator("[name=creators]").fill("tea");
  await form.locator("button").click();
  await expect(page.locator("#e-plan")).not.toBeEmpty();
  await expect(form.locator("[name=creators]")).toHaveValue("tea");
  await form.locator("[name=kind][value=ordinary]").check();
  await form.locator("[name=creators]").fill("");
  await form.locator("[name=rate]").fill("95");
  await form.locator("button").click();
  await expect(page.locator("#e-rate")).not.toBeEmpty();
  await form.locator("[name=kind][value=ordinary]").check();
  await form.locator("[name=rate]").fill("12.5");
  await form.locator("button").click();
  const plan = page.locator(".plan", { hasText: name }).first();
  await expect(plan.locator(".rate")).toHaveText("12.50%");
  await plan.locator("[name=rate]").fill("5");
  await plan.locator('button[value="rate"]').click();
  await expect(plan.locator(".tag.warn")).toContainText("5.00%");
  await expect(plan.locator(".rate")).toHaveText("12.50%");

  const theirs = await (await browser.newContext({ locale: "zh-CN", javaScriptEnabled: false })).newPage();
  await become(theirs.context(), { token: desks.seller });
  await theirs.goto(`/studio/selection?q=${encodeURIComponent(name.slice(0, 20))}&rate=10`);
  const choice = theirs.locator(`#p-${product}`);
  await expect(choice).toContainText("12.50%");
  await expect(choice.locator(".tag.warn")).toContainText("5.00%");
  await choice.locator('form[action="/fn/window/change"] button').click();
  await expect(theirs).toHaveURL(/\/studio\/selection\?q=.*#p-/);
  await expect(choice.locator(`a[href="/studio/window#i-${product}"]`)).toBeVisible();

  await choice.locator('a[href*="samples?product="]').click();
  await theirs.locator("[name=note]").fill("一期新片");
  await theirs.locator('form[action="/fn/affiliate/sample/ask"] button').click();
  const request = theirs.locator("li", { hasText: name });
  await expect(request.locator("button")).toHaveAttribute("value", "withdraw");

  await page.goto("/studio/promotion/samples");
  const asked = page.locator("li", { hasText: "一期新片" });
  await expect(asked).not.toContainText("号");
  await asked.locator("summary").click();
  await asked.locator('button[value="decline"]').click();
  await expect(asked.locator(".fault")).toBeVisible();
  await asked.locator('button[value="accept"]').click();
  await asked.locator("[name=parcel]").fill("SF 1234");
  await asked.locator('button[value="send"]').click();
  await expect(asked).toContainText("SF 1234");
  await theirs.reload();
  await request.locator('button[value="receive"]').click();
  await expect(request.locator("button")).toHaveCount(0);

  // Everything is left as it was.
  await theirs.goto("/studio/window");
  await theirs.locator(`[data-item="${product}"] [data-key="remove"]`).click();
  await expect(theirs.locator(`[data-item="${product}"]`)).toHaveCount(0);
  await page.goto("/studio/promotion");
  await plan.locator("summary").click();
  await plan.locator('button[value="end"]').click();
  await expect(plan.locator(".tag.warn")).toHaveCount(2);
  await theirs.context().close();
});
