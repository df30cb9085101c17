// Every page, opened fresh: answers 200, speaks the visitor's language, complains about nothing, is accessible.
import { expectAccessible } from "../lib/axe.mjs";
import { pages } from "../lib/pages.mjs";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

// axe takes seconds a page; these two see both layouts and both languages.
const axed = ["phone-zh", "desktop-en"];

async function look({ page, locale }, path, { project }) {
  const answer = await page.goto(path);
  expect(answer.status()).toBe(200);
  expect(await page.locator("html").getAttribute("lang")).toBe(locale.startsWith("zh") ? "zh-CN" : "en");
  await expect(page.locator("h1").first()).not.toBeEmpty();
  // On a phone a page that is too wide is zoomed out, and its bars leave the screen.
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "width").toBeLessThanOrEqual(page.viewportSize().width);
  if (axed.includes(project.name)) await expectAccessible(page);
}

for (const [kind, list] of Object.entries(pages())) {
  test.describe(kind, () => {
    test("there are some", () => expect(list).not.toEqual([]));

    for (const { name, path } of list) test(name, ({ page, locale }, info) => look({ page, locale }, path, info));
  });
}

test.describe("signed in", () => {
  const { token, list } = privatePages();
  test.beforeEach(({ context }) => become(context, { token }));

  for (const { name, path } of list) {
    test(name, async ({ page, locale }, info) => {
      await look({ page, locale }, path, info);
      // Whoever has to sign in first was led elsewhere.
      expect(page.url()).toContain(path);
    });
  }
});

for (const [who, { token, list }] of [["the operator's desk", privatePages().desk], ["the studio of a shop", privatePages().shop]]) {
  test.describe(who, () => {
    test.beforeEach(({ context }) => become(context, { token }));

    for (const { name, path } of list) test(name, ({ page, locale }, info) => look({ page, locale }, path, info));
  });
}
