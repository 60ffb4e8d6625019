import type { PortConfig } from "../types/port.ts";

/** How a state is shown; what is absent is left to the browser. */
export interface Shown {
  view: "canvas" | "text";
  theme?: "light" | "dark";
  locale: string;
}

/** The options in an address, as `state.html?state=method&view=text&theme=dark&locale=de`. */
export function readShown(query: URLSearchParams): Shown {
  const theme = query.get("theme");
  return {
    view: query.get("view") === "text" ? "text" : "canvas",
    ...((theme === "light" || theme === "dark") && { theme }),
    locale: query.get("locale") ?? "en",
  };
}

export const themeOf = ({ theme }: Shown): Pick<PortConfig, "theme"> => (theme ? { theme } : {});
