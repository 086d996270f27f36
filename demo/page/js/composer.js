/** Where one writes: the box, what it answers or edits, examples, the bot's keyboard, the menu and the clip. */
import { openAttachments, sendFile } from "./attachment.js";
import { gist, isMine } from "./bubble.js";
import { openCommands } from "./command_menu.js";
import { ask } from "./connection.js";
import { button, element } from "./element.js";
import { sentencesFor } from "./examples.js";
import { icon } from "./icons.js";
import { replyKeyboard } from "./reply_keyboard.js";
import { language, say } from "./texts.js";

const longest = 4096;
const tallest = 138;

export class Composer {
  constructor(phone) {
    Object.assign(this, { phone, drafts: new Map(), about: null, showing: { examples: true, keyboard: true } });
    this.node = element("footer", { class: "foot" });
    this.box = element("textarea", { rows: 1, enterkeyhint: "send", autocomplete: "off" });
    this.box.addEventListener("input", () => this.typed());
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("compositionend", () => { this.composing = false; if (this.late) this.draw(); });
    this.box.addEventListener("compositionstart", () => { this.composing = true; });
    this.box.addEventListener("paste", (event) => this.pasted(event));
  }

  /** Everything anew: after a change of person, language, keyboard or commands. Never while a character is being composed. */
  draw() {
    this.late = this.composing;
    if (this.composing) return;
    const { state, holder } = this.phone;
    const markup = state.keyboards.get(holder);
    this.box.placeholder = markup?.input_field_placeholder ?? say("write");
    this.box.setAttribute("aria-label", say("write"));
    this.keys = this.showing.keyboard ? replyKeyboard(this.phone, markup) : null;
    const focused = document.activeElement === this.box;
    this.node.replaceChildren(...[this.examples(), this.banner(), this.line(Boolean(markup?.keyboard)), this.keys].filter(Boolean));
    if (focused) this.box.focus();
    this.typed();
  }

  /** Another person picks up the phone: each keeps an own draft. */
  hold(holder, before) {
    if (before !== undefined) this.drafts.set(before, this.box.value);
    this.about = null;
    this.box.value = this.drafts.get(holder) ?? "";
    this.draw();
  }

  examples() {
    if (!this.showing.examples || this.about) return null;
    const sentences = sentencesFor(language(), this.phone.state.people.get(this.phone.holder), this.phone.state.examples);
    return element("div", { class: "examples", role: "group", "aria-label": say("examples") }, sentences.map((words) => button("", () => this.fill(words), {}, words)));
  }

  banner() {
    if (!this.about) return null;
    const { edits, message } = this.about;
    const who = isMine(message, this.phone.holder) ? say("you") : message.from?.first_name;
    const title = edits ? say("editing") : say("replying", who);
    return element("div", { class: "about" }, icon(edits ? "edit" : "reply"), element("div", {}, element("b", {}, title), element("span", {}, gist(message))),
      button("tool", () => this.cancel(), { label: say("closeIt") }, icon("close")));
  }

  line(hasKeys) {
    const menu = button("tool menu", () => this.menu(), { label: say("commands"), "aria-haspopup": "dialog" }, icon("menu"), element("span", {}, say("commands")));
    const idea = this.toggle("examples", "idea");
    const keys = hasKeys ? this.toggle("keyboard", "keys") : null;
    const clip = button("tool", () => openAttachments(this.phone), { label: say("attach"), "aria-haspopup": "dialog" }, icon("clip"));
    this.limit = element("span", { class: "limit", role: "status" });
    this.send = button("tool send", () => this.submit(), { label: say("send") }, icon("send"));
    return element("div", { class: "write" }, menu, element("div", { class: "box" }, this.box, this.limit, keys, idea, clip), this.send);
  }

  toggle(part, mark) {
    const flip = () => { this.showing[part] = !this.showing[part]; this.draw(); };
    return button(`tool ${part}-switch`, flip, { label: say(part), "aria-pressed": String(this.showing[part]) }, icon(mark));
  }

  menu() {
    const { state, holder, screen } = this.phone;
    openCommands(screen, state.commands[holder] ?? [], (command) => this.phone.attempt(ask("say", { chat: holder, text: command })));
  }

  fill(words) {
    this.box.value = words;
    this.box.focus();
    this.typed();
  }

  replyTo(message) {
    this.about = { message, edits: false };
    this.draw();
    this.box.focus();
  }

  edit(message) {
    this.about = { message, edits: true };
    this.draw();
    this.fill(message.text);
  }

  cancel() {
    if (this.about?.edits) this.box.value = "";
    this.about = null;
    this.draw();
    this.box.focus();
  }

  typed() {
    const over = this.box.value.length - longest;
    this.box.style.height = "auto";
    this.box.style.height = this.box.scrollHeight ? `${Math.min(this.box.scrollHeight, tallest)}px` : "";
    this.send.disabled = !this.box.value.trim() || over > 0;
    this.limit.textContent = over > 0 ? say("tooLong", over) : "";
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); this.submit(); }
    if (event.key === "Escape" && this.about) this.cancel();
    if (event.key === "ArrowUp" && !this.box.value) this.editLast(event);
  }

  editLast(event) {
    const { state, holder } = this.phone;
    const last = state.messages(holder).findLast((one) => isMine(one, holder) && one.text);
    if (!last) return;
    event.preventDefault();
    this.edit(last);
  }

  pasted(event) {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    this.phone.attempt(sendFile(this.phone.holder, file));
  }

  /** Send, or save the edit. What could not be sent goes back into the box. */
  async submit() {
    const text = this.box.value.trim();
    if (!text || this.send.disabled) return;
    const { about } = this;
    if (about?.edits && text === about.message.text) { this.cancel(); return; }
    Object.assign(this, { about: null });
    this.box.value = "";
    this.draw();
    const sent = await this.phone.attempt(this.request(text, about));
    if (!sent && !this.box.value) { this.about = about; this.box.value = text; this.draw(); }
  }

  request(text, about) {
    const chat = this.phone.holder;
    if (about?.edits) return ask("edit", { chat, message_id: about.message.message_id, text });
    return ask("say", { chat, text, ...(about ? { reply_to: about.message.message_id } : {}) });
  }
}
