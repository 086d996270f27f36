/** The messages of one chat: days, what is new, where one is reading. Long chats show their end; the rest is fetched on the way up. */
import { bubbleRow, isMine } from "./bubble.js";
import { button, element } from "./element.js";
import { icon } from "./icons.js";
import { rest } from "./inline_keyboard.js";
import { dayKey, fromSeconds, fullDay } from "./moment.js";
import { Older } from "./older.js";
import { say } from "./texts.js";

const near = 48;
const rested = 700;

export class Log {
  constructor({ state, acts, empty }) {
    this.older = new Older(this);
    Object.assign(this, { state, acts, empty, rows: new Map(), unread: 0, pinned: true });
    this.lines = element("div", { class: "lines" });
    this.list = element("div", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions", tabindex: "0" }, this.lines);
    this.list.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.count = element("span", { class: "count", hidden: true });
    this.down = button("down", () => this.toEnd("smooth"), { hidden: true }, icon("down"), this.count);
    this.node = element("div", { class: "wall" }, this.list, this.down);
    this.sizes = new ResizeObserver(() => this.pinned && this.toEnd());
    [this.list, this.lines].forEach((node) => this.sizes.observe(node));
  }

  /** Show this person's chat from its end. */
  show(holder) {
    Object.assign(this, { holder, rows: new Map(), unread: 0, pinned: true });
    this.older.begin();
    this.list.setAttribute("aria-label", say("log", this.state.people.get(holder)?.name ?? ""));
    const messages = this.state.messages(holder);
    this.lines.replaceChildren(...this.drawn(this.older.last(messages)), ...(messages.length ? [] : [this.empty()]));
    this.toEnd();
  }

  /** Rows for messages in order, with a separator where a day begins. */
  drawn(messages, before = null) {
    let day = before;
    return messages.flatMap((message) => {
      const at = fromSeconds(message.date);
      const first = dayKey(at) !== day;
      day = dayKey(at);
      return first ? [this.dayMark(at), this.row(message)] : [this.row(message)];
    });
  }

  dayMark(at) {
    return element("div", { class: "day", role: "separator", "data-day": dayKey(at) }, fullDay(at));
  }

  row(message) {
    const seen = message.message_id <= (this.state.seen.get(this.holder) ?? 0);
    const row = bubbleRow(message, { holder: this.holder, seen, acts: { ...this.acts, goTo: (id) => this.goTo(id) } });
    this.rows.set(message.message_id, row);
    return row;
  }

  append(message) {
    if (this.rows.has(message.message_id)) return this.replace(message);
    this.list.querySelector(".empty")?.remove();
    const mine = isMine(message, this.holder);
    const days = this.list.querySelectorAll(".day");
    const fresh = this.drawn([message], days[days.length - 1]?.dataset.day);
    fresh.at(-1).classList.add("fresh");
    this.lines.append(...fresh);
    if (mine || this.pinned) this.toEnd();
    else this.setUnread(this.unread + 1);
    return fresh.at(-1);
  }

  /** An edit happens in place and glows once; a focused button keeps its place in the new keyboard. */
  replace(message) {
    const old = this.rows.get(message.message_id);
    if (!old) return null;
    const focused = [...old.querySelectorAll(".key")].indexOf(document.activeElement);
    const row = this.row(message);
    row.classList.add("edited");
    old.replaceWith(row);
    if (focused >= 0) (row.querySelectorAll(".key")[focused] ?? row.querySelector(".key") ?? row.firstChild).focus({ preventScroll: true });
    if (this.pinned) this.toEnd();
    return row;
  }

  /** Ticks and reactions change without a glow. */
  refresh(id) {
    const message = this.state.find(this.holder, id);
    if (!message || !this.rows.has(id)) return;
    this.replace(message).classList.remove("edited");
  }

  remove(ids) {
    ids.forEach((id) => { this.rows.get(id)?.remove(); this.rows.delete(id); });
    this.list.querySelectorAll(".day").forEach((mark) => !mark.nextElementSibling?.matches(".row") && mark.remove());
    if (!this.rows.size) this.lines.replaceChildren(this.empty());
  }

  markSeen() {
    this.list.querySelectorAll('.tick[data-seen="no"]').forEach((tick) => this.refresh(Number(tick.closest(".row").dataset.id)));
  }

  restKeys() {
    this.list.querySelectorAll(".key.waiting").forEach(rest);
  }

  /** Only going up lets go of the end; content that grows below doesn't. */
  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.list;
    const atEnd = scrollHeight - scrollTop - clientHeight < near;
    this.pinned = atEnd || (this.pinned && scrollTop >= this.lastTop);
    this.lastTop = scrollTop;
    this.down.hidden = this.pinned;
    if (this.pinned) this.setUnread(0);
    this.showDay();
    if (this.list.scrollTop < 400) this.older.climb();
  }

  /** The day that sticks to the top shows only while one scrolls; at rest it would cover words. */
  showDay() {
    const { top } = this.list.getBoundingClientRect();
    this.list.querySelectorAll(".day").forEach((mark) => mark.classList.toggle("stuck", mark.getBoundingClientRect().top < top + 8));
    this.list.classList.add("scrolling");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.list.classList.remove("scrolling"), rested);
  }

  /** Bring a message into view and let it glow, or say that it is gone. */
  goTo(id) {
    const row = this.rows.get(id);
    if (!row) return this.acts.toast(say("notHere"));
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.remove("edited");
    requestAnimationFrame(() => row.classList.add("edited"));
    return row;
  }

  toEnd(behavior = "instant") {
    this.list.scrollTo({ top: this.list.scrollHeight, behavior });
    this.setUnread(0);
  }

  setUnread(count) {
    this.unread = count;
    this.count.textContent = count;
    this.count.hidden = !count;
    this.down.setAttribute("aria-label", say("newest", count));
    this.acts.unread?.(count);
  }
}
