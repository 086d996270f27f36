/** On a narrow page one phone at a time: a tab each, with what is unread on the other. */
import { element } from "./element.js";

export class Tabs {
  constructor(node, phones) {
    Object.assign(this, { node, phones, chosen: 0, unread: [0, 0] });
    phones.forEach((phone, index) => { phone.node.id = `phone-${index + 1}`; });
    node.addEventListener("keydown", (event) => ["ArrowLeft", "ArrowRight"].includes(event.key) && this.choose(1 - this.chosen, true));
  }

  draw() {
    this.node.replaceChildren(...this.phones.map((phone, index) => this.tab(phone, index)));
    this.phones.forEach((phone, index) => phone.node.classList.toggle("chosen", index === this.chosen));
  }

  tab(phone, index) {
    const name = phone.state.people.get(phone.holder)?.name ?? "";
    const chosen = index === this.chosen;
    const count = this.unread[index] && !chosen ? element("span", { class: "count" }, String(this.unread[index])) : null;
    return element("button", { type: "button", role: "tab", id: `tab-${index + 1}`, "aria-selected": String(chosen), "aria-controls": phone.node.id, tabindex: chosen ? "0" : "-1",
      on: { click: () => this.choose(index) } }, element("span", {}, name), count);
  }

  choose(index, focus = false) {
    this.chosen = index;
    this.unread[index] = 0;
    this.draw();
    this.phones[index].log.toEnd();
    if (focus) this.node.children[index].focus();
  }

  /** Somebody else holds this phone. */
  held(phone) {
    this.unread[this.phones.indexOf(phone)] = 0;
    this.draw();
  }

  /** A message came for a phone that is not on top. */
  count(phone) {
    const index = this.phones.indexOf(phone);
    if (index < 0 || index === this.chosen) return;
    this.unread[index] += 1;
    this.draw();
  }
}
