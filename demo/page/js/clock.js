/** The bar at the top: business time and what pushes it. */
import { ask } from "./connection.js";
import { button, element } from "./element.js";
import { icon } from "./icons.js";
import { clockTime, fullDay, live } from "./moment.js";
import { say } from "./texts.js";

const pushes = ["morning", "hour", "week", "ten_weeks"];

export class Clock {
  constructor(state, { attempt }) {
    Object.assign(this, { state, attempt, pushing: false });
    this.time = element("time");
    this.day = element("small");
    this.node = element("div", { class: "now", role: "timer", "aria-live": "off" }, this.time, this.day);
    this.pushRow = element("div", { class: "pushes" });
    state.on("clock", () => this.set());
    state.on("state", () => this.set());
    state.on("progress", (step) => this.stepped(step));
    setInterval(() => this.tick(), 1000);
  }

  /** What the server says the time is; from here on it runs by itself until the next jump. */
  set() {
    const { now, zone, pushing } = this.state.clock;
    live(zone);
    this.ahead = Date.parse(now) - Date.now();
    this.pushRow.hidden = this.state.house?.pushes === false;
    this.hold(Boolean(pushing));
    this.tick();
  }

  tick() {
    if (this.ahead === undefined) return;
    const now = new Date(Date.now() + this.ahead);
    this.time.textContent = clockTime(now);
    this.day.replaceChildren(fullDay(now), element("span", { class: "zone" }, ` · ${say("zone", this.state.clock.zone)}`));
  }

  stepped({ phase, at }) {
    if (at) this.ahead = Date.parse(at) - Date.now();
    this.hold(!["done", "failed"].includes(phase));
    this.tick();
  }

  /** While it is being pushed nobody else can push; the buttons stay where they are, and so does the focus. */
  hold(pushing) {
    this.pushing = pushing;
    [...this.pushRow.children].forEach((push) => push.setAttribute("aria-disabled", String(pushing)));
  }

  draw() {
    this.tick();
    this.pushRow.replaceChildren(...pushes.map((push) => this.push(push)));
    this.hold(this.pushing);
  }

  push(push) {
    const act = () => this.pushing || this.attempt(ask("clock", { push }));
    const mark = push === "morning" ? icon("morning") : null;
    const shape = { morning: "push big", ten_weeks: "push ten" }[push] ?? "push";
    return button(shape, act, { "data-push": push }, mark, element("span", {}, say(push)));
  }
}
