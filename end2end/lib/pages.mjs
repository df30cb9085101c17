import { Api } from "./api.mjs";

const creators = ["tea", "outdoor", "books"];

/**
 * Every public address of the demo shop, found through the REST API: `{fixed, creators, videos, products}`, lists of
 * `{name, path}`. All products would take long in every project; each creator's first two and one that is sold out
 * show every state of the page. `VITRINE_ALL_PAGES=1` visits all.
 */
export async function discover() {
  const api = new Api();
  const all = process.env.VITRINE_ALL_PAGES === "1";
  const products = [];
  const videos = [];
  for (const creator of creators) {
    const found = await api.all(`/api/v1/products?limit=100&creator=${creator}`);
    const soldOut = found.find((product) => product.stock === 0);
    products.push(...(all ? found : [...found.slice(0, 2), ...(soldOut ? [soldOut] : [])]));
    const clips = await api.all(`/api/v1/creators/${creator}/videos`);
    videos.push(...clips.slice(0, all ? undefined : 1));
  }
  const page = (path) => ({ name: path, path });
  return {
    fixed: ["/", "/search", "/search?q=茶", "/search?q=nothing-has-this-name", "/cart", "/login", "/orders/lookup"].map(page),
    creators: creators.flatMap((handle) => [`/c/${handle}`, `/c/${handle}/showcase`]).map(page),
    videos: videos.map(({ id }) => page(`/v/${id}`)),
    products: [...new Set(products)].map(({ id, title }) => ({ name: title, path: `/p/${id}` })),
  };
}

/** What `discover` found, in a test. */
export const pages = () => JSON.parse(process.env.VITRINE_PAGES);
