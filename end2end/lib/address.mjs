import { address } from "./api.mjs";

/** Fills the fields of an address in China, by their labels; cities come only after their province. */
export async function fillAddress(scope, words, to = address) {
  const field = (name) => scope.getByLabel(words[name], { exact: true });
  await field("name").fill(to.name);
  await field("phone").fill(to.phone);
  await field("province").selectOption(to.province);
  await field("city").selectOption(to.city);
  await field("district").fill(to.district);
  await field("line1").fill(to.line1);
}
