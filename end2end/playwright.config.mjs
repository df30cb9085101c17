import { defineConfig, devices } from "@playwright/test";
import { baseURL } from "./lib/api.mjs";
import { chromium } from "./lib/chromium.mjs";
import { discover } from "./lib/pages.mjs";
import { furnish } from "./lib/private-pages.mjs";

// Here and not in each worker: all of them must agree on the list of tests, also after one has added a product.
process.env.VITRINE_PAGES ??= JSON.stringify(await discover());
process.env.VITRINE_PRIVATE ??= JSON.stringify(await furnish());

const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } };
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 } };
// What the back office's people do changes the shop that everybody else looks at.
const studio = ["clips", "closing", "creator", "groups", "linked", "pictures", "products", "selection", "staff", "tables", "violations", "window", "window-frame", "window-large", "window-two"];
const studioOnPaper = studio.map((name) => `**/${name}.nojs.spec.mjs`);
const studioAlive = studio.map((name) => `**/${name}.spec.mjs`);
const special = ["**/*.nojs.spec.mjs", "**/*.clock.spec.mjs", ...studioAlive];
const scripted = { testIgnore: special };
// Two projects see both screens and both languages; the other two pairs only what could differ by pair.
const further = { testMatch: ["**/buy-clip.spec.mjs", "**/cart.spec.mjs"] };
const chinese = { locale: "zh-CN", timezoneId: "Asia/Shanghai" };
const english = { locale: "en-GB", timezoneId: "Europe/London" };

export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  // Two cores: a third browser only makes the others time out.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: "./lib/reporter.mjs",
  use: { baseURL, launchOptions: chromium, actionTimeout: 10_000, navigationTimeout: 15_000, screenshot: "only-on-failure" },
  projects: [
    { name: "phone-zh", ...scripted, use: { ...phone, ...chinese } },
    { name: "phone-en", ...further, use: { ...phone, ...english } },
    { name: "desktop-zh", ...further, use: { ...desktop, ...chinese } },
    { name: "desktop-en", ...scripted, use: { ...desktop, ...english } },
    // What must work on paper alone: the files *.nojs.spec.mjs, and every page's status and texts.
    { name: "nojs", testIgnore: studioOnPaper, testMatch: ["**/*.nojs.spec.mjs", "**/pages.spec.mjs", "**/missing.spec.mjs"], use: { ...phone, ...chinese, javaScriptEnabled: false } },
    // These publish, list and arrange, so scripts/browser-tests runs them one at a time after the viewers' journeys.
    { name: "studio-zh", testMatch: studioAlive, use: { ...phone, ...chinese } },
    { name: "studio-en", testMatch: studioAlive, use: { ...desktop, ...english } },
    { name: "studio-nojs", testMatch: studioOnPaper, use: { ...phone, ...chinese, javaScriptEnabled: false } },
    // These move the shop's clock, so scripts/browser-tests runs them one at a time after all others.
    { name: "clock", testMatch: "**/*.clock.spec.mjs", use: { ...phone, ...english } },
  ],
});
