import { watchWindow } from "../dom/focus.ts";
import { lookAround, takeFragment } from "./arrival.ts";
import { awaitHello, createIgnored } from "../host/port.ts";
import { start } from "./start.ts";

const root = document.getElementById("ats-link");
if (!root) throw new Error("index.html has no element ats-link");
// All before anything is awaited: the focus may go, the hello comes with the frame's load event, and the fragment must
// not stay.
watchWindow();
const around = lookAround(window);
const fragment = takeFragment(window);
const ignored = createIgnored();
const hello = awaitHello(window, ignored);
Object.defineProperty(window, "atsLinkIgnored", { get: () => ignored.count });
void start(root, around, fragment, hello, ignored);
