/** Words with entities become DOM nodes. Offsets count UTF-16 units, which is how JavaScript counts too. */
import { element } from "./element.js";
import { dateTime } from "./moment.js";

const plain = (tag, className) => (children) => element(tag, { class: className }, ...children);
const link = (href) => (children) => element("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
const web = (words) => (/^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`);
const safe = (url) => (/^(https?|mailto|tel|tg):/i.test(url) ? url : undefined);

function spoiler(children) {
  const cover = element("span", { class: "spoiler", role: "button", tabindex: "0" }, ...children);
  const open = () => cover.classList.add("open");
  cover.addEventListener("click", open);
  cover.addEventListener("keydown", (event) => event.key === "Enter" && open());
  return cover;
}

function longQuote(children) {
  const quote = element("blockquote", { class: "long" }, ...children);
  quote.addEventListener("click", () => quote.classList.toggle("open"));
  return quote;
}

const drawn = {
  bold: plain("strong"), italic: plain("em"), underline: plain("u"), strikethrough: plain("s"), code: plain("code"), pre: plain("pre"),
  blockquote: plain("blockquote"), expandable_blockquote: longQuote, spoiler,
  text_link: (children, entity) => link(safe(entity.url))(children),
  url: (children, entity, words) => link(safe(web(words)))(children),
  email: (children, entity, words) => link(`mailto:${words}`)(children),
  phone_number: (children, entity, words) => link(`tel:${words.replace(/[^+\d]/g, "")}`)(children),
  mention: (children, entity, words) => link(`https://t.me/${words.slice(1)}`)(children),
  bot_command: (children, entity, words) => element("button", { type: "button", class: "command", "data-command": words }, ...children),
  date_time: (children, entity, words) => element("time", { datetime: new Date(entity.unix_time * 1000).toISOString() }, dateTime(entity.unix_time, entity.date_time_format, words)),
};

/** Cuts `text` from `start` to `end` into nodes; `entities` are sorted, outermost first, and nest. */
function pieces(text, entities, start, end) {
  const nodes = [];
  let at = start;
  let next = 0;
  while (next < entities.length) {
    const entity = entities[next];
    const stop = Math.min(entity.offset + entity.length, end);
    const inner = entities.slice(next + 1).filter((one) => one.offset < stop);
    nodes.push(text.slice(at, entity.offset), wrap(text, entity, inner, stop));
    at = stop;
    next += 1 + inner.length;
  }
  return [...nodes, text.slice(at, end)].filter((node) => node !== "");
}

function wrap(text, entity, inner, stop) {
  const children = pieces(text, inner, entity.offset, stop);
  const draw = drawn[entity.type];
  return draw ? draw(children, entity, text.slice(entity.offset, stop)) : element("span", {}, ...children);
}

/** A block breaks the line by itself: the line break beside it in the text would be a second one. */
function settle(words) {
  words.querySelectorAll("blockquote, pre").forEach(({ previousSibling: before, nextSibling: after }) => {
    if (before?.nodeType === Node.TEXT_NODE) before.data = before.data.replace(/\n$/, "");
    if (after?.nodeType === Node.TEXT_NODE) after.data = after.data.replace(/^\n/, "");
  });
  return words;
}

/** The words of a message, ready to be put on the page. */
export function wordsOf(text, entities = []) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return settle(element("span", { class: "words", dir: "auto" }, ...pieces(text, ordered, 0, text.length)));
}
