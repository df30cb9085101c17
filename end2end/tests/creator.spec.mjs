// From nobody to a sale: a new person opens a shop, fills and arranges it, and a viewer buys.
import { becomeCreator } from "../journeys/creator.mjs";
import { test } from "../lib/test.mjs";

// Chromium says so when it leaves out the transition between two pages that it lays out in different widths.
test.use({ tolerate: /Transition was aborted/ });

test("apply, fill, film, arrange, publish, sell", async ({ page, browser, baseURL, locale, words, viewport }) => {
  test.setTimeout(240_000);
  await becomeCreator({ page, browser, baseURL, locale, words, viewport });
});
