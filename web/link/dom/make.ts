/** A new element with classes and children. Text goes in as text: nothing here ever parses HTML. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  classes = "",
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  made.append(...children);
  return made;
}
