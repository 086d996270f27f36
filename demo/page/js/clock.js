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
    this.pushing = Boolean(pushing);
    this.draw();
  }

  tick() {
    if (this.ahead === undefined) return;
    const now = new Date(Date.now() + this.ahead);
    this.time.textContent = clockTime(now);
    this.day.replaceChildren(fullDay(now), element("span", { class: "zone" }, ` · ${say("zone", this.state.clock.zone)}`));
  }

  stepped({ phase, at }) {
    if (at) this.ahead = Date.parse(at) - Date.now();
    const pushing = !["done", "failed"].includes(phase);
    if (pushing !== this.pushing) { this.pushing = pushing; this.draw(); }
    this.tick();
  }

  draw() {
    this.tick();
    this.pushRow.hidden = this.state.house?.pushes === false;
    this.pushRow.replaceChildren(...pushes.map((push) => this.push(push)));
  }

  push(push) {
    const act = () => this.attempt(ask("clock", { push }));
    const mark = push === "morning" ? icon("morning") : null;
    const shape = { morning: "push big", ten_weeks: "push ten" }[push] ?? "push";
    return button(shape, act, { disabled: this.pushing, "data-push": push }, mark, element("span", {}, say(push)));
  }
}
