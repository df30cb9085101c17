import { address } from "../../lib/api.mjs";
import { drive } from "./load.mjs";

/** What the measured shop sells: `{products, skus}`; a SKU is `{id, stock, total}` with the price of one delivered piece. */
export async function survey(client) {
  const products = [];
  let cursor = null;
  do {
    const page = await client.json("GET", `/api/v1/products?limit=24${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`);
    products.push(...page.items);
    cursor = page.next ?? null;
  } while (cursor !== null);

  const [token] = await guests(client, 1);
  const skus = [];
  await drive(
    async (n) => {
      const product = await client.json("GET", `/api/v1/products/${products[n].id}`);
      for (const { id, stock } of product.skus) {
        if (stock < 1) continue;
        const answer = await client.send("POST", "/api/v1/quotes", { token, body: { lines: [{ sku_id: id, quantity: 1 }], address } });
        // What cannot be sold to this address is not for this measurement.
        if (answer.status === 200) skus.push({ id, stock, total: JSON.parse(answer.text).total });
      }
    },
    { clients: 4, count: products.length },
  );
  if (skus.length === 0) throw new Error("no SKU can be bought");
  return { products, skus };
}

/** Tokens of new guests. */
export async function guests(client, count) {
  const tokens = new Array(count);
  await drive(
    async (n) => {
      tokens[n] = (await client.json("POST", "/api/v1/sessions/guest")).token;
    },
    { clients: 8, count },
  );
  return tokens;
}

/** The body of an order for one piece. */
export const onePiece = (sku) => ({ lines: [{ sku_id: sku.id, quantity: 1 }], address, expected_total: sku.total });

/** `count` SKUs, in turns, none more often than it has pieces; fewer if there are not enough pieces. */
export function spread(skus, count) {
  const left = skus.map((sku) => ({ sku, pieces: sku.stock }));
  const chosen = [];
  while (chosen.length < count) {
    const before = chosen.length;
    for (const entry of left) {
      if (entry.pieces === 0 || chosen.length === count) continue;
      entry.pieces -= 1;
      chosen.push(entry.sku);
    }
    if (chosen.length === before) break;
  }
  return chosen;
}
