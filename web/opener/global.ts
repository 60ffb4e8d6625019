// Entry of the classic script: everything the module exports, as one global.
import type { AtsLink } from "../types/index.ts";
import { create, link, preload, version } from "./index.ts";

(globalThis as { AtsLink?: AtsLink }).AtsLink = { create, link, preload, version };
