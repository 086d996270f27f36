/** The buttons that belong to a message. */
import { ask } from "./connection.js";
import { element } from "./element.js";
import { icon } from "./icons.js";
import { say } from "./texts.js";

const patience = 10_000;

async function tap(key, message, data, acts) {
  key.classList.add("waiting");
  key.setAttribute("aria-busy", "true");
  setTimeout(() => rest(key), patience);
  await ask("tap", { chat: acts.chat(), message_id: message.message_id, data }).catch((error) => {
    rest(key);
    acts.toast(say("cannot", error.message));
  });
}

/** The tap was answered: the button can be tapped again. */
export function rest(key) {
  key.classList.remove("waiting");
  key.removeAttribute("aria-busy");
}

function copy(words, acts) {
  navigator.clipboard?.writeText(words).then(() => acts.toast(say("copied")), (error) => acts.toast(say("cannot", error.message)));
}

const marks = { url: "open", copy_text: "copy" };

function press(key, given, message, acts) {
  if (given.url) acts.follow(given.url);
  else if (given.copy_text) copy(given.copy_text.text, acts);
  else tap(key, message, given.callback_data, acts);
}

function draw(given, message, acts) {
  const mark = Object.keys(marks).find((name) => given[name]);
  const key = element("button", { type: "button", class: `key ${given.style ?? ""}`.trim() }, given.text, mark ? icon(marks[mark], "mark") : null);
  key.addEventListener("click", () => press(key, given, message, acts));
  return key;
}

/** All rows of buttons under a message, or nothing. */
export function inlineKeyboard(message, acts) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  const drawRow = (given) => element("div", {}, given.map((one) => draw(one, message, acts)));
  return element("div", { class: "inline", role: "group" }, rows.map(drawRow));
}
