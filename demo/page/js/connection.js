/** The line to the local Telegram: calls, the stream of events, and finding back after it was cut. */

/** A refusal in the server's own words. */
export class Refused extends Error {}

async function answered(response) {
  const answer = await response.json().catch(() => ({}));
  if (!response.ok || answer.ok === false) throw new Refused(answer.error ?? `${response.status}`);
  return answer;
}

/** What the page wants done, e.g. `ask("say", {chat, text})`; a form is sent as multipart. */
export async function ask(what, body = {}) {
  const form = body instanceof FormData;
  const headers = form ? {} : { "Content-Type": "application/json" };
  return answered(await fetch(`/api/${what}`, { method: "POST", headers, body: form ? body : JSON.stringify(body) }));
}

export const fetchState = () => fetch("/api/state").then(answered);

export const fetchOlder = (chat, before, limit) =>
  fetch(`/api/messages?chat=${chat}&before=${before}&limit=${limit}`).then(answered).then((answer) => answer.messages);

export const mediaUrl = (fileId) => `/api/media/${encodeURIComponent(fileId)}`;

/**
 * Listens for ever. After every (re)connection the whole state is read again; events that arrive meanwhile wait for it,
 * so that nothing between the two is missed.
 */
export class Line {
  constructor({ onState, onEvent, onLost, pause = 1000 }) {
    Object.assign(this, { onState, onEvent, onLost, pause, waiting: [] });
  }

  open() {
    this.source?.close();
    this.waiting = [];
    this.source = new EventSource("/api/events");
    this.source.onopen = () => this.read();
    this.source.onmessage = (message) => this.hear(JSON.parse(message.data));
    this.source.onerror = () => this.lose();
  }

  async read() {
    try {
      this.onState(await fetchState());
      const missed = this.waiting ?? [];
      this.waiting = null;
      missed.forEach(this.onEvent);
    } catch (error) {
      this.lose(error);
    }
  }

  hear(event) {
    if (this.waiting) this.waiting.push(event);
    else this.onEvent(event);
  }

  /** Say why once it is known: a refusal (another key) won't heal by itself, anything else may. */
  async lose(error) {
    this.source.close();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), this.pause);
    this.onLost(error ?? await fetchState().then(() => undefined, (reason) => reason));
  }
}
