/** Links into this Telegram: `t.me/BOT?start=…` opens as somebody's start, `t.me/share/url?…` hands one on. */
import { ask } from "./connection.js";
import { element } from "./element.js";
import { openSheet, option } from "./sheet.js";
import { say } from "./texts.js";

const home = /^(?:https?:\/\/)?(?:t|telegram)\.me\/(.*)$/i;

/** The payload of a start link to this bot, wherever it hides; undefined if there is none. */
export function payloadOf(url, bot) {
  const path = url.match(home)?.[1] ?? url.match(/^tg:\/\/(.*)$/i)?.[1];
  if (path === undefined) return undefined;
  const asked = new URL(path, "https://t.me/").searchParams;
  if (/^(share\/url|msg_url)/i.test(path)) return inside(`${asked.get("url") ?? ""} ${asked.get("text") ?? ""}`, bot);
  const name = asked.get("domain") ?? path.split(/[?/]/)[0];
  return name.toLowerCase() === bot.username?.toLowerCase() ? asked.get("start") ?? "" : undefined;
}

function inside(words, bot) {
  const link = words.match(/(?:https?:\/\/)?t\.me\/\w+\?start=[\w-]+/i)?.[0];
  return link ? payloadOf(link, bot) : undefined;
}

async function newcomer(state) {
  const first = say("newName");
  const { person } = await ask("person", { first_name: first, language: document.documentElement.lang.startsWith("zh") ? "zh-hans" : "en" });
  state.people.set(person.id, person);
  return person.id;
}

/** Ask whose phone opens the link, those without a chat first; then open it there. */
function chooseOpener(phone, payload) {
  const others = [...phone.state.people.values()].filter((one) => one.id !== phone.holder);
  const ordered = others.sort((a, b) => phone.state.messages(a.id).length - phone.state.messages(b.id).length);
  const open = (id) => { close(); phone.handOver(id, payload); };
  const rows = ordered.map((one) => option("person", one.name, () => open(one.id)));
  const fresh = option("person", say("linkNew"), () => newcomer(phone.state).then(open, (error) => phone.toast(say("cannot", error.message))));
  const close = openSheet(phone.screen, { label: say("linkTitle") }, element("h3", {}, say("linkTitle")), fresh, rows);
}

/** Follow a link from a message: start links stay inside, the web opens in a new tab. */
export function follow(phone, url) {
  const payload = payloadOf(url, phone.state.me);
  if (payload !== undefined) chooseOpener(phone, payload);
  else if (home.test(url) || url.startsWith("tg:")) phone.toast(say("linkNotHere"));
  else if (/^(https?|mailto|tel):/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}
