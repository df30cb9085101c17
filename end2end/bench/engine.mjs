// Measures one shop on one database: `node engine.mjs sqlite|postgres FOLDER`. Prints one JSON object.
import { execFileSync } from "node:child_process";
import { checkout, purchase } from "./checkout.mjs";
import { csvImport } from "./csv.mjs";
import { flash } from "./flash.mjs";
import { familyCpuMs } from "./lib/proc.mjs";
import { Client } from "./lib/client.mjs";
import { startServer } from "./lib/server.mjs";
import { survey } from "./lib/shop.mjs";
import { scores } from "./lighthouse.mjs";
import { postgresInserts, sqliteInserts } from "./limits.mjs";
import { orderRate } from "./orders.mjs";
import { api, pages, plainText } from "./reads.mjs";
import { weight } from "./weight.mjs";
import { publish, reorder } from "./window.mjs";

const [engine, folder] = process.argv.slice(2);
const orders = Number(process.env.BENCH_ORDERS ?? 10_000);
const onPostgres = engine === "postgres";
const database = onPostgres ? postgresDatabase() : `sqlite://${folder}/shop.db`;
const clusterCpu = onPostgres ? () => familyCpuMs(Number(process.env.TEST_POSTGRES_PID)) : () => 0;
const figures = {};

/** A figure that cannot be had is told as such and does not cost the others. */
async function figure(name, measure) {
  console.error(`bench: ${engine}: ${name}`);
  try {
    figures[name] = await measure();
  } catch (error) {
    console.error(`bench: ${engine}: ${name} failed: ${error.stack}`);
    figures[name] = { error: String(error.message).split("\n")[0] };
    process.exitCode = 1;
  }
}

function postgresDatabase() {
  const url = `${process.env.TEST_POSTGRES_URL}/bench`;
  execFileSync("psql", [`${process.env.TEST_POSTGRES_URL}/postgres`, "--quiet", "-c", "CREATE DATABASE bench"]);
  return url;
}

async function goods(server) {
  const client = new Client(server.base);
  const found = await survey(client);
  await client.close();
  return found;
}

// The first start fills the database. Without the page cache every request renders.
let server = await startServer({ folder, database, env: { VITRINE_PAGE_CACHE: "off" } });
const { products } = await goods(server);
const product = products.find(({ stock }) => stock > 0);
if (!onPostgres) await figure("pages_uncached", () => pages(server, product));
await server.stop();

server = await startServer({ folder, database, path: `/p/${product.id}` });
const cpu = () => server.cpu() + clusterCpu();
figures.cold_start_ms = Math.round(server.startMs);
figures.rss_start_mb = server.rssMb();
const { skus } = await goods(server);
await figure("orders", () => orderRate(server, cpu, skus, orders));
figures.rss_after_orders_mb = server.rssMb();
// Bought down first, or the checkouts take the pieces that it needs.
await figure("flash", () => flash(server, skus));
await figure("checkout", async () => checkout(server, cpu, (await goods(server)).skus));
await figure("purchase", async () => purchase(server, cpu, (await goods(server)).skus));
if (!onPostgres) {
  await figure("pages_cached", () => pages(server, product));
  await figure("api", () => api(server, product));
  await figure("plain_text", () => plainText(server));
  await figure("weight", () => weight(server, product));
  await figure("lighthouse", () => scores(server, ["/", "/c/tea/showcase", `/p/${product.id}`]));
}
// Last, because they leave thousands of goods.
await figure("csv_skus_per_s", () => csvImport(server));
await figure("publish_1000_cpu_ms", () => publish(server, cpu));
if (!onPostgres) await figure("reorder_1000_ms", () => reorder(server));
await figure("bare_insert", () => (onPostgres ? postgresInserts(folder, database) : sqliteInserts(folder)));
await figure("audit", () => JSON.parse(server.audit()));
await server.stop();
console.log(JSON.stringify(figures));
