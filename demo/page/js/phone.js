/** One phone: somebody's chat with the bot. */
import { Composer } from "./composer.js";
import { ask } from "./connection.js";
import { button, element } from "./element.js";
import { Gestures } from "./gestures.js";
import { icon } from "./icons.js";
import { Log } from "./log.js";
import { follow } from "./telegram_link.js";
import { say } from "./texts.js";
import { alertBox, toast } from "./toast.js";

const typingLasts = 5000;

export class Phone {
  constructor(state, { handOver, unread, held }) {
    Object.assign(this, { state, unread, held });
    this.handOver = (person, payload) => handOver(this, person, payload);
    const acts = { chat: () => this.holder, toast: (words) => this.toast(words), follow: (url) => follow(this, url), unread };
    this.log = new Log({ state, acts, empty: () => this.empty() });
    this.composer = new Composer(this);
    this.head = element("header", { class: "head" });
    this.holderRow = element("div", { class: "holder" });
    this.screen = element("div", { class: "screen" }, this.head, this.log.node, this.composer.node);
    this.node = element("section", { class: "phone" }, this.holderRow, this.screen);
    this.listen();
    new Gestures(this);
  }

  /** Only what happens in this person's chat concerns this phone. */
  listen() {
    const here = (act) => (event) => event.chat === this.holder && act(event);
    this.state.on("message", here(({ message }) => { this.quiet(message); this.log.append(message); }));
    this.state.on("edit", here(({ message }) => this.log.replace(message)));
    this.state.on("delete", here(({ message_ids: gone }) => this.log.remove(gone)));
    this.state.on("reaction", here(({ message_id: id }) => this.log.refresh(id)));
    this.state.on("seen", here(() => this.log.markSeen()));
    this.state.on("typing", here(() => this.typing()));
    this.state.on("toast", here((answer) => this.answered(answer)));
    this.state.on("keyboard", here(() => this.composer.draw()));
    this.state.on("commands", () => this.composer.draw());
    this.state.on("person", () => this.drawHolder());
    this.state.on("bot", () => this.drawHead());
  }

  /** Somebody takes this phone. */
  hold(holder) {
    const before = this.holder;
    this.holder = holder;
    this.state.unread.delete(holder);
    this.drawHolder();
    this.drawHead();
    this.log.show(holder);
    this.composer.hold(holder, before);
    this.held?.(this);
  }

  /** The same person, everything anew: after a lost connection or in another language. */
  redraw() {
    this.drawHolder();
    this.drawHead();
    this.log.show(this.holder);
    this.composer.draw();
  }

  drawHolder() {
    const { people } = this.state;
    const person = people.get(this.holder);
    const options = [...people.values()].map((one) => element("option", { value: one.id, selected: one.id === this.holder }, this.named(one)));
    const choice = element("select", { "aria-label": say("holder"), on: { change: () => this.hold(Number(choice.value)) } }, options);
    this.node.setAttribute("aria-label", say("phoneOf", person?.name ?? ""));
    const face = element("span", { class: "face", "aria-hidden": "true", style: { "--hue": (this.holder * 67) % 360 } }, (person?.name ?? "?").slice(0, 1));
    this.holderRow.replaceChildren(face, element("span", { class: "pick" }, element("span", { "aria-hidden": "true" }, person?.name ?? ""), icon("down"), choice), element("span", { class: "role" }, say("roles")[person?.role_hint] ?? ""));
  }

  named(person) {
    const waiting = this.state.unread.get(person.id);
    return waiting ? `${person.name} (${waiting})` : person.name;
  }

  drawHead(typing = false) {
    const running = this.state.bot?.running !== false;
    const dots = element("span", { class: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i"));
    const doing = typing ? [say("typing"), dots] : [say(running ? "bot" : "away")];
    const face = element("span", { class: "face" }, element("img", { src: "/page/media/huifang.svg", alt: "" }));
    this.head.replaceChildren(face, element("div", {}, element("h2", {}, this.state.me?.first_name ?? ""), element("div", { class: typing ? "doing typing" : "doing" }, ...doing)));
  }

  typing() {
    clearTimeout(this.typingEnds);
    this.drawHead(true);
    this.typingEnds = setTimeout(() => this.drawHead(), typingLasts);
  }

  quiet(message) {
    if (!message.from?.is_bot) return;
    clearTimeout(this.typingEnds);
    this.drawHead();
  }

  answered({ text, alert, url }) {
    this.log.restKeys();
    if (url) follow(this, url);
    if (text) alert ? alertBox(this.screen, text) : this.toast(text);
  }

  toast(words) {
    toast(this.screen, words);
  }

  /** Wait for what was asked; a refusal is shown. Tells whether it worked. */
  async attempt(asked) {
    try {
      await asked;
      return true;
    } catch (error) {
      this.toast(say("cannot", error.message));
      return false;
    }
  }

  start(payload) {
    return this.attempt(ask("start", { chat: this.holder, ...(payload ? { payload } : {}) }));
  }

  empty() {
    const face = element("span", { class: "face" }, element("img", { src: "/page/media/huifang.svg", alt: "" }));
    return element("div", { class: "empty" }, face, element("h3", {}, say("emptyTitle")), element("p", {}, say("emptyWords")), button("begin", () => this.start(), {}, say("begin")));
  }
}
