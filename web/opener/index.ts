export { create } from "./create.ts";
export { link } from "./link.ts";
export { preload } from "./preload.ts";
export { version } from "./version.ts";
export type * from "../types/index.ts";
