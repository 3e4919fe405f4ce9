import { createElement, type ReactNode } from "react";

/** The names that come through, as they are written. */
type Allowed = { elements: ReadonlySet<string>; attributes: ReadonlySet<string> };

/** React's own names for attributes with a hyphen. */
const propertyOf = (name: string) =>
  name.replace(/-([a-z])/g, (_hyphen, letter) => letter.toUpperCase());

function toReact(node: Node, key: number, allowed: Allowed): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (!(node instanceof Element) || !allowed.elements.has(node.localName)) return null;
  const kept = [...node.attributes].filter(({ name }) => allowed.attributes.has(name));
  const properties = Object.fromEntries(kept.map(({ name, value }) => [propertyOf(name), value]));
  const children = [...node.childNodes].map((child, place) => toReact(child, place, allowed));
  return createElement(node.localName, { key, ...properties }, ...children);
}

/**
 * The first element of a name in a library's markup, built anew from what is allowed: no other element or attribute comes through,
 * whatever the library let into it. Only in the browser. Null where there is none.
 */
export function safeMarkup(markup: string, root: string, allowed: Allowed): ReactNode {
  const found = new DOMParser().parseFromString(markup, "text/html").querySelector(root);
  return found && toReact(found, 0, allowed);
}
