import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { chromium } from "../lib/chromium.mjs";

/** Lighthouse's four scores (0–100) per page, as its simulated phone on slow 4G sees it. */
export async function scores(server, paths) {
  const chrome = await launch({ chromePath: chromium.executablePath, chromeFlags: ["--headless=new", ...chromium.args] });
  try {
    const found = {};
    for (const path of paths) {
      const { lhr } = await lighthouse(server.base + path, { port: chrome.port, logLevel: "silent" });
      if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
      found[path] = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]));
    }
    return found;
  } finally {
    await chrome.kill();
  }
}
