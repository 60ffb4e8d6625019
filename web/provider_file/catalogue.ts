import type { ProviderFile } from "./file.ts";
import { quoted } from "./problem.ts";

type Named = Pick<ProviderFile, "id" | "name" | "aliases">;

/** Names by which a search would find two ATS: no fault of a file, but somebody should know. */
export function clashes(file: Named, catalogue: readonly Named[]): string[] {
  const others = catalogue.filter(({ id }) => id !== file.id);
  return [file.name, ...file.aliases].flatMap((name) =>
    others
      .filter((other) => [other.name, ...other.aliases].some((each) => each.toLowerCase() === name.toLowerCase()))
      .map(
        (other) =>
          `${file.id}.json: ${quoted(name)} is a name of ${other.name} (${other.id}), too; a search finds both.`,
      ),
  );
}
