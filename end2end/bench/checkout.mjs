import { address } from "../lib/api.mjs";
import { Client } from "./lib/client.mjs";
import { cpuPerOperation } from "./lib/load.mjs";
import { onePiece, spread } from "./lib/shop.mjs";

const warmUp = 20;
const measured = 200;

/** CPU ms of a whole purchase: visit, cart, quote, order, payment, the provider's word, the paid order. */
export async function checkout(server, cpu, skus) {
  const client = new Client(server.base);
  try {
    const chosen = spread(skus, warmUp + measured);
    const purchase = (n) => buy(client, chosen[n]);
    return await cpuPerOperation(cpu, purchase, { clients: 8, warmUp, count: chosen.length - warmUp, seconds: 120 });
  } finally {
    await client.close();
  }
}

async function buy(client, sku) {
  const { token } = await client.json("POST", "/api/v1/sessions/guest");
  const post = (path, body) => client.json("POST", path, { token, body });
  const lines = [{ sku_id: sku.id, quantity: 1 }];
  await post("/api/v1/cart/lines", lines[0]);
  await client.json("GET", "/api/v1/cart", { token });
  await post("/api/v1/quotes", { lines, address });
  const { orders } = await post("/api/v1/orders", onePiece(sku));
  const { payment_id } = await post(`/api/v1/orders/${orders[0].id}/payments`, { method: "wechat" });
  await post(`/sandbox/payments/${payment_id}`, { outcome: "success" });
  const order = await client.json("GET", `/api/v1/orders/${orders[0].id}`, { token });
  if (order.state !== "to_ship") throw new Error(`paid, yet ${order.state}`);
}
