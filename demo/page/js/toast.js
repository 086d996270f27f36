/** Short words that float over a phone and go away; an alert stays until it is confirmed. */
import { button, element } from "./element.js";
import { openSheet } from "./sheet.js";
import { say } from "./texts.js";

const perLetter = 55;
const atLeast = 2600;

/** Show words for as long as they take to read. */
export function toast(screen, words) {
  screen.querySelector(".toast")?.remove();
  const note = element("div", { class: "toast", role: "status" }, words);
  screen.querySelector(".wall").append(note);
  const shown = atLeast + words.length * perLetter;
  setTimeout(() => note.classList.add("going"), shown);
  setTimeout(() => note.remove(), shown + 260);
}

/** Words that the bot wants confirmed. */
export function alertBox(screen, words) {
  const close = openSheet(screen, { className: "alert dim", role: "alertdialog", label: words },
    element("p", {}, words), button("sure", () => close(), {}, say("fine")));
}
