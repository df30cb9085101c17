import { address } from "../lib/api.mjs";
import { Client } from "./lib/client.mjs";
import { cpuPerOperation } from "./lib/load.mjs";
import { guests, onePiece, spread } from "./lib/shop.mjs";

const warmUp = 20;
const measured = 200;

/** CPU ms of a complete order: placed, its payment begun, paid at the provider, whose word reaches the shop. */
export async function checkout(server, cpu, skus) {
  return perPurchase(server, cpu, skus, async (client, token, sku) => {
    const paid = await order(client, token, sku);
    if (paid !== "succeeded") throw new Error(`paid, yet the payment is ${paid}`);
  });
}

/** CPU ms of all that a new visitor who buys one thing asks of the shop's API. */
export async function purchase(server, cpu, skus) {
  return perPurchase(server, cpu, skus, async (client, _, sku) => {
    const { token } = await client.json("POST", "/api/v1/sessions/guest");
    const lines = [{ sku_id: sku.id, quantity: 1 }];
    await client.json("POST", "/api/v1/cart/lines", { token, body: lines[0] });
    await client.json("GET", "/api/v1/cart", { token });
    await client.json("POST", "/api/v1/quotes", { token, body: { lines, address } });
    await order(client, token, sku);
    const { items } = await client.json("GET", "/api/v1/orders", { token });
    if (items[0].state !== "to_ship") throw new Error(`paid, yet the order is ${items[0].state}`);
  });
}

async function order(client, token, sku) {
  const { orders } = await client.json("POST", "/api/v1/orders", { token, body: onePiece(sku) });
  const { payment_id } = await client.json("POST", `/api/v1/orders/${orders[0].id}/payments`, { token, body: { method: "wechat" } });
  const { state } = await client.json("POST", `/sandbox/payments/${payment_id}`, { body: { outcome: "success" } });
  return state;
}

async function perPurchase(server, cpu, skus, buy) {
  const client = new Client(server.base);
  try {
    const chosen = spread(skus, warmUp + measured);
    const tokens = await guests(client, chosen.length);
    return await cpuPerOperation(cpu, (n) => buy(client, tokens[n], chosen[n]), { clients: 8, warmUp, count: chosen.length - warmUp, seconds: 120 });
  } finally {
    await client.close();
  }
}
