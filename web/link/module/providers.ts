import type { Asset } from "../assets.ts";
import type { Entry, FetchJson } from "../boot/loader.ts";
import type { Inbound } from "../messages.ts";

/** The details of providers, each fetched when it is wanted, and once. */
export interface Providers {
  /** The list of another language: what is asked for from now on is in it. */
  know(catalogue: readonly Entry[]): void;
  /** Begins to fetch what will be asked for. */
  prepare(id: string): Promise<void>;
  /** Answers with the details, or says that they could not be had. */
  ask(id: string): void;
}

const lists = ["fields", "scopes", "probes", "guide"];

/** Whether it can be details of this provider; what they mean is the module's to judge. */
const isShaped = (value: unknown, id: string): value is Record<string, unknown> => {
  const details = value as Record<string, unknown> | null;
  return typeof details === "object" && details?.["id"] === id && lists.every((name) => Array.isArray(details[name]));
};

export function createProviders(fetchJson: FetchJson, post: (message: Inbound) => void): Providers {
  let files = new Map<string, Asset>();
  const loaded = new Map<string, Promise<object>>();
  const failed = new Set<string>();

  const fetchDetails = async (id: string, file: Asset | undefined): Promise<object> => {
    if (!file) throw new Error(`the list names no file of ${id}`);
    // What came broken the first time may lie in a cache.
    const details = await fetchJson(file, failed.has(file.name) ? { cache: "reload" } : {});
    if (!isShaped(details, id)) throw new Error(`${file.name}: no details of ${id}`);
    return details;
  };
  const load = (id: string): Promise<object> => {
    const file = files.get(id);
    const name = file?.name ?? "";
    const known = loaded.get(name);
    if (known) return known;
    const details = fetchDetails(id, file).catch((error: unknown) => {
      loaded.delete(name);
      failed.add(name);
      throw error;
    });
    loaded.set(name, details);
    return details;
  };

  return {
    know(catalogue) {
      files = new Map(catalogue.map(({ id, file }) => [id, file]));
    },
    prepare: (id) =>
      load(id).then(
        () => undefined,
        () => undefined, // Told to whoever asks.
      ),
    ask(id) {
      const asked = files;
      // An answer in a language that is not spoken any more is nobody's.
      load(id)
        .then((details) => {
          if (asked === files) post({ type: "provider", id, details });
        })
        // Also where they cannot be handed on, as what is nested too deeply to be written.
        .catch((error: unknown) => {
          console.error(`ATS Link: ${String(error)}`);
          if (asked === files) post({ type: "provider_failed", id });
        });
    },
  };
}
