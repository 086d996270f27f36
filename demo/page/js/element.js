/** Builds DOM nodes. Text always becomes a text node: nothing a person or the bot writes is ever read as markup. */

const setters = {
  class: (node, value) => { node.className = value; },
  on: (node, value) => Object.entries(value).forEach(([name, heard]) => node.addEventListener(name, heard)),
  style: (node, value) => Object.entries(value).forEach(([name, amount]) => node.style.setProperty(name, amount)),
};

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (setters[name]) setters[name](node, value);
  else node.setAttribute(name, value === true ? "" : value);
}

/** A `tag` with attributes (`on` takes listeners, `style` custom properties) and children (nodes, words, or nothing). */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => set(node, name, value));
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A push button; `label` names it for those who don't see its picture. */
export function button(className, act, { label, ...attributes } = {}, ...children) {
  return element("button", { type: "button", class: className, "aria-label": label, title: label, on: { click: act }, ...attributes }, ...children);
}
