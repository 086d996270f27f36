/** Fingers, mouse and keys on the messages of one phone. */
import { sendFile } from "./attachment.js";
import { ask } from "./connection.js";
import { openMessageMenu } from "./message_menu.js";
import { follow } from "./telegram_link.js";

const longPress = 480;

export class Gestures {
  constructor(phone) {
    this.phone = phone;
    this.listen(phone.log.list, phone.screen);
  }

  /** A right click, a long press or Enter opens a message's menu; a double click answers it; files may be dropped. */
  listen(list, screen) {
    list.addEventListener("contextmenu", (event) => this.openMenu(event));
    list.addEventListener("dblclick", (event) => this.withMessage(event, (message) => this.phone.composer.replyTo(message)));
    list.addEventListener("pointerdown", (event) => event.pointerType === "touch" && this.press(event));
    ["pointerup", "pointermove", "pointercancel"].forEach((name) => list.addEventListener(name, () => clearTimeout(this.pressed)));
    list.addEventListener("keydown", (event) => this.walk(event));
    list.addEventListener("click", (event) => this.clicked(event));
    screen.addEventListener("dragover", (event) => event.preventDefault());
    screen.addEventListener("drop", (event) => this.dropped(event));
  }

  withMessage(event, act) {
    const row = event.target.closest?.(".row");
    const message = row && !event.target.closest("button, a, .key") && this.phone.state.find(this.phone.holder, Number(row.dataset.id));
    if (message) act(message);
    return Boolean(message);
  }

  openMenu(event) {
    if (getSelection().toString()) return;
    if (this.withMessage(event, (message) => openMessageMenu(this.phone, message))) event.preventDefault();
  }

  press(event) {
    clearTimeout(this.pressed);
    this.pressed = setTimeout(() => this.openMenu(event), longPress);
  }

  walk(event) {
    const way = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" }[event.key];
    if (event.key === "Enter" && event.target.matches(".bubble")) return this.openMenu(event);
    if (!way || event.target.closest("button, a")) return null;
    event.preventDefault();
    let row = event.target.closest(".row")?.[way] ?? this.phone.log.lines.lastElementChild;
    while (row && !row.matches(".row")) row = row[way];
    return row?.querySelector(".bubble").focus();
  }

  clicked(event) {
    const command = event.target.closest("[data-command]");
    const link = event.target.closest('.words a[href*="t.me/"], .words a[href^="tg:"]');
    if (command) this.phone.attempt(ask("say", { chat: this.phone.holder, text: command.dataset.command }));
    if (!link) return;
    event.preventDefault();
    follow(this.phone, link.href);
  }

  dropped(event) {
    event.preventDefault();
    [...event.dataTransfer.files].forEach((file) => this.phone.attempt(sendFile(this.phone.holder, file)));
  }
}
