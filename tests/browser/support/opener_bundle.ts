import { openerFiles } from "../../../tools/build/opener.ts";

/** The built opener, in memory: each file of `dist/opener` by name. */
export const openerBundle = (): Promise<Record<string, string>> => openerFiles();
