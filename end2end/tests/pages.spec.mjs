// Every public page, opened fresh: answers 200, speaks the visitor's language, complains about nothing, is accessible.
import { expectAccessible } from "../lib/axe.mjs";
import { pages } from "../lib/pages.mjs";
import { expect, test } from "../lib/test.mjs";

// axe takes seconds a page; these two see both layouts and both languages.
const axed = ["phone-zh", "desktop-en"];

for (const [kind, list] of Object.entries(pages())) {
  test.describe(kind, () => {
    test("there are some", () => expect(list).not.toEqual([]));

    for (const { name, path } of list) {
      test(name, async ({ page, locale }, { project }) => {
        const answer = await page.goto(path);
        expect(answer.status()).toBe(200);
        expect(await page.locator("html").getAttribute("lang")).toBe(locale.startsWith("zh") ? "zh-CN" : "en");
        await expect(page.locator("h1").first()).not.toBeEmpty();
        if (axed.includes(project.name)) await expectAccessible(page);
      });
    }
  });
}
