import { resolveAppearance } from "../../../web/link/picture/appearance.ts";

/** Surfaces: none, white, warm, two that neither black nor white reads well on, black, a deep colour. */
const surfaces = ["", "#ffffff", "#fff4e0", "#767676", "#d33b3b", "#000000", "#1d1147"];
const texts = ["", "#8a8a8a", "#ffffff"];
const accents = ["", "#0b7a5b", "#ff5a5f", "#ffd400", "#777777"];

/** What is made of a grid of themes, for the painter's tests: `dark more palette`, a line each, none twice. */
export function paletteLines(): string {
  const lines = new Set<string>();
  for (const surface of surfaces)
    for (const text of texts)
      for (const accent of accents)
        for (const dark of [false, true])
          for (const moreContrast of [false, true]) {
            const suffix = dark ? "Dark" : "";
            const given = Object.entries({ surface, text, accent }).filter(([, value]) => value);
            const theme = Object.fromEntries(given.map(([name, value]) => [name + suffix, value]));
            const made = resolveAppearance(theme, { dark, moreContrast, reducedMotion: false });
            lines.add(`${made.scheme} ${moreContrast ? "more" : "usual"} ${made.painted}`);
          }
  return [...lines].join("\n") + "\n";
}

// node tests/web/link/palette_grid.ts > tests/fixtures/paint/palettes.txt
if (import.meta.main) process.stdout.write(paletteLines());
