// A shop's own groups by forms alone: two levels made, ordered, filled, shown, added to the window and taken away.
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

// Chromium says so when it leaves out the transition between two pages that it lays out in different widths.
test.use({ tolerate: /Transition was aborted/ });

test("made, ordered, filled and taken away", async ({ page, context }) => {
  await become(context, { token: privatePages().desks.linked });
  const unique = Date.now().toString(36);
  const [top, other, inner] = ["户外", "画具", "蜡笔"].map((name) => `${name} ${unique}`);
  await page.goto("/studio/products/groups");
  const add = page.locator('form[action="/fn/studio/group/add"]');
  const make = async (name, within) => {
    if (within) await add.locator("select").selectOption({ label: within });
    await add.locator("[name=new_name]").fill(name);
    await add.locator("button").click();
  };
  await make(top);
  await make(other);
  await make(inner, other);
  await make(top);
  await expect(page.getByRole("alert")).toContainText("重名");
  await expect(add.locator("[name=new_name]")).toHaveValue(top);
  const row = (name) => page.locator("li", { has: page.locator(`input[value="${name}"]`) });
  const names = () => page.locator(".shop-groups b").allTextContents();
  await row(other).locator('[value="up"]').click();
  const order = await names();
  expect(order.indexOf(other)).toBeLessThan(order.indexOf(top));
  expect(order.indexOf(inner)).toBe(order.indexOf(other) + 1);

  await page.goto("/studio/products");
  await page.getByRole("checkbox", { name: /蜡笔/ }).check();
  await page.locator("#sort-into").selectOption({ label: `\u2003${inner}` });
  await page.locator('[formaction="/fn/studio/group/sort"]').click();
  await page.locator("#by-group").selectOption({ label: other });
  await page.locator(".by-group button").click();
  await expect(page.locator("a.name")).toHaveCount(1);
  await expect(page.locator("a.name")).toContainText("蜡笔");

  await page.goto("/studio/products/groups");
  await row(other).locator('[value="window"]').click();
  await expect(page).toHaveURL(/\/studio\/window/);
  await page.goto("/studio/products/groups");
  for (const name of [other, top]) await row(name).locator('[value="remove"]').click();
  expect(await names()).not.toContain(inner);
  await page.goto("/studio/products?group=none");
  await expect(page.locator("a.name", { hasText: "蜡笔" })).toHaveCount(1);
});
