// The same on paper alone, for applicant and operator.
import { openShowcase } from "../journeys/open.mjs";
import { test } from "../lib/test.mjs";

test("apply, sent back with reasons, hand in again, approved, deposit, open", async ({ page, browser, baseURL, locale, words, viewport }) => {
  test.setTimeout(120_000);
  await openShowcase({ page, browser, baseURL, locale, words, viewport, javaScriptEnabled: false });
});
