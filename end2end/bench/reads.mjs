import { Client } from "./lib/client.mjs";
import { cpuPerOperation } from "./lib/load.mjs";

/** CPU ms per anonymous page: one product, and a showcase of 24. */
export async function pages(server, product) {
  return {
    product: await read(server, `/p/${product.id}`),
    showcase24: await read(server, "/c/tea/showcase"),
  };
}

/** CPU ms per answer of the REST API. */
export async function api(server, product) {
  return {
    list24: await read(server, "/api/v1/products?limit=24"),
    detail: await read(server, `/api/v1/products/${product.id}`),
  };
}

/** CPU ms of the least that an answer can cost. */
export const plainText = (server) => read(server, "/healthz");

async function read(server, path) {
  const client = new Client(server.base);
  try {
    return await cpuPerOperation(server.cpu, () => client.fetch(path));
  } finally {
    await client.close();
  }
}
