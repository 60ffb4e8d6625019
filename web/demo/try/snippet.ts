import { type Choices, optionsOf } from "./choices.ts";

/** A value as a person writes it in code: names without quotation marks. */
function written(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${name}: ${written(member)}`);
  return `{ ${members.join(", ")} }`;
}

/** The lines of a page that does what this one does, with the options that are chosen. */
export function snippet(choices: Choices): string {
  const options = Object.entries(optionsOf(choices)).map(([name, value]) => `  ${name}: ${written(value)},`);
  return [
    'import { create } from "/opener/ats-link.mjs";',
    "const link = create({",
    "  ...(await newSession()), // your backend’s: linkUrl, state, inviteUrl",
    ...options,
    ...(choices.place === "inline" ? ['  container: document.getElementById("wizard"),'] : []),
    "  onSuccess: (token) => saveConnection(token), // your backend opens it",
    "});",
    'document.getElementById("connect").onclick = () => link.open();',
  ].join("\n");
}
