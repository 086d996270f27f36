/** A photo over the whole page: look closer, save, Escape closes. */
import { button, element } from "./element.js";
import { icon } from "./icons.js";
import { say } from "./texts.js";

/** Show the picture at `url` with its caption. */
export function view(url, caption) {
  const save = element("a", { href: url, download: "", "aria-label": say("download") }, icon("save"));
  const close = button("", () => dialog.close(), { label: say("closeIt") }, icon("close"));
  const dialog = element("dialog", { class: "viewer", "aria-label": say("photo") }, element("div", { class: "tools" }, save, close),
    element("img", { src: url, alt: caption || say("photo") }), caption ? element("p", {}, caption) : null);
  dialog.addEventListener("click", (event) => event.target.matches("img, dialog") && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}
