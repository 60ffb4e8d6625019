import { join } from "node:path";

// Filled in by tools/build/cli.ts: where the built command lies, dist is the folder above.
declare const ATS_LINK_DIST: string | undefined;

/** The built folder that this command is part of. */
export const ownDist = join(import.meta.dirname, typeof ATS_LINK_DIST === "undefined" ? "../../dist" : ATS_LINK_DIST);
