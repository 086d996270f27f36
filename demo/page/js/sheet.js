/** A panel over one phone: keyboard focus stays inside, Escape or a tap beside it closes, focus goes back where it was. */
import { button, element } from "./element.js";
import { icon } from "./icons.js";

function keepFocus(event, panel) {
  if (event.key !== "Tab") return;
  const stops = [...panel.querySelectorAll("button, input, a[href]")];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0]).focus();
}

function steps(event, panel) {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!way || event.target.matches("input")) return;
  event.preventDefault();
  const stops = [...panel.querySelectorAll("button")];
  stops[(stops.indexOf(document.activeElement) + way + stops.length) % stops.length].focus();
}

/** Open a panel with these children in `screen`; returns the function that closes it. */
export function openSheet(screen, { className = "", role = "dialog", label }, ...children) {
  const back = document.activeElement;
  const panel = element("div", { class: "panel", role, "aria-modal": "true", "aria-label": label }, ...children);
  const sheet = element("div", { class: `sheet ${className}`.trim() }, panel);
  const close = () => {
    if (!sheet.isConnected) return;
    sheet.remove();
    back?.isConnected && back.focus({ preventScroll: true });
  };
  sheet.addEventListener("click", (event) => event.target === sheet && close());
  sheet.addEventListener("keydown", (event) => { keepFocus(event, panel); steps(event, panel); if (event.key === "Escape") { event.stopPropagation(); close(); } });
  screen.querySelector(".sheet")?.remove();
  screen.append(sheet);
  panel.querySelector("input, button")?.focus({ preventScroll: true });
  return close;
}

/** One line of a panel. */
export function option(mark, words, act, className = "") {
  return button(`option ${className}`.trim(), act, {}, mark && icon(mark), element("span", {}, words));
}
