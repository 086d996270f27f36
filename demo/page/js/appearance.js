/** Language and theme: two switches, remembered in this browser. */
import { ask } from "./connection.js";
import { button } from "./element.js";
import { icon } from "./icons.js";
import { remember, remembered } from "./memory.js";
import { closest, language, say, speak } from "./texts.js";

const codes = { zh: "zh-hans", en: "en" };

/** The language of the first look: what was chosen here before, else the people's own. */
export function firstLanguage(people) {
  speak(remembered("language") ?? closest([...people.values()][0]?.language ?? navigator.language));
}

/** Whether this browser, which chose no language here yet, is in another one than the people. */
export function foreign(people) {
  const theirs = [...people.values()][0]?.language;
  return Boolean(theirs) && !remembered("language") && closest(navigator.language) !== closest(theirs);
}

/** Switch the page and these people; the bot then rewrites its old cards itself. */
export async function switchLanguage(people, redraw) {
  const next = language() === "zh" ? "en" : "zh";
  remember("language", next);
  speak(next);
  redraw();
  await Promise.all(people.map((person) => ask("language", { person, language: codes[next] })));
}

export const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

/** The theme chosen here before; without one the system decides. */
export function firstTheme() {
  const theme = remembered("theme");
  if (theme) document.documentElement.dataset.theme = theme;
}

function switchTheme(redraw) {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  remember("theme", document.documentElement.dataset.theme);
  redraw();
}

/** The two switches of the bar. */
export function switches({ changeLanguage, redraw }) {
  const tongue = button("switch language", changeLanguage, { label: say("languageHelp") }, say("otherLanguage"));
  const theme = button("switch theme", () => switchTheme(redraw), { label: say("theme", isDark()) }, icon(isDark() ? "sun" : "moon"));
  return [tongue, theme];
}
