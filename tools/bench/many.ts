import { join } from "node:path";
import { readCatalogue } from "../build/catalogue.ts";
import { buildLink } from "../build/link.ts";

const root = join(import.meta.dirname, "../..");

/** The link page with a catalogue of `count` made-up ATS. What is shown first is left to the module. */
export async function buildWithMany(count: number, outdir: string): Promise<void> {
  const [model] = await readCatalogue(join(root, "providers"));
  if (!model) throw new Error("there are no provider files");
  const catalogue = Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(4, "0");
    return { ...model, words: {}, id: `ats_${number}`, name: `Example ${number}`, aliases: [`sample ${number}`] };
  });
  await buildLink({
    module: join(root, "build/wasm-release"),
    outdir,
    version: "0.0.0",
    catalogue,
    firstScreens: () => Promise.resolve({ providers: [], screens: {}, last: { kind: "text", id: "", label: "" } }),
  });
}
