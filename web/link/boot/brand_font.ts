const FAMILY = "ATS Link brand";

/** Begins to load the page's own font file and returns the family to ask for; "" without one. The system's font stands in. */
export function brandFont(url: string | undefined): string {
  if (!url) return "";
  const face = new FontFace(FAMILY, `url("${new URL(url, document.baseURI).href}")`, { display: "swap" });
  document.fonts.add(face);
  face.load().catch(() => console.warn("ATS Link: the font of fontUrl did not load"));
  return `"${FAMILY}"`;
}
