/** The way up: a long chat shows its end at first, and a page more whenever one comes near the top. */
import { fetchOlder } from "./connection.js";
import { dayKey, fromSeconds } from "./moment.js";

const atOnce = 100;

export class Older {
  constructor(log) {
    this.log = log;
  }

  /** Another chat is shown: nothing is known about its beginning yet. */
  begin() {
    this.complete = false;
  }

  last(messages) {
    this.complete = messages.length < atOnce;
    return messages.slice(-atOnce);
  }

  async climb() {
    const first = this.log.rows.keys().next().value;
    if (this.climbing || this.complete || first === undefined) return;
    this.climbing = true;
    const holder = this.log.holder;
    const older = await this.before(first).catch(() => []);
    if (holder === this.log.holder) this.prepend(older);
    this.climbing = false;
  }

  /** Up to a page of messages before the one shown first: those at hand, else the server's. */
  async before(first) {
    const known = this.log.state.messages(this.log.holder);
    const at = known.findIndex((one) => one.message_id === first);
    if (at > 0) return known.slice(Math.max(0, at - atOnce), at);
    const older = await fetchOlder(this.log.holder, first, atOnce);
    known.unshift(...older);
    return older;
  }

  prepend(older) {
    this.complete = older.length === 0;
    if (!older.length) return;
    const shown = this.log.rows;
    this.log.rows = new Map();
    const fromEnd = this.log.list.scrollHeight - this.log.list.scrollTop;
    const above = this.log.drawn(older);
    const mark = this.log.list.querySelector(".day");
    if (mark?.dataset.day === dayKey(fromSeconds(older.at(-1).date))) mark.remove();
    this.log.lines.prepend(...above);
    shown.forEach((row, id) => this.log.rows.set(id, row));
    this.log.list.scrollTop = this.log.list.scrollHeight - fromEnd;
  }
}
