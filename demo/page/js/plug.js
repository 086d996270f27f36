/** The red button that kills the bot in the middle of an answer, and what that cost: lost and doubled. */
import { ask } from "./connection.js";
import { button, element } from "./element.js";
import { icon } from "./icons.js";
import { say } from "./texts.js";

export class Plug {
  constructor(state, { attempt, midMessage }) {
    Object.assign(this, { state, attempt, midMessage });
    this.health = element("div", { class: "health", role: "status" });
    this.node = element("div", { class: "side" });
    ["bot", "counters", "state"].forEach((part) => state.on(part, () => this.draw()));
  }

  draw() {
    const { running } = this.state.bot ?? {};
    const { lost = 0, doubled = 0 } = this.state.counters ?? {};
    const count = (number) => element("b", { class: number ? "bad" : "" }, String(number));
    const parts = say("counts", count(lost), count(doubled));
    this.health.replaceChildren(element("span", { class: running ? "state" : "state halted" }, say(running ? "running" : "stopped")), element("span", { class: "counts" }, ...parts));
    const pull = button("plug", () => this.pull(), { disabled: !running || this.pulling, title: say("plugHelp") }, icon("plug"), element("span", {}, say("plug")));
    pull.hidden = this.state.house?.plug === false;
    this.node.replaceChildren(this.health, pull);
  }

  /** A message goes out, and while the bot is at it the power goes. */
  async pull() {
    this.pulling = true;
    this.draw();
    this.midMessage();
    await this.attempt(ask("plug"));
    this.pulling = false;
    this.draw();
  }
}
