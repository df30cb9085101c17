import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect } from "../lib/test.mjs";

/** A day in China so many days from now, as a date field wants it. */
const inDays = (days) => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * The operator keeps the tables: a category is added and changed from a day on, a fee and a deposit are looked at before they
 * are saved, and what has not begun is taken back. Everything lies in the future or in a category of its own, so that it
 * disturbs nobody; `mark` keeps two runs apart.
 */
export async function keepTables({ page, context, mark }) {
  const { desks, token } = privatePages();
  await become(context, { token });
  expect((await page.request.get("/console/fees")).status()).toBe(403);
  await become(context, { token: desks.operator });

  // The console leads there.
  await page.goto("/console/applications");
  await page.locator('.rail a[href="/console/categories"]').click();
  await expect(page.locator('.tree a[href*="id="]').first()).toBeVisible();

  // A category more, open in ten days; what is wrong is said at its field first.
  const add = page.locator('form[action="/fn/console/category/add"]');
  await add.locator("[name=parent]").selectOption({ index: 1 });
  await add.locator("[name=code]").fill("Not A Code");
  await add.locator("[name=new_zh]").fill("试验");
  await add.locator("[name=new_en]").fill("Trial");
  await add.locator("[name=from]").fill(inDays(10));
  await add.locator("button").click();
  await expect(page.locator("#e-code")).not.toBeEmpty();
  await expect(add.locator("[name=new_en]")).toHaveValue("Trial");
  await add.locator("[name=code]").fill(`trial-${mark}`);
  await add.locator("button").click();
  await expect(page).toHaveURL(/id=[0-9a-f-]{36}&saved=1/);
  const id = new URL(page.url()).searchParams.get("id");

  // Called something else from a day on; and taken back.
  const name = page.locator('form[action="/fn/console/category/name"]');
  await name.locator("[name=name_en]").fill("Experiment");
  await name.locator("[name=from]").fill(inDays(20));
  await name.locator("button").click();
  await expect(page.locator(".changes li", { hasText: "Experiment" })).toHaveCount(1);
  await expect(name.locator("[name=name_en]")).toHaveValue("Trial");
  await page.locator(".changes li", { hasText: "Experiment" }).locator("button").click();
  await expect(page.locator(".changes li", { hasText: "Experiment" }).locator("button")).toHaveCount(0);

  // An attribute with options.
  const attributes = page.locator('form[action="/fn/console/category/attributes"]');
  const row = attributes.locator("li").last();
  await row.locator('[name$="[key]"]').fill("glaze");
  await row.locator('[name$="[zh]"]').fill("釉色");
  await row.locator('[name$="[en]"]').fill("Glaze");
  await row.locator("select").selectOption("choice");
  await attributes.locator("button").click();
  await expect(attributes.locator(".fault")).not.toBeEmpty();
  await attributes.locator("li").first().locator("textarea").fill("哑光 / Matt\n亮面 / Shiny");
  await attributes.locator("li").first().locator("[type=checkbox]").check();
  await attributes.locator("button").click();
  await expect(attributes.locator("li").first().locator("textarea")).toHaveValue("哑光 / Matt\n亮面 / Shiny");

  // A fee: what it would do, then saved, then taken back.
  await page.locator('.queue-tabs a[href="/console/fees"]').click();
  const fee = page.locator('form[action="/console/fees"]');
  await fee.locator("[name=category]").selectOption(id);
  await fee.locator("[name=rate]").fill("350");
  await fee.locator("button").click();
  await expect(page.locator("#e-rate")).not.toBeEmpty();
  await fee.locator("[name=rate]").fill("3.5");
  await fee.locator("[name=from]").fill(inDays(30));
  await fee.locator("button").click();
  await expect(page.locator("#effect")).toBeVisible();
  await page.locator('form[action="/fn/console/fee"] button').click();
  await expect(page).toHaveURL(/\/console\/fees\?saved=1/);
  const change = page.locator(".changes li", { hasText: "3.50%" }).filter({ has: page.locator("button") });
  await expect(change).toHaveCount(1);
  await change.locator("button").click();
  await expect(change).toHaveCount(0);

  // A fee of a category in which something was sold has its sums: all of the rows, all of the shops.
  const sold = fee.locator("[name=category] option");
  let seen = false;
  for (const category of await sold.evaluateAll((options) => options.map((option) => option.value))) {
    await page.goto(`/console/fees?what_if=1&category=${category}&rate=9`);
    if ((await page.locator("#effect table").count()) === 0) continue;
    await expect(page.locator("#effect .sum")).not.toHaveCount(0);
    seen = true;
    break;
  }
  expect(seen).toBe(true);

  // A deposit.
  await page.locator('.queue-tabs a[href="/console/deposits"]').click();
  const deposit = page.locator('form[action="/console/deposits"]');
  await deposit.locator("[name=deposit]").fill("98765");
  await deposit.locator("[name=from]").fill(inDays(40));
  await deposit.locator("button").click();
  await expect(page.locator("#effect")).toBeVisible();
  await page.locator('form[action="/fn/console/deposit"] button').click();
  const planned = page.locator(".changes li", { hasText: /98,?765/ }).filter({ has: page.locator("button") });
  await expect(planned).toHaveCount(1);
  await planned.locator("button").click();
  await expect(planned).toHaveCount(0);

  // Agreements: whole or not at all.
  await page.locator('.queue-tabs a[href="/console/agreements"]').click();
  const agreement = page.locator('form[action="/fn/console/agreement"]');
  await agreement.locator("[name=title_en]").fill(" ");
  await agreement.locator("button").click();
  await expect(page.locator("#e-title_en")).not.toBeEmpty();
}
