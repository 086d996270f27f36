/** One message as it stands in the chat. */
import { element } from "./element.js";
import { wordsOf } from "./entities.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./inline_keyboard.js";
import { mediaOf } from "./media.js";
import { clockTime, fromSeconds } from "./moment.js";
import { say } from "./texts.js";

export const isMine = (message, holder) => message.from?.id === holder;

/** One line that stands for a message in a quote or a banner. */
export function gist(message) {
  const kind = ["photo", "document", "contact", "location", "voice", "sticker"].find((name) => message[name]);
  const named = kind === "document" ? message.document.file_name : say(kind === "document" ? "file" : kind ?? "file");
  return message.text ?? message.caption ?? named ?? say("file");
}

function quote(message, holder, goTo) {
  const original = message.reply_to_message;
  if (!original) return null;
  const who = isMine(original, holder) ? say("you") : original.from?.first_name ?? "";
  return element("button", { type: "button", class: "quote", on: { click: () => goTo(original.message_id) } }, element("b", {}, who), element("span", {}, gist(original)));
}

function reactions(message) {
  const given = message._reactions ?? [];
  if (!given.length) return null;
  return element("div", { class: "reactions" }, given.map((one) => element("span", {}, one.emoji)));
}

function tick(seen) {
  const words = say(seen ? "seen" : "sent");
  return element("span", { class: "tick", role: "img", "aria-label": words, title: words, "data-seen": seen ? "yes" : "no" }, icon(seen ? "ticks" : "tick"));
}

function meta(message, mine, seen) {
  const edited = message.edit_date && mine ? element("span", {}, say("edited")) : null;
  const at = fromSeconds(message.date);
  return element("span", { class: "meta" }, edited, element("time", { datetime: at.toISOString() }, clockTime(at)), mine ? tick(seen) : null);
}

function shape(message, mine) {
  const names = ["row", mine ? "mine" : "theirs"];
  if (message.reply_markup?.inline_keyboard?.length) names.push("keyed");
  if (message.photo) names.push("pictured");
  if (message.sticker) names.push("bare");
  return names.join(" ");
}

/** The row of a message: bubble, then its keyboard. `acts` says what taps and quotes do. */
export function bubbleRow(message, { holder, seen, acts }) {
  const mine = isMine(message, holder);
  const text = message.text ?? message.caption;
  const words = text ? wordsOf(text, message.entities ?? message.caption_entities) : null;
  const bubble = element("article", { class: "bubble", tabindex: "-1", "aria-roledescription": "message" }, quote(message, holder, acts.goTo), mediaOf(message), words, reactions(message), meta(message, mine, seen));
  const columns = Math.max(2, ...(message.reply_markup?.inline_keyboard ?? []).map((keys) => keys.length));
  return element("div", { class: shape(message, mine), "data-id": message.message_id, style: { "--columns": Math.min(columns, 4) } }, bubble, inlineKeyboard(message, acts));
}
