/** The line under the bar: a hint at first, then each morning as it passes and what its night did. */
import { element } from "./element.js";
import { clockTime, shortDay } from "./moment.js";
import { say } from "./texts.js";

export class Mornings {
  constructor(state, node) {
    Object.assign(this, { state, node, nights: [], step: null });
    state.on("progress", (step) => this.passed(step));
  }

  passed(step) {
    if (step.night) this.nights.push(step);
    this.step = step.phase === "done" ? null : step;
    this.draw();
  }

  draw() {
    const parts = [this.gauge(), this.nights.length ? this.list() : null];
    this.node.replaceChildren(...parts.filter(Boolean), ...(parts.some(Boolean) ? [] : [this.hint()]));
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

  morning({ at, night }) {
    const moved = night.up || night.down ? say("moved", night.up, night.down) : night.moves ? say("moves", night.moves) : "";
    const facts = [say("judged", night.judged ?? 0), moved ? element("span", { class: "moved" }, moved) : say("stayed"), say("reminded", night.reminders ?? 0)];
    return element("li", {}, element("b", {}, shortDay(new Date(at))), facts.flatMap((fact, place) => (place ? [" · ", fact] : [fact])));
  }
}
