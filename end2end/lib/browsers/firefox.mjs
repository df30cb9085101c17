import puppeteer from "puppeteer-core";

/** Debian's Firefox over WebDriver BiDi (geckodriver is not in Debian 12), as the adapter of journeys/. */
export async function openFirefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: { "intl.accept_languages": "en-GB", "media.autoplay.default": 0 },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  await page.setViewport({ width: 390, height: 844 });

  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));

  const byId = (id) => `[data-testid="${id}"]`;
  const visible = (selector) => page.waitForSelector(selector, { visible: true });
  return {
    name: "firefox",
    complaints: () => complaints,
    goto: async (url) => {
      await page.goto(url, { waitUntil: "load" });
    },
    visible: async (id) => {
      await visible(byId(id));
    },
    click: async (id) => (await visible(byId(id))).click(),
    fill: async (name, value) => {
      const field = await visible(`[name="${name}"]`);
      // Through the keyboard, so that islands hear what a person's typing makes them hear.
      await field.click({ count: 3 });
      await field.type(value);
    },
    text: async (id) => (await visible(byId(id))).evaluate((element) => element.textContent),
    url: () => page.url(),
    close: () => browser.close(),
  };
}
