// Kills the release server with SIGKILL in the middle of checkout load, twenty times, on SQLite and, beside a cluster
// (scripts/with-postgres), on PostgreSQL. After each restart every acknowledged order is there, every acknowledged payment
// counts, what was not acknowledged can be asked again with the same key and is one order, and `vitrine audit` is clean.
// KILLS=3 makes it shorter. Closes with one line `N passed, N failed`.
import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "./bench/lib/client.mjs";
import { startServer } from "./bench/lib/server.mjs";
import { guests, onePiece, survey } from "./bench/lib/shop.mjs";

const kills = Number(process.env.KILLS ?? 20);
const buyers = 16;
// Each server that is started listens for our end.
process.setMaxListeners(0);
let passed = 0;
let failed = 0;

const engines = [["sqlite", (folder) => `sqlite://${folder}/shop.db`]];
if (process.env.TEST_POSTGRES_URL) engines.push(["postgres", () => `${process.env.TEST_POSTGRES_URL}/postgres`]);
for (const [name, database] of engines) {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-kill-"));
  try {
    for (let kill = 1; kill <= kills; kill += 1) await survive(name, kill, { folder, database: database(folder) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** One round: load, kill, restart, compare. */
async function survive(name, kill, where) {
  try {
    const started = await startServer(where);
    const asked = await load(started, 200 + randomInt(1200));
    const restarted = await startServer(where);
    try {
      await compare(restarted, asked);
      const { breaches } = JSON.parse(restarted.audit());
      if (breaches.length > 0) throw new Error(JSON.stringify(breaches));
      await tidyUp(restarted, asked);
    } finally {
      await restarted.stop();
    }
    const acknowledged = asked.filter((order) => order.id).length;
    console.log(`ok ${name} ${kill}: ${acknowledged} orders, ${asked.filter((order) => order.paid).length} paid`);
    passed += 1;
  } catch (error) {
    console.log(`not ok ${name} ${kill}: ${error.message}`);
    failed += 1;
  }
}

/** Buyers order and pay until the server dies after `ms`. Answers with what they asked for and were told. */
async function load(server, ms) {
  const client = new Client(server.base, buyers);
  const { skus } = await survey(client);
  const tokens = await guests(client, buyers);
  const asked = [];
  let alive = true;
  const buyer = async (token) => {
    while (alive) {
      const order = { token, key: randomUUID(), body: onePiece(skus[randomInt(skus.length)]) };
      asked.push(order);
      try {
        const answer = await client.send("POST", "/api/v1/orders", order);
        if (answer.status === 409) order.refused = true;
        if (answer.status !== 201) continue;
        order.id = JSON.parse(answer.text).orders[0].id;
        if (randomInt(2) === 0) continue;
        const { payment_id } = await client.json("POST", `/api/v1/orders/${order.id}/payments`, { token, body: { method: "wechat" } });
        const played = await client.json("POST", `/sandbox/payments/${payment_id}`, { body: { outcome: "success" } });
        order.paid = played.state === "succeeded";
      } catch {
        // The server is dying; what it did not say, it did not promise.
      }
    }
  };
  const all = Promise.all(tokens.map(buyer));
  await new Promise((resolve) => setTimeout(resolve, ms));
  await server.kill();
  alive = false;
  await all;
  await client.close();
  return asked;
}

/** Whether what was promised is still true. */
async function compare(server, asked) {
  const client = new Client(server.base, buyers);
  try {
    for (const order of asked.filter(({ refused }) => !refused)) {
      if (!order.id) {
        const again = await client.send("POST", "/api/v1/orders", order);
        if (again.status === 409) continue;
        if (again.status !== 201) throw new Error(`asked again: ${again.status} ${again.text}`);
        order.id = JSON.parse(again.text).orders[0].id;
        const twice = JSON.parse((await client.send("POST", "/api/v1/orders", order)).text).orders[0].id;
        if (twice !== order.id) throw new Error(`one key, two orders: ${order.id}, ${twice}`);
      }
      const { state } = await client.json("GET", `/api/v1/orders/${order.id}`, { token: order.token });
      const unpaid = state === "pending_payment" || state === "cancelled";
      if (order.paid && unpaid) throw new Error(`paid, yet ${state}: ${order.id}`);
    }
  } finally {
    await client.close();
  }
}

/** Gives the unpaid pieces back, so that the next round has something to buy. */
async function tidyUp(server, asked) {
  const client = new Client(server.base, buyers);
  for (const { id, token } of asked) {
    if (id) await client.send("POST", `/api/v1/orders/${id}/cancel`, { token, body: {} });
  }
  await client.close();
}
