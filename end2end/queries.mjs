// How many statements each page costs the database when no page is in memory: never one per line of a list.
// Closes with one line `N passed, N failed`. Needs no BASE_URL: it starts a shop without the page cache.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./bench/lib/server.mjs";

const most = 4;
// The orders' pages add lines, parcels, their steps and the payment. A search asks for products, creators and clips by
// their own. A waiting cashier asks the provider, which in the demo keeps its books in the same database.
// Opening a showcase checks each condition where it is known, and shows rules, papers and agreements beside the application.
const more = [[/opening/, 13], [/order|cashier, paid/, 6], [/^\/search\?/, 7], [/cashier, waiting/, 11]];
// The shop looks after itself meanwhile; the cheapest of several visits is what the page costs.
const visits = 8;

const folder = mkdtempSync(join(tmpdir(), "vitrine-queries-"));
const server = await startServer({ folder, database: `sqlite://${folder}/shop.db`, env: { VITRINE_PAGE_CACHE: "off" } });
process.env.BASE_URL = server.base;
const { discover } = await import("./lib/pages.mjs");
const { furnish } = await import("./lib/private-pages.mjs");

let passed = 0;
let failed = 0;
try {
  const found = await discover();
  const own = await furnish();
  for (const { name, path } of Object.values(found).flat()) await check(name, path);
  for (const { name, path } of own.list) await check(`signed in: ${name}`, path, own.token);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function check(name, path, token) {
  const headers = token ? { cookie: `vitrine_session=${token}` } : {};
  const costs = [];
  for (let visit = 0; visit < visits; visit += 1) {
    const before = await queries();
    const answer = await fetch(server.base + path, { headers });
    await answer.text();
    costs.push((await queries()) - before);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  }
  const cost = Math.min(...costs);
  const allowed = more.find(([pages]) => pages.test(name))?.[1] ?? most;
  console.log(`${cost <= allowed ? "ok  " : "FAIL"} ${cost} ${name}`);
  if (cost <= allowed) passed += 1;
  else failed += 1;
}

async function queries() {
  const text = await (await fetch(`${server.base}/metrics`)).text();
  return Number(text.match(/^vitrine_db_queries_total (\d+)/m)[1]);
}
