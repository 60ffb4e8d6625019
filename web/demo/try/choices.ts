import type { LinkConfig, Theme } from "../../types/index.ts";

/** What a visitor chose in the panel. Texts are as they were typed. */
export interface Choices {
  scheme: "system" | "light" | "dark";
  accent: string;
  radius: string;
  density: "comfortable" | "compact";
  /** Empty: the browser's. */
  locale: string;
  place: "dialog" | "inline";
  /** Empty: the wizard asks. */
  provider: string;
}

export const usual: Choices = {
  scheme: "system",
  accent: "",
  radius: "",
  density: "comfortable",
  locale: "",
  place: "dialog",
  provider: "",
};

export const languages = ["en", "de", "fr", "es", "ja", "ar"];

/** What is wrong with a text that was typed, in a sentence. */
export function wrongWith(name: keyof Choices, value: string): string | null {
  if (value === "") return null;
  if (name === "accent" && !/^#[0-9a-f]{6}$/i.test(value))
    return "Write a colour as # and six digits from 0 to f, such as #0f766e.";
  if (name === "radius" && !/^([0-9]|1[0-9]|2[0-4])$/.test(value)) return "Write a whole number from 0 to 24.";
  return null;
}

/** The members of a configuration that the choices stand for; nothing for what is left as it comes. */
export type Options = Pick<LinkConfig, "theme" | "locale" | "provider">;

export function optionsOf(choices: Choices): Options {
  const right = (name: keyof Choices): string => (wrongWith(name, choices[name]) === null ? choices[name] : "");
  const theme: Theme = {
    ...(choices.scheme !== usual.scheme && { scheme: choices.scheme }),
    ...(right("accent") && { accent: right("accent") }),
    ...(right("radius") && { radius: Number(right("radius")) }),
    ...(choices.density !== usual.density && { density: choices.density }),
  };
  return {
    ...(Object.keys(theme).length > 0 && { theme }),
    ...(choices.locale && { locale: choices.locale }),
    ...(choices.provider && { provider: choices.provider }),
  };
}

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
