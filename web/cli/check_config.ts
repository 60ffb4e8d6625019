import { readAddress, readConfig } from "./read_config.ts";

/** Says that the file is right, and what it says. A wrong one is refused with the page's own sentence. */
export function checkConfig(file: string, url?: string): void {
  const config = readConfig(file, readAddress(url));
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
  if (dangerouslyAllowPlaintext) console.error("dangerouslyAllowPlaintext lets scripts of the host page read keys.");
}
