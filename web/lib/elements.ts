// Makes elements without innerHTML: what people write is text, never markup.

type Attributes = Record<string, string | boolean | null | undefined>;

/** `true` sets an empty attribute; false, null and undefined leave it out. */
export function element(name: string, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (typeof value === "string") made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
