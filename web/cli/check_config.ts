import { readAddress, readConfig } from "./read_config.ts";

/** Says that the file is right, and what it says. A wrong one is refused with the page's own sentence. */
export function checkConfig(file: string, url?: string): void {
  const { allowedOrigins, verify, relay, handover, dangerouslyAllowPlaintext } = readConfig(file, readAddress(url));
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
  if (dangerouslyAllowPlaintext) console.error("dangerouslyAllowPlaintext lets scripts of the host page read keys.");
}
