// `make bench`: starts the release on SQLite, then on PostgreSQL with durable commits, drives it over loopback and prints one
// JSON object. CPU figures are the server's own (on PostgreSQL plus its whole cluster's), not the driver's; rates depend on the
// machine and on what else it does. BENCH_ORDERS=1000 makes it shorter.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const engineScript = fileURLToPath(new URL("engine.mjs", import.meta.url));
// Beside the build and not in /tmp, which may be memory: a durable commit must reach a disk.
const folder = mkdtempSync(`${root}target/bench-`);
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

function measure(engine, before = [], env = {}) {
  const command = [...before, process.execPath, engineScript, engine, `${folder}/${engine}`];
  const run = spawnSync(command[0], command.slice(1), { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...env } });
  if (run.status !== 0) process.exitCode = 1;
  return run.stdout?.trim() ? JSON.parse(run.stdout) : { run: { error: `${engine} ended early (${run.error ?? run.status})` } };
}

const sqlite = measure("sqlite");
const postgres = measure("postgres", [`${root}scripts/with-postgres`], { WITH_POSTGRES_DURABLE: "1" });
const both = (pick) => ({ sqlite: pick(sqlite) ?? null, postgres: pick(postgres) ?? null });

console.log(
  JSON.stringify(
    {
      ssr_product_cpu_ms: sqlite.pages_uncached?.product ?? null,
      ssr_showcase24_cpu_ms: sqlite.pages_uncached?.showcase24 ?? null,
      ssr_product_cached_cpu_ms: sqlite.pages_cached?.product ?? null,
      ssr_showcase24_cached_cpu_ms: sqlite.pages_cached?.showcase24 ?? null,
      api_list24_cpu_ms: sqlite.api?.list24 ?? null,
      api_detail_cpu_ms: sqlite.api?.detail ?? null,
      checkout_cpu_ms: both((of) => of.checkout),
      purchase_cpu_ms: both((of) => of.purchase),
      order_cpu_ms: both((of) => of.orders?.cpu_ms),
      orders_per_s: { ...both((of) => of.orders?.per_s), p99_ms: both((of) => of.orders?.p99_ms) },
      flash_100_of_300: both((of) => of.flash),
      csv_skus_per_s: both((of) => of.csv_skus_per_s),
      publish_1000_cpu_ms: both((of) => of.publish_1000_cpu_ms),
      reorder_1000_ms: sqlite.reorder_1000_ms ?? null,
      rss_mb: { start: sqlite.rss_start_mb ?? null, after_orders: sqlite.rss_after_orders_mb ?? null },
      cold_start_ms: sqlite.cold_start_ms ?? null,
      product_page_wasm_js_br_kb: sqlite.weight?.wasm_js ?? null,
      css_br_kb: sqlite.weight?.css ?? null,
      lighthouse: sqlite.lighthouse ?? null,
      limits: { plain_text_cpu_ms: sqlite.plain_text ?? null, bare_insert_per_s: both((of) => of.bare_insert) },
      audit: both((of) => of.audit),
      errors: [sqlite, postgres].flatMap((of) => Object.entries(of).flatMap(([name, value]) => (value?.error ? [`${name}: ${value.error}`] : []))),
    },
    null,
    2,
  ),
);
