/** The line under the bar: a hint at first, then each morning as it passes and what its night did. */
import { element } from "./element.js";
import { clockTime, shortDay } from "./moment.js";
import { say } from "./texts.js";
import { remember, remembered } from "./memory.js";

export class Mornings {
  constructor(state, node) {
    Object.assign(this, { state, node, nights: [], step: null });
    state.on("progress", (step) => this.passed(step));
  }

  passed(step) {
    if (step.phase === "started") this.passing = 0;
    if (step.phase === "night") { this.nights.push(step); this.passing += 1; }
    if (step.phase === "done" && this.passing > 1) this.nights.push({ ...step, sum: this.passing });
    remember("hinted", "yes");
    this.step = step.phase === "done" ? null : step;
    this.draw();
  }

  draw() {
    const parts = [this.gauge(), this.nights.length ? this.list() : null].filter(Boolean);
    this.node.hidden = !parts.length && remembered("hinted") === "yes";
    this.node.replaceChildren(...(parts.length ? parts : [this.hint()]));
    this.node.querySelector("ol")?.scrollTo({ left: 1e6 });
  }

  hint() {
    return element("p", { class: "hint" }, say("hint"));
  }

  gauge() {
    if (!this.step) return null;
    const { phase, at, done, error } = this.step;
    if (phase === "failed") return element("span", { class: "gauge", role: "alert" }, say("failed", error ?? ""));
    const when = at ? `${shortDay(new Date(at))} ${clockTime(new Date(at))}` : "…";
    return element("span", { class: "gauge", role: "status" }, element("span", { class: "spin", "aria-hidden": "true" }), say("stepping", when),
      element("progress", { max: 1, value: done ?? 0, "aria-label": say("stepping", when) }));
  }

  list() {
    return element("ol", { "aria-live": "polite", "aria-relevant": "additions" }, this.nights.map((night) => this.morning(night)));
  }

  morning({ at, night, sum }) {
    const moved = night.up || night.down ? say("moved", night.up, night.down) : night.moves ? say("moves", night.moves) : "";
    const judged = sum ? [] : [say("judged", night.judged ?? 0)];
    const facts = [...judged, moved ? element("span", { class: "moved" }, moved) : say("stayed"), say("reminded", night.reminders ?? 0)];
    return element("li", { class: sum ? "sum" : "" }, element("b", {}, sum ? say("nights", sum) : shortDay(new Date(at))), " ", facts.flatMap((fact, place) => (place ? [" · ", fact] : [fact])));
  }
}
