export { create, link } from "./create.ts";
export { preload } from "./preload.ts";
export { version } from "./version.ts";
export type * from "../types/index.ts";
