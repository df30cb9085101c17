import { baseURL } from "./api.mjs";

/** Makes a browser the one whom an API token names: a guest or an account. */
export async function become(context, { token }) {
  await context.addCookies([{ name: "vitrine_session", value: token, url: baseURL, httpOnly: true, sameSite: "Lax" }]);
}

/** Who a browser is, as a caller of the REST API. */
export async function sessionOf(context) {
  const cookies = await context.cookies(baseURL);
  return cookies.find((cookie) => cookie.name === "vitrine_session")?.value;
}
