import { hostedAddress, reach, readShown } from "./driver.ts";
import { states } from "./states.ts";

// `state.html?state=NAME`: one state, as large as the window. `<html data-reached>` tells that it is there.
const query = new URLSearchParams(location.search);
const state = states.find(({ name }) => name === query.get("state"));
if (!state) throw new Error(`no such state; there are ${states.map(({ name }) => name).join(", ")}`);
const shown = readShown(query);

if (state.hosted) location.replace(hostedAddress(state, shown.locale));
else {
  const frame = document.createElement("iframe");
  frame.title = state.name;
  document.body.append(frame);
  const port = await reach(frame, state, shown);
  // For the tests: the host asks for another language.
  const speak = (locale: string): void => port.postMessage({ type: "update", patch: { locale } });
  Object.assign(window, { speak });
  document.documentElement.dataset["reached"] = state.name;
}
