/** Business time in words. Messages carry seconds since 1970; everything is shown in the company's zone. */
import { say } from "./texts.js";

let zone = "UTC";
const formats = new Map();

/** Show times in this zone from now on. */
export function live(where) {
  zone = where || "UTC";
}

function format(name, options) {
  const key = `${name} ${say("locale")} ${zone}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(say("locale"), { timeZone: zone, ...options }));
  return formats.get(key);
}

/** 09:41 */
export const clockTime = (date) => format("time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);

/** Wed, 18 Nov 2026 · 2026年11月18日周三 */
export const fullDay = (date) => format("full", say("fullDay")).format(date);

/** Wed, 18 Nov · 11月18日周三 */
export const shortDay = (date) => format("short", say("weekday")).format(date);

/** A sortable name of the local day, such as 2026-11-18: equal for messages that share a separator. */
export const dayKey = (date) => format("key", { year: "numeric", month: "2-digit", day: "2-digit" }).format(date);

export const fromSeconds = (seconds) => new Date(seconds * 1000);

const pieces = { t: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, T: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  d: { dateStyle: "short" }, D: { dateStyle: "long" }, w: { weekday: "long" } };

/** A `date_time` entity in the reader's zone; its format is letters such as `wDt`, and none keeps the words as sent. */
export function dateTime(seconds, letters, words) {
  const known = [...(letters ?? "")].filter((letter) => pieces[letter]);
  if (!known.length) return words;
  return known.map((letter) => format(`piece ${letter}`, pieces[letter]).format(fromSeconds(seconds))).join(" ");
}
