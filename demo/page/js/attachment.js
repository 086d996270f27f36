/** What can be sent beside words: a photo, a file, a contact, a place, a voice note, a sticker. */
import { ask } from "./connection.js";
import { button, element } from "./element.js";
import { openSheet, option } from "./sheet.js";
import { say } from "./texts.js";

const stickers = ["👍", "🎉", "💧", "🙏", "😄", "🤝"];
const places = { here: { latitude: 29.86834, longitude: 121.54399 }, office: { latitude: 31.23041, longitude: 121.4737 } };

/** Send a file as itself; `kind` forces how, e.g. a picture as a document. */
export function sendFile(chat, file, kind, caption) {
  const form = new FormData();
  form.set("chat", chat);
  if (kind) form.set("kind", kind);
  if (caption) form.set("caption", caption);
  form.set("file", file, file.name);
  return ask("file", form);
}

function choose(accept, send) {
  const input = element("input", { type: "file", accept, on: { change: () => input.files[0] && send(input.files[0]) } });
  input.click();
}

async function sendVoice(chat) {
  const sound = await fetch("/page/media/voice.ogg").then((answer) => answer.blob());
  return sendFile(chat, new File([sound], "voice.ogg", { type: "audio/ogg" }), "voice");
}

function field(name, label, value) {
  return element("label", {}, label, element("input", { name, value, required: true, autocomplete: "off", type: name === "phone" ? "tel" : "text" }));
}

function contactForm(phone) {
  const form = element("form", { class: "form" }, field("name", say("name"), ""), field("phone", say("phone"), ""),
    element("button", { type: "submit", class: "sure" }, say("sendIt")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    phone.attempt(ask("contact", { chat: phone.holder, first_name: form.elements.name.value, phone_number: form.elements.phone.value }));
  });
  const close = openSheet(phone.screen, { label: say("contact") }, element("h3", {}, say("contact")),
    option("person", say("ownCard"), () => { close(); phone.attempt(ask("contact", { chat: phone.holder })); }), form);
  form.elements.name.focus();
}

function placeChoice(phone) {
  const send = (place) => { close(); phone.attempt(ask("location", { chat: phone.holder, ...places[place] })); };
  const close = openSheet(phone.screen, { label: say("location") }, element("h3", {}, say("location")),
    Object.keys(places).map((place) => option("place", say(place), () => send(place))));
}

function stickerChoice(phone) {
  const send = (emoji) => { close(); phone.attempt(ask("sticker", { chat: phone.holder, emoji })); };
  const faces = stickers.map((emoji) => button("", () => send(emoji), { label: `${say("sticker")} ${emoji}` }, emoji));
  const close = openSheet(phone.screen, { label: say("sticker") }, element("h3", {}, say("sticker")), element("div", { class: "faces" }, faces));
}

/** Open the list of what can be attached on this phone. */
export function openAttachments(phone) {
  const kinds = {
    photo: () => choose("image/*", (file) => phone.attempt(sendFile(phone.holder, file, "photo"))),
    file: () => choose("", (file) => phone.attempt(sendFile(phone.holder, file, "document"))),
    contact: () => contactForm(phone),
    location: () => placeChoice(phone),
    voice: () => phone.attempt(sendVoice(phone.holder)),
    sticker: () => stickerChoice(phone),
  };
  const marks = { contact: "person", location: "place", sticker: "smile" };
  const rows = Object.entries(kinds).map(([kind, act]) => option(marks[kind] ?? kind, say(kind), () => { close(); act(); }));
  const close = openSheet(phone.screen, { label: say("attach") }, rows);
}
