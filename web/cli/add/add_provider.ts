import { clashes } from "../../provider_file/catalogue.ts";
import type { ProviderFile } from "../../provider_file/file.ts";
import { CommandError } from "../command_line.ts";
import { DistFolder, ownDist } from "./dist_folder.ts";
import { readRightFiles } from "../provider_files.ts";
import { PagePart, wrongFeatured } from "./page_part.ts";
import { builtProviders, writeRelayPart } from "./relay_part.ts";

const byId = (a: ProviderFile, b: ProviderFile): number => (`${a.id}.json` < `${b.id}.json` ? -1 : 1);

/** Adds ATS to a built folder: page, relay, sandbox and nginx, without a build. All of it or nothing is there after. */
export function addProviders(files: readonly string[], folder = ownDist): void {
  const given = readRightFiles(files);
  if (given.length === 0) throw new CommandError(`${files.join(", ")}: give the provider file with its words.`);
  const dist = new DistFolder(folder);
  const page = new PagePart(dist);
  const wrong = given.map(({ file }) => wrongFeatured(page, file)).filter((sentence) => sentence !== null);
  if (wrong.length > 0) throw new CommandError(wrong.join("\n"));
  let providers = builtProviders(dist);
  const notes: string[] = [];
  for (const each of given) {
    notes.push(...clashes(each.file, providers), ...page.put(each));
    providers = [...providers.filter(({ id }) => id !== each.file.id), each.file].sort(byId);
  }
  const names = given.map(({ file }) => `${file.name} (${file.id})`).join(", ");
  finish(dist, page, providers, notes, `${folder} has ${names}`);
}

/** Takes one out again. */
export function removeProvider(id: string, folder = ownDist): void {
  const dist = new DistFolder(folder);
  const page = new PagePart(dist);
  const providers = builtProviders(dist);
  const left = providers.filter((each) => each.id !== id);
  if (left.length === providers.length && !page.entry(id))
    throw new CommandError(
      `${folder} has no ATS ${JSON.stringify(id)}; it has ${providers.map((each) => each.id).join(", ")}.`,
    );
  if (page.entry(id)?.featured)
    throw new CommandError(
      `${id} stays: the first screen was made when the page was built and shows it. Leave it out by providers in link.config.json, or build without its file.`,
    );
  page.remove(id);
  finish(dist, page, left, [], `${folder} is without ${id}`);
}

function finish(dist: DistFolder, page: PagePart, providers: ProviderFile[], notes: string[], what: string): void {
  const toDo = writeRelayPart(dist, providers);
  page.finish();
  const { changed } = dist;
  dist.commit();
  for (const note of notes) console.error(note);
  if (changed.length === 0) {
    console.log(`${what} already; nothing was changed.`);
    return;
  }
  console.log(`${what} now. Changed are ${String(changed.length)} files and integrity.json:`);
  for (const path of changed) console.log(`  ${path}`);
  console.log("Deploy link/ again, and start the relay again: it reads its providers when it starts.");
  for (const sentence of toDo) console.log(sentence);
}
