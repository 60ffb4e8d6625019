import { visitStates } from "./visit_states.ts";

// groups.ts says what is checked here, and why in parts.
visitStates("desk", 3);
