// Run by hand after a change of the gallery's states or cases: writes them down for the C++ suite.
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { nativeStates, nativeStatesFile } from "./native_states.ts";

const text = await format(JSON.stringify(nativeStates()), { parser: "json", printWidth: 120 });
writeFileSync(nativeStatesFile, text);
