/** Everything the page knows, kept current by the stream of events. Whoever shows a part of it listens for that part. */

const whole = ["me", "clock", "bot", "counters", "examples", "house", "commands", "menu"];

export class State extends EventTarget {
  people = new Map();
  chats = new Map();
  keyboards = new Map();
  seen = new Map();
  unread = new Map();

  /** Replace everything with what `/api/state` says. */
  take(snapshot) {
    whole.forEach((part) => { this[part] = snapshot[part] ?? {}; });
    this.people = new Map(snapshot.people.map((person) => [person.id, person]));
    this.chats = new Map(Object.entries(snapshot.chats ?? {}).map(([id, messages]) => [Number(id), messages]));
    this.keyboards = new Map(Object.entries(snapshot.keyboards ?? {}).map(([id, keyboard]) => [Number(id), keyboard]));
    this.chats.forEach((messages, chat) => this.seen.set(chat, messages.findLast((one) => one.from?.is_bot)?.message_id ?? 0));
    this.tell("state");
  }

  /** One event of the stream: keep it, then tell those who show it. */
  hear(event) {
    this[`on_${event.event}`]?.(event);
    if (whole.includes(event.event)) this[event.event] = event[event.event];
    this.tell(event.event, event);
  }

  on_message({ chat, message }) {
    const messages = this.messages(chat);
    const known = messages.findIndex((one) => one.message_id === message.message_id);
    if (known >= 0) messages[known] = message;
    else messages.push(message);
    if (message.from?.is_bot) this.notice(chat);
  }

  on_edit({ chat, message }) {
    const messages = this.messages(chat);
    const known = messages.findIndex((one) => one.message_id === message.message_id);
    if (known >= 0) messages[known] = message;
    if (message.from?.is_bot) this.notice(chat);
  }

  on_delete({ chat, message_ids: gone }) {
    this.chats.set(chat, this.messages(chat).filter((one) => !gone.includes(one.message_id)));
  }

  on_reaction({ chat, message_id: id, reactions }) {
    const message = this.find(chat, id);
    if (message) message._reactions = reactions;
    this.notice(chat);
  }

  on_typing({ chat }) { this.notice(chat); }
  on_toast({ chat }) { this.notice(chat); }
  on_keyboard({ chat, keyboard }) { this.keyboards.set(chat, keyboard); }
  on_person({ person }) { this.people.set(person.id, person); }

  /** The bot did something in this chat, so it has read everything that was there. */
  notice(chat) {
    this.seen.set(chat, this.messages(chat).at(-1)?.message_id ?? 0);
    this.tell("seen", { chat });
  }

  messages(chat) {
    if (!this.chats.has(chat)) this.chats.set(chat, []);
    return this.chats.get(chat);
  }

  find(chat, id) {
    return this.messages(chat).find((one) => one.message_id === id);
  }

  tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  on(name, heard) {
    this.addEventListener(name, ({ detail }) => heard(detail));
  }
}
