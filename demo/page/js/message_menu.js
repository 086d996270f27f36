/** What one can do with a message: react, reply, edit an own one, copy its words, hide it. */
import { isMine } from "./bubble.js";
import { ask } from "./connection.js";
import { button, element } from "./element.js";
import { openSheet, option } from "./sheet.js";
import { say } from "./texts.js";

const faces = ["👍", "👌", "❤", "🔥", "🎉", "😁", "🤔"];

function faceRow(phone, message, close) {
  const given = (message._reactions ?? []).find((one) => one.by === phone.holder)?.emoji;
  const react = (emoji) => { close(); phone.attempt(ask("react", { chat: phone.holder, message_id: message.message_id, emoji: emoji === given ? null : emoji })); };
  return element("div", { class: "faces", role: "group", "aria-label": say("react") },
    faces.map((emoji) => button("", () => react(emoji), { label: emoji, "aria-pressed": String(emoji === given) }, emoji)));
}

/** Open the menu for a message of this phone's chat. */
export function openMessageMenu(phone, message) {
  const words = message.text ?? message.caption;
  const then = (act) => () => { close(); act(); };
  const copy = () => navigator.clipboard?.writeText(words).then(() => phone.toast(say("copied")), () => {});
  const forget = () => phone.attempt(ask("delete", { chat: phone.holder, message_id: message.message_id }));
  const rows = [
    option("reply", say("reply"), then(() => phone.composer.replyTo(message))),
    isMine(message, phone.holder) && message.text && option("edit", say("edit"), then(() => phone.composer.edit(message))),
    words && option("copy", say("copy"), then(copy)),
    option("bin", say("forget"), then(forget), "grave"),
  ].filter(Boolean);
  const close = openSheet(phone.screen, { label: say("messageMenu") }, faceRow(phone, message, () => close()), rows);
}
