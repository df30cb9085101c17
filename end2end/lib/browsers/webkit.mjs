import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { Builder, By, Capabilities, Select, until } from "selenium-webdriver";

const patience = 20_000;

/** WebKitGTK's MiniBrowser under WebKitWebDriver, as the adapter of journeys/. Needs a display (xvfb-run). */
export async function openWebKit() {
  const port = await freePort();
  const service = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: {
      ...process.env,
      LANG: "en_GB.UTF-8",
      LANGUAGE: "en_GB",
      // There is neither a GPU nor a user namespace for its sandbox on a build machine.
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  const driver = await connect(port).catch((error) => {
    service.kill();
    throw error;
  });

  const find = async (selector) => {
    const element = await driver.wait(until.elementLocated(By.css(selector)), patience, `no ${selector}`);
    return driver.wait(until.elementIsVisible(element), patience, `${selector} stays hidden`);
  };
  return {
    name: "webkit",
    // WebDriver does not tell what WebKit logs; a journey that dies shows it by its timeout.
    complaints: () => [],
    goto: (url) => driver.get(url),
    visible: async (selector) => {
      await find(selector);
    },
    gone: (selector) => driver.wait(async () => (await driver.findElements(By.css(selector))).length === 0, patience, `${selector} stays`),
    click: async (selector) => (await find(selector)).click(),
    fill: async (selector, value) => {
      const field = await find(selector);
      await field.clear();
      await field.sendKeys(value);
    },
    choose: async (selector, value) => {
      const field = await find(selector);
      await driver.wait(until.elementLocated(By.css(`${selector} option[value="${value}"]`)), patience, `${selector} lacks ${value}`);
      await new Select(field).selectByValue(value);
    },
    evaluate: (expression) => driver.executeScript(`return ${expression}`),
    url: () => driver.getCurrentUrl(),
    close: async () => {
      await driver.quit();
      service.kill();
    },
  };
}

async function connect(port) {
  const capabilities = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    } catch (error) {
      // The service needs a moment before it listens.
      if (attempt === 20 || !/ECONNREFUSED/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** MiniBrowser lies in a folder named after architecture and API version. */
function miniBrowser() {
  if (process.env.MINIBROWSER) return process.env.MINIBROWSER;
  for (const architecture of readdirSync("/usr/lib")) {
    for (const version of ["4.1", "4.0"]) {
      const path = `/usr/lib/${architecture}/webkit2gtk-${version}/MiniBrowser`;
      if (existsSync(path)) return path;
    }
  }
  throw new Error("MiniBrowser is missing: scripts/setup test");
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
