import { sandboxKeys } from "../sandbox/keys.ts";
import type { OwnServers } from "./start_own.ts";

/** What an integrator needs to go on: addresses, files, the lines for their page, keys to type. */
export function describeOwn(
  { linkUrl, sandboxUrl, keyFile, configFile }: Omit<OwnServers, "close">,
  origins: readonly string[],
  hasSandbox: boolean,
): string {
  const keys = sandboxKeys.filter(({ provider }) => provider === "workable");
  const width = Math.max(...keys.map(({ key }) => key.length));
  const rows = keys.map(({ accounts: [account = ""], key, meaning }) => {
    return `  ${account.padEnd(7)} ${key.padEnd(width)}  ${meaning}`;
  });
  const sandbox = [
    `Sandbox       ${sandboxUrl}, in place of every ATS; all keys: ${sandboxUrl}/__sandbox/keys`,
    "",
    "Keys of Workable by subdomain, which open nothing but the sandbox:",
    "",
    ...rows,
  ];
  return [
    `Link page     ${linkUrl} (relay at /relay)`,
    `Opened by     ${origins.join(", ")}`,
    `Settings      ${configFile}, read again when it changes`,
    `Private key   ${keyFile}, for your backend; the folder keeps itself out of git`,
    ...(hasSandbox ? sandbox : [`Upstream      ${sandboxUrl}`]),
    "",
    "In your page, which posts the sealed token to your backend:",
    "",
    ...snippet(linkUrl),
    "",
  ].join("\n");
}

/** The lines for a plain page, ready to be pasted. */
export const snippet = (linkUrl: string): string[] => [
  '<button id="connect">Connect ATS</button>',
  `<script src="${linkUrl}ats-link.js"></script>`,
  "<script>",
  "  const link = AtsLink.create({",
  `    linkUrl: "${linkUrl}",`,
  '    onSuccess: (publicToken) => fetch("/connect-ats", { method: "POST", body: publicToken }),',
  "  });",
  '  document.getElementById("connect").onclick = () => link.open();',
  "</script>",
];
