/** What this browser remembers between visits; one that may not remember forgets, and everything works. */

/** What was remembered under this name, or null. */
export function remembered(name) {
  try { return localStorage.getItem(name); } catch { return null; }
}

/** Keep a word under this name. */
export function remember(name, value) {
  try { localStorage.setItem(name, value); } catch { /* a private window */ }
}
