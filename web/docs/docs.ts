import { watchSearch } from "./search.ts";

/** What is wider than its place takes a tab stop, so that the arrow keys scroll it; what fits takes none. */
function watchWide(elements: Iterable<HTMLElement>): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const element of elements) observer.observe(element);
}

watchWide(document.querySelectorAll<HTMLElement>(".wide"));
const search = document.querySelector<HTMLElement>("#search");
if (search) watchSearch(search);
