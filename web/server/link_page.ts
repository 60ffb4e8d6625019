// Entry of `ats-link/link-page`: where the static site lies, for a build step that copies or serves it.
import { join } from "node:path";

/** The folder of the link page. Its link.config.json is an empty template: fill in a copy. */
export const linkPage: string = join(import.meta.dirname, "link");

/** The folder of the scripts for host pages, which may lie beside it. */
export const opener: string = join(import.meta.dirname, "opener");
