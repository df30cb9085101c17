import { Api } from "../../lib/api.mjs";

/** The demo's tea merchant at their back office, by the forms that a browser sends. */
export async function owner(server) {
  const { token } = await Api.login("tea@demo.test", "vitrine-demo", server.base);
  const cookie = `vitrine_session=${token}`;
  const headers = { cookie, accept: "text/html", origin: server.base };
  return {
    token,

    /** Sends a form; answers with the page that it leads to. */
    async send(path, body) {
      const answer = await fetch(server.base + path, { method: "POST", headers, body, redirect: "manual" });
      if (answer.status !== 303 && answer.status !== 302) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
      const location = answer.headers.get("location");
      if (/[?&]error=/.test(location)) throw new Error(`POST ${path}: ${location}`);
      return location;
    },

    /** A page's HTML, or a file's text. */
    async read(path) {
      const answer = await fetch(server.base + path, { headers });
      if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`);
      return answer.text();
    },

    /** The shop's goods as its own table lists them: `{product, category}`, one per product. */
    async goods() {
      const text = await this.read("/studio/products.csv");
      // The columns before the texts hold no quotes.
      const cells = text.replace(/^\uFEFF/, "").split(/\r?\n/).map((line) => line.split(","));
      const found = new Map();
      for (const [product, category] of cells.slice(1)) {
        if (/^[0-9a-f-]{36}$/.test(product) && category !== "") found.set(product, { product, category });
      }
      return [...found.values()];
    },

    /** Pictures that the shop may use. */
    async pictures() {
      const text = await this.read("/studio/products.csv");
      // Of several of a product: nothing else is followed by a bar.
      return [...new Set(text.match(/[0-9a-f-]{36}(?=\|)/g))];
    },
  };
}
