import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { buildLink, type LinkBuild } from "./link.ts";
import { pseudo, pseudoTag } from "./pseudo_locale.ts";

const root = join(import.meta.dirname, "../..");
const source = join(root, "web/gallery");

async function pseudoWords(): Promise<string> {
  const english = JSON.parse(await readFile(join(root, "locales/en.json"), "utf8")) as Record<string, string>;
  return JSON.stringify(Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudo(text)])));
}

/** Writes the gallery into a folder: its pages, and the link page once more with the pseudo-language added. */
export async function buildGallery({ outdir, ...link }: LinkBuild): Promise<void> {
  await buildLink({ ...link, outdir: join(outdir, "link"), moreWords: { [pseudoTag]: await pseudoWords() } });
  const pages = join(outdir, "pages");
  await rm(pages, { recursive: true, force: true });
  await mkdir(pages, { recursive: true });
  const locales = (await readdir(join(root, "locales"))).map((name) => name.replace(".json", ""));
  const define = { GALLERY_LOCALES: JSON.stringify([...locales.sort(), pseudoTag]) };
  for (const page of ["index", "state"]) {
    await writeFile(join(pages, `${page}.js`), await bundle(join(source, `${page}.ts`), { define }));
    await copyFile(join(source, `${page}.html`), join(pages, `${page}.html`));
  }
  await copyFile(join(source, "gallery.css"), join(pages, "gallery.css"));
}
