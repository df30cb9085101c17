// A shop sells more, tops its deposit up, and closes.
import { growAndClose } from "../journeys/closing.mjs";
import { test } from "../lib/test.mjs";

// The place of a closed shop answers 410, which is what is wanted.
test.use({ tolerate: /(status of | )410\b/ });

test("another category, deposit topped up, closing announced, taken back, closed", async ({ page, browser, baseURL, locale, words, viewport }) => {
  test.setTimeout(180_000);
  await growAndClose({ page, browser, baseURL, locale, words, viewport });
});
