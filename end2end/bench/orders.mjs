import { Client } from "./lib/client.mjs";
import { drive, quantile, round } from "./lib/load.mjs";
import { guests, onePiece, spread } from "./lib/shop.mjs";

const clients = 32;
const perRound = 1000;

/**
 * Orders per second by 32 clients, each order from a buyer of its own and spread over all SKUs. The demo shop does not
 * have 10,000 pieces: between rounds, outside the clock, the orders are cancelled and their pieces are back.
 */
export async function orderRate(server, cpu, skus, count) {
  const client = new Client(server.base, clients);
  const latencies = [];
  let ms = 0;
  let cpuMs = 0;
  try {
    while (latencies.length < count) {
      const chosen = spread(skus, Math.min(perRound, count - latencies.length));
      const tokens = await guests(client, chosen.length);
      const placed = new Array(chosen.length);
      const before = cpu();
      const done = await drive(
        async (n) => {
          const { orders } = await client.json("POST", "/api/v1/orders", { token: tokens[n], body: onePiece(chosen[n]) });
          placed[n] = orders[0].id;
        },
        { clients, count: chosen.length },
      );
      cpuMs += cpu() - before;
      ms += done.ms;
      latencies.push(...done.latencies);
      await drive((n) => client.json("POST", `/api/v1/orders/${placed[n]}/cancel`, { token: tokens[n], body: {} }), { clients, count: placed.length });
    }
  } finally {
    await client.close();
  }
  return { per_s: Math.round((latencies.length / ms) * 1000), p99_ms: round(quantile(latencies, 0.99)), cpu_ms: round(cpuMs / latencies.length, 3) };
}
