// Two people arrange one window at once: nothing is lost, and each sees what the other did. Left as it was.
import { order, work } from "../lib/studio.mjs";
import { expect, test } from "../lib/test.mjs";

const ready = async (page) => {
  await page.goto("/studio/window");
  await expect(page.locator("[data-plain]")).toBeHidden();
};
const told = (page, does) =>
  Promise.all([page.waitForResponse((response) => /\/fn\/window\/(change|undo)/.test(response.url())), does()]);

test("what one is typing stays when the other acts", async ({ page, context, browser, baseURL, locale, viewport }) => {
  await work(context, "outdoor@demo.test");
  const other = await browser.newContext({ baseURL, locale, viewport });
  await work(other, "outdoor@demo.test");
  const theirs = await other.newPage();
  await Promise.all([ready(page), ready(theirs)]);
  const add = '#window-groups form:has([value="group-add"])';
  const mine = page.locator(`${add} [name="name_en"]`);
  await mine.fill("Autumn hikes");
  await mine.evaluate((field) => field.setSelectionRange(2, 8));
  const renamed = page.locator("#window-groups details").first();
  await renamed.locator("summary").click();
  await renamed.locator('[name="name_zh"]').fill("半个名字");
  await mine.focus();

  await theirs.locator(`${add} [name="name_zh"]`).fill("周末");
  await theirs.locator(`${add} [name="name_en"]`).fill("Weekend");
  await told(theirs, () => theirs.locator(`${add} button`).click());
  await expect(theirs.locator(`${add} [name="name_en"]`)).toHaveValue("");
  await expect(page.locator("#window-groups summary", { hasText: /周末|Weekend/ })).toBeVisible({ timeout: 15_000 });
  const left = () => mine.evaluate((field) => [field.value, document.activeElement === field, field.selectionStart, field.selectionEnd]);
  expect(await left()).toEqual(["Autumn hikes", true, 2, 8]);
  await expect(page.locator("#window-groups details").first().locator('[name="name_zh"]')).toHaveValue("半个名字");

  // One's own act takes what it sent, and no more.
  await told(page, () => page.locator(`${add} button`).click());
  await expect(page.locator("#window-groups summary", { hasText: "Autumn hikes" })).toBeVisible();
  await expect(mine).toHaveValue("");
  await expect(page.locator("#window-groups details").first().locator('[name="name_zh"]')).toHaveValue("半个名字");
  for (let act = 0; act < 2; act += 1) await told(page, () => page.locator("[data-step='0'] button").click());
  await expect(page.locator("#window-groups summary", { hasText: /周末|Weekend/ })).toHaveCount(0);
  await other.close();
});

test("two editors at once", async ({ page, context, browser, baseURL, locale, viewport }) => {
  test.slow();
  await work(context, "outdoor@demo.test");
  const other = await browser.newContext({ baseURL, locale, viewport });
  await work(other, "outdoor@demo.test");
  const theirs = await other.newPage();
  await Promise.all([ready(page), ready(theirs)]);
  const before = await order(page);
  const key = (on, item, name) => on.locator(`[data-item="${item}"] [data-key="${name}"]`);
  const last = before.at(-1);

  // Both act before either has heard of the other.
  await Promise.all([
    told(page, () => key(page, last, "top").click()),
    told(theirs, () => key(theirs, before[3], "up").click()),
  ]);
  await told(theirs, () => key(theirs, before[4], "hide").click());
  const merged = [last, before[0], before[1], before[3], before[2], ...before.slice(4, -1)];
  for (const on of [page, theirs]) {
    await expect.poll(() => order(on), { timeout: 15_000 }).toEqual(merged);
    await expect(on.locator(`[data-item="${before[4]}"]`)).toHaveClass(/off/);
  }
  await expect(page.locator("[data-toast]")).not.toBeEmpty();

  // What one takes out while the other still has it: the second hears that it is gone, and loses nothing else.
  await told(theirs, () => key(theirs, before[2], "remove").click());
  await expect(theirs.locator(`[data-item="${before[2]}"]`)).toHaveCount(0);
  await expect(page.locator(`[data-item="${before[2]}"]`)).toHaveCount(0, { timeout: 15_000 });
  await expect(page.locator("[data-window]")).toHaveAttribute("data-version", await theirs.locator("[data-window]").getAttribute("data-version"));

  for (let act = 0; act < 4; act += 1) await told(page, () => page.locator("[data-step='0'] button").click());
  await expect.poll(() => order(page)).toEqual(before);
  await expect.poll(() => order(theirs), { timeout: 15_000 }).toEqual(before);
  await other.close();
});
