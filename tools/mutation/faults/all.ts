import type { Fault } from "../fault.ts";
import { coreFaults } from "./core.ts";
import { flowFaults } from "./flow.ts";
import { linkFaults } from "./link.ts";
import { openerFaults } from "./opener.ts";
import { paintFaults } from "./paint.ts";
import { relayFaults } from "./relay.ts";
import { servingFaults } from "./serving.ts";
import { styleFaults } from "./styles.ts";
import { viewFaults } from "./view.ts";

/** Every fault of the list, from the core outwards. */
export const allFaults: readonly Fault[] = [
  ...coreFaults,
  ...flowFaults,
  ...viewFaults,
  ...paintFaults,
  ...linkFaults,
  ...openerFaults,
  ...styleFaults,
  ...relayFaults,
  ...servingFaults,
];
