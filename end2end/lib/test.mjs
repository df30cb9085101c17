import { test as base, expect } from "@playwright/test";
import { Api } from "./api.mjs";
import { words } from "./words.mjs";

export { expect };

/**
 * Playwright's `test`, which also fails on whatever the browser complains about: console errors, uncaught
 * exceptions, same-origin requests that fail or are answered with an error.
 *
 * A test that provokes such a complaint names it: `test.use({ tolerate: /status of 404/ })`.
 */
export const test = base.extend({
  tolerate: [null, { option: true }],

  complaints: [
    async ({ context, baseURL, tolerate, javaScriptEnabled }, use) => {
      const found = [];
      const complain = (text) => {
        if (!tolerate?.test(text)) found.push(text);
      };
      const own = (url) => url.startsWith(baseURL);
      context.on("console", (message) => {
        if (message.type() === "error") complain(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => complain(`exception: ${error.error().stack || error.error()} (${error.page()?.url()})`));
      context.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText;
        // A page that is left cancels what it was still loading; a Chromium without scripts refuses to preload them.
        if (reason === "net::ERR_ABORTED" || (reason === "csp" && !javaScriptEnabled)) return;
        if (own(request.url())) complain(`failed: ${request.url()} ${reason}`);
      });
      context.on("response", (response) => {
        if (own(response.url()) && response.status() >= 400) complain(`answered: ${response.url()} ${response.status()}`);
      });
      await use(found);
      expect(found, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],

  /** An anonymous caller of the REST API who speaks the project's language. */
  api: async ({ locale }, use) => use(new Api({ locale })),

  /** A guest of the REST API; `become(context, guest)` makes the browser the same one. */
  guest: async ({ locale }, use) => use(await Api.guest({ locale })),

  /** What the pages say in the project's language. */
  words: async ({ locale }, use) => use(words(locale)),
});
