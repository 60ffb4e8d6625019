import type { LinkPageConfig } from "../headers/link_config.ts";
import { loadProviders } from "../relay/load_providers.ts";
import { CommandError } from "./command_line.ts";
import { readAddress, readConfig } from "./read_config.ts";

/** Says that the file is right, and what it says. A wrong one is refused with the page's own sentence. */
export function checkConfig(file: string, url?: string): void {
  const config = readConfig(file, readAddress(url));
  const unknown = unknownIds(file, config);
  const { allowedOrigins, verify, relay, handover, dangerouslyAllowPlaintext } = config;
  const checks = { relay: `by the relay at ${relay}`, backend: `by ${handover.url ?? ""}`, none: "by nobody" };
  const [first, ...later] = handover.keys.map(({ kid }) => kid);
  const sealed = first === undefined ? "nothing, tokens are plaintext" : [first, ...later].join(", then ");
  console.log(`${file} is right.`);
  console.log(`  may open the page   ${allowedOrigins.join(", ")}`);
  console.log(`  a key is checked    ${checks[verify]}`);
  console.log(
    `  it is handed over   ${handover.mode === "post" ? `to ${handover.url ?? ""}` : "to the host page, sealed"}`,
  );
  console.log(`  sealed to           ${sealed}`);
  const [down, logos] = [config.notices, config.logos].map((of = {}) => Object.keys(of).join(", "));
  if (down) console.log(`  said to be down     ${down}`);
  if (logos) console.log(`  shown with a logo   ${logos}`);
  if (config.brand?.logoUrl) console.log(`  the header's logo   ${config.brand.logoUrl}`);
  unknown.forEach((sentence) => console.error(sentence));
  if (dangerouslyAllowPlaintext) console.error("dangerouslyAllowPlaintext lets scripts of the host page read keys.");
}

/** The page passes over an id that it does not have, and where somebody misspelt one nobody would see it. */
function unknownIds(file: string, { providers = [], notices = {}, logos = {} }: LinkPageConfig): string[] {
  const ids = loadProviders().map(({ id }) => id);
  const has = `this build has ${ids.join(", ")}.`;
  if (providers.length > 0 && !providers.some((id) => ids.includes(id)))
    throw new CommandError(`${file}: providers: none of these is an ATS of this build; ${has}`);
  const named = { providers, notices: Object.keys(notices), logos: Object.keys(logos) };
  return Object.entries(named).flatMap(([member, given]) =>
    given
      .filter((id) => !ids.includes(id))
      .map((id) => `${member}: there is no ATS "${id}", so it counts for nothing; ${has}`),
  );
}
