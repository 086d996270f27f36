/** The keyboard a bot puts under the composer. */
import { ask } from "./connection.js";
import { element } from "./element.js";

function press(phone, given) {
  if (given.request_contact) return phone.attempt(ask("contact", { chat: phone.holder }));
  if (given.request_location) return phone.attempt(ask("location", { chat: phone.holder, latitude: 31.23041, longitude: 121.4737 }));
  return phone.attempt(ask("press", { chat: phone.holder, text: given.text }));
}

/** Rows of buttons, or nothing. */
export function replyKeyboard(phone, markup) {
  const rows = markup?.keyboard ?? [];
  if (!rows.length) return null;
  const key = (given) => element("button", { type: "button", class: `key ${given.style ?? ""}`.trim(), on: { click: () => press(phone, given) } }, given.text ?? given);
  return element("div", { class: "reply", role: "group" }, rows.map((row) => element("div", {}, row.map(key))));
}
