/** The page: two phones, a clock, a plug. Reads as a table of contents; everything else has its own file. */
import { firstLanguage, firstTheme, foreign, switches, switchLanguage } from "./appearance.js";
import { Clock } from "./clock.js";
import { ask, Line, Refused } from "./connection.js";
import { button, element } from "./element.js";
import { icon } from "./icons.js";
import { Mornings } from "./mornings.js";
import { Phone } from "./phone.js";
import { Plug } from "./plug.js";
import { State } from "./state.js";
import { Tabs } from "./tabs.js";
import { language, say } from "./texts.js";

const place = (id) => document.getElementById(id);
const state = new State();
const phones = [0, 1].map(() => new Phone(state, { handOver, held: (phone) => tabs.held(phone) }));
const tabs = new Tabs(place("tabs"), phones);
const attempt = (asked) => phones[tabs.chosen].attempt(asked);
const clock = new Clock(state, { attempt });
const mornings = new Mornings(state, place("mornings"));
const plug = new Plug(state, { attempt, midMessage });
const appearance = element("div", { class: "side" });
let begun = false;

/** A link is opened by somebody: the other phone becomes theirs. */
function handOver(phone, person, payload) {
  const other = phones.find((one) => one.holder === person) ?? phones.find((one) => one !== phone);
  if (other.holder !== person) other.hold(person);
  tabs.choose(phones.indexOf(other));
  other.start(payload);
}

/** What the plug interrupts: the words in the first phone's box, else a harmless question. */
function midMessage() {
  const { composer, holder } = phones[0];
  if (composer.box.value.trim()) composer.submit();
  else if (state.messages(holder).length) ask("say", { chat: holder, text: language() === "zh" ? "今天" : "today" }).catch(() => {});
}

function drawBar() {
  const brand = element("div", { class: "brand" }, element("img", { src: "/page/media/huifang.svg", alt: "" }), language() === "zh" ? "回访" : "Huifang");
  const more = button("switch more", () => place("clock").classList.toggle("open"), { label: say("more") }, icon("more"));
  appearance.replaceChildren(...switches({ changeLanguage, redraw: drawBar }), more);
  place("clock").replaceChildren(brand, clock.node, clock.pushRow, plug.node, appearance);
}

function redraw() {
  drawBar();
  [clock, plug, mornings].forEach((part) => part.draw());
  phones.forEach((phone) => phone.redraw());
  tabs.draw();
}

function changeLanguage() {
  const people = [...new Set(phones.map((phone) => phone.holder))];
  attempt(switchLanguage(people, redraw));
}

/** At first a salesperson's phone and a manager's; later whoever was chosen keeps it. */
function begin() {
  firstLanguage(state.people);
  const people = [...state.people.values()];
  const seller = people.find((one) => one.role_hint === "salesperson") ?? people[0];
  const manager = people.find((one) => one.role_hint === "manager") ?? people.find((one) => one !== seller) ?? seller;
  [seller, manager].forEach((person, index) => { phones[index].holder = person?.id; });
  phones.forEach((phone) => phone.composer.hold(phone.holder));
  place("phones").replaceChildren(...phones.map((phone) => phone.node));
  begun = true;
  if (foreign(state.people)) changeLanguage();
}

function took(snapshot) {
  state.take(snapshot);
  if (!begun) begin();
  redraw();
  place("lost").hidden = true;
}

function lost(error) {
  place("lost").textContent = error instanceof Refused ? say("keyMissing") : say("lost");
  place("lost").hidden = false;
}

function heard(event) {
  if (event.event === "message" && event.message.from?.is_bot) unread(event.chat);
  state.hear(event);
}

function unread(chat) {
  const phone = phones.find((one) => one.holder === chat);
  if (phone) return tabs.count(phone);
  state.unread.set(chat, (state.unread.get(chat) ?? 0) + 1);
  return phones.forEach((one) => one.drawHolder());
}

firstTheme();
new Line({ onState: took, onEvent: heard, onLost: lost }).open();
