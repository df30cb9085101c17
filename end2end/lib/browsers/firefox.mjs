import puppeteer from "puppeteer-core";

const patience = 20_000;

/** Debian's Firefox over WebDriver BiDi (geckodriver is not in Debian 12), as the adapter of journeys/. */
export async function openFirefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: { "intl.accept_languages": "en-GB", "media.autoplay.default": 0 },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.setViewport({ width: 390, height: 844 });

  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));

  const visible = (selector) => page.waitForSelector(selector, { visible: true });
  return {
    name: "firefox",
    complaints: () => complaints,
    goto: async (url) => {
      await page.goto(url, { waitUntil: "load" });
    },
    visible: async (selector) => {
      await visible(selector);
    },
    gone: async (selector) => {
      await page.waitForSelector(selector, { hidden: true });
    },
    // Waits until it no longer moves.
    click: (selector) => page.locator(selector).setTimeout(patience).click(),
    fill: async (selector, value) => {
      const field = await visible(selector);
      // Through the keyboard, so that islands hear what a person's typing makes them hear.
      await field.click({ count: 3 });
      await field.type(value);
    },
    choose: async (selector, value) => {
      await page.waitForSelector(`${selector} option[value="${value}"]`);
      await page.select(selector, value);
    },
    evaluate: (expression) => page.evaluate(expression),
    url: () => page.url(),
    close: () => browser.close(),
  };
}
