import { chromium as playwright } from "@playwright/test";
import { chromium } from "../lib/chromium.mjs";
import { round } from "./lib/load.mjs";

/** What a fresh Chromium on a phone downloads with a product page, in KB as sent: WASM with JavaScript, and CSS. */
export async function weight(server, product) {
  const browser = await playwright.launch(chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const bytes = { code: 0, css: 0 };
    const sizes = [];
    page.on("requestfinished", (request) => {
      const kind = new URL(request.url()).pathname.match(/\.(wasm|js|css)$/)?.[1];
      if (kind) sizes.push(add(request, kind === "css" ? "css" : "code"));
    });
    const add = async (request, kind) => {
      const response = await request.response();
      const { responseBodySize } = await request.sizes();
      const encoding = await response.headerValue("content-encoding");
      if (encoding !== "br") throw new Error(`${request.url()} is not sent as brotli but ${encoding}`);
      bytes[kind] += responseBodySize;
    };
    await page.goto(`${server.base}/p/${product.id}`, { waitUntil: "networkidle" });
    await Promise.all(sizes);
    return { wasm_js: round(bytes.code / 1024), css: round(bytes.css / 1024) };
  } finally {
    await browser.close();
  }
}
