import type { PortConfig } from "../types/port.ts";
import type { PageConfig } from "./config/page_config.ts";

/** Stands for the host's name in a screen that was made at build time: a character that is nobody's. */
export const HOST = "\ue000";

/** The bytes that the flow allows a name (src/codec/config_reader.cpp). */
const NAME_LIMIT = 200;

/** As the screens say it, "" for none; null where the module has to say what is wrong with it. */
export function hostName(page: Pick<PageConfig, "brand">, { brand }: PortConfig): string | null {
  if (new TextEncoder().encode(brand?.name).length > NAME_LIMIT) return null;
  return (brand?.name || page.brand?.name || "").toWellFormed();
}

const upper = (letter = ""): string => letter.replace(/[a-z]/, (small) => small.toUpperCase());

/** As src/view/page.cpp: the first letters of two words, or two letters of one. */
export function monogram(name: string): string {
  const [first = [], second] = name
    .split(" ")
    .filter(Boolean)
    .map((word) => Array.from(word));
  return upper(first[0]) + (second ? upper(second[0]) : (first[1] ?? ""));
}
