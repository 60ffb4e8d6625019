import MiniSearch from "minisearch";
import { type Found, searchOptions } from "./search_options.ts";

const most = 8;

/** The search field: results are plain links below it, which Tab and the arrow keys reach. Escape leaves them. */
export function watchSearch(search: HTMLElement): void {
  const field = search.querySelector<HTMLInputElement>("input");
  const list = search.querySelector<HTMLElement>("#results");
  const status = search.querySelector<HTMLElement>("#found");
  const address = search.dataset["index"];
  if (!field || !list || !status || address === undefined) return;
  // Without this script it could not search.
  search.hidden = false;

  const base = new URL(".", new URL(address, location.href));
  let loading: Promise<MiniSearch<Found>> | undefined;
  const load = (): Promise<MiniSearch<Found>> => (loading ??= loadIndex(address));

  const show = async (): Promise<void> => {
    const query = field.value.trim();
    const found = query === "" ? [] : (await load()).search(query);
    // Something else was typed while it loaded.
    if (field.value.trim() !== query) return;
    list.replaceChildren(...found.slice(0, most).map((each) => row(each as unknown as Found, base)));
    list.hidden = found.length === 0;
    status.textContent = query === "" ? "" : said(found.length);
  };

  field.addEventListener("focus", () => void load().catch(() => undefined));
  field.addEventListener("input", () => {
    show().catch(() => {
      loading = undefined;
      status.textContent = "The search could not be loaded. The list of all pages is below.";
    });
  });
  search.addEventListener("keydown", (event) => {
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement as HTMLAnchorElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      stops[at + step]?.focus();
      event.preventDefault();
    } else if (event.key === "Escape") {
      field.value = "";
      void show();
      field.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    field.focus();
    event.preventDefault();
  });
}

async function loadIndex(address: string): Promise<MiniSearch<Found>> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${String(answer.status)}`);
  return MiniSearch.loadJSON<Found>(await answer.text(), searchOptions as never);
}

const said = (count: number): string => {
  if (count === 0) return "Nothing found";
  if (count > most) return `The best ${String(most)} of ${String(count)} results`;
  return count === 1 ? "1 result" : `${String(count)} results`;
};

function row({ id, page, heading }: Found, base: URL): HTMLLIElement {
  const link = document.createElement("a");
  link.href = new URL(id, base).href;
  link.append(heading || page);
  if (heading !== "") {
    const where = document.createElement("span");
    where.textContent = page;
    link.append(" ", where);
  }
  const item = document.createElement("li");
  item.append(link);
  return item;
}
