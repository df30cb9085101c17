import { address } from "../lib/api.mjs";
import { Client } from "./lib/client.mjs";
import { guests, onePiece } from "./lib/shop.mjs";

const pieces = 100;
const buyers = 300;

/** 300 buyers at once want one of the last 100 pieces. */
export async function flash(server, skus) {
  const client = new Client(server.base, buyers);
  try {
    const sku = skus.find(({ stock }) => stock >= pieces);
    if (!sku) throw new Error(`no SKU has ${pieces} pieces`);
    await buyDown(client, sku);
    const tokens = await guests(client, buyers);
    const started = performance.now();
    const answers = await Promise.all(tokens.map((token) => client.send("POST", "/api/v1/orders", { token, body: onePiece(sku) })));
    const ms = Math.round(performance.now() - started);
    const refused = ({ status, text }) => status === 409 && JSON.parse(text).code === "out_of_stock";
    const sold = answers.filter(({ status }) => status === 201).length;
    const out = answers.filter(refused).length;
    return { sold, refused_out_of_stock: out, other: buyers - sold - out, ms };
  } finally {
    await client.close();
  }
}

/** Leaves exactly 100 pieces, in orders as large as the shop allows one buyer. */
async function buyDown(client, sku) {
  let left = sku.stock - pieces;
  let quantity = left;
  while (left > 0) {
    quantity = Math.min(quantity, left);
    const [token] = await guests(client, 1);
    const lines = [{ sku_id: sku.id, quantity }];
    const quote = await client.send("POST", "/api/v1/quotes", { token, body: { lines, address } });
    const order =
      quote.status === 200
        ? await client.send("POST", "/api/v1/orders", { token, body: { lines, address, expected_total: JSON.parse(quote.text).total } })
        : quote;
    if (order.status === 201) left -= quantity;
    else if (quantity > 1) quantity = Math.floor(quantity / 2);
    else throw new Error(`cannot buy one piece: ${order.status} ${order.text.slice(0, 500)}`);
  }
}
