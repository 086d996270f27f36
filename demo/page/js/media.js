/** What a message carries beside its words, one drawing per kind. */
import { mediaUrl } from "./connection.js";
import { button, element } from "./element.js";
import { icon } from "./icons.js";
import { say } from "./texts.js";
import { view } from "./viewer.js";

const size = (bytes = 0) => (bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);
const fullName = (one) => [one.first_name, one.last_name].filter(Boolean).join(" ");
const fileRow = (mark, title, small) => [element("span", { class: "disc" }, icon(mark)), element("span", {}, element("b", {}, title), element("small", {}, small))];

function photo(sizes, message) {
  const { file_id: id, width, height } = sizes.at(-1);
  const words = message.caption ?? say("photo");
  const picture = element("img", { src: mediaUrl(id), width, height, alt: words, decoding: "async" });
  return button("photo", () => view(mediaUrl(id), message.caption ?? ""), { label: say("openPhoto") }, picture);
}

function file(document) {
  const name = document.file_name ?? say("file");
  return element("a", { class: "file", href: mediaUrl(document.file_id), download: name, "aria-label": `${say("download")} ${name}` }, fileRow("save", name, size(document.file_size)));
}

function contact(card) {
  return element("a", { class: "file", href: `tel:${card.phone_number}` }, fileRow("person", fullName(card), card.phone_number));
}

function place({ latitude, longitude }) {
  const where = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return element("div", { class: "place", role: "img", "aria-label": `${say("location")} ${where}` }, element("span", { class: "map" }, icon("place")), element("small", {}, where));
}

function wave(seed) {
  const heights = [...seed].slice(-26).map((letter) => 5 + ((letter.charCodeAt(0) * 7) % 23));
  return element("span", { class: "wave", "aria-hidden": "true" }, heights.map((height) => element("i", { style: { height: `${height}px` } })));
}

function voice(recording) {
  const sound = new Audio();
  const toggle = button("", () => play(), { label: say("play") }, icon("play"));
  const play = () => {
    if (!sound.src) sound.src = mediaUrl(recording.file_id);
    (sound.paused ? sound.play() : Promise.resolve(sound.pause())).catch(() => {});
  };
  ["play", "pause", "ended"].forEach((name) => sound.addEventListener(name, () => toggle.replaceChildren(icon(sound.paused ? "play" : "pause"))));
  return element("div", { class: "voice" }, toggle, wave(recording.file_unique_id ?? recording.file_id), element("small", {}, say("seconds", recording.duration ?? 0)));
}

function sticker(one) {
  return element("span", { class: "sticker", role: "img", "aria-label": `${say("sticker")} ${one.emoji ?? ""}` }, one.emoji ?? "🙂");
}

const kinds = { photo, document: file, audio: file, video: file, voice, sticker, contact, location: place };

/** The carried thing of a message as a node, or nothing. A sticker stands without a bubble. */
export function mediaOf(message) {
  const kind = Object.keys(kinds).find((name) => message[name]);
  return kind ? kinds[kind](message[kind], message) : null;
}
