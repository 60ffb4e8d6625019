import assert from "node:assert/strict";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { keys } from "../../../web/sandbox/keys.ts";
import { until } from "../support/until.ts";
import { blockOf, Newcomer } from "./newcomer.ts";

let newcomer: Newcomer;
before(async () => {
  newcomer = await Newcomer.begin();
});
after(() => newcomer.end());

const relay = { verify: "relay", relay: "/relay" };

/** The settings that docs/backend-protocol.md names, without their key. */
function posted(): Record<string, unknown> {
  const text = newcomer.place.textOf(blockOf("docs/backend-protocol.md", "post.config.json"));
  return JSON.parse(text) as Record<string, unknown>;
}

async function serveProtocol() {
  for (const file of ["protocol.ts", "protocol-server.ts"]) newcomer.take("docs/backend-protocol.md", file);
  return newcomer.serve("node protocol-server.ts");
}

test("the quickstart's page and backend store a credential, checked by the relay", async () => {
  newcomer.take("docs/quickstart.md", "server.ts");
  const server = await newcomer.serve(blockOf("docs/quickstart.md", "node server.ts").code.trim());
  await newcomer.connects(server);
});

test("they do where nobody checks before the backend does", async () => {
  newcomer.configure({ verify: "none" });
  newcomer.take("docs/quickstart.md", "server.ts");
  await newcomer.connects(await newcomer.serve("node server.ts"));
});

test("the protocol's backend checks the key and gets it by POST, and the same page works with it", async () => {
  const server = await serveProtocol();
  newcomer.configure(posted());
  await newcomer.connects(server);
});

test("a hosted link asks who sent it, and hands the key over without a host page", async () => {
  const server = await serveProtocol();
  newcomer.configure({ ...posted(), ...relay });
  const { page, complaints } = await newcomer.page();
  await page.goto(await (await fetch(`${newcomer.appUrl}hosted-link`)).text());
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await page.getByText("This link was made for Example.").waitFor();
  await press("Continue");
  await page.getByRole("searchbox", { name: "Search integrations" }).fill("Workable");
  await press("Workable");
  await press("Use my API key or access token (recommended)");
  await press("I am an admin");
  await press("Next");
  await page.getByRole("textbox", { name: "Subdomain", exact: true }).fill("acme");
  await press("Next");
  await page.getByLabel("API key", { exact: true }).fill(keys.allScopes.key);
  await press("Next");
  await page.getByRole("heading", { name: "Workable is connected" }).waitFor();
  await until("the backend has it", () => server.output.includes("a credential was handed over"));
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("the relay runs in Node as the guide has it, on an origin of its own", async () => {
  newcomer.take("docs/quickstart.md", "server.ts");
  const server = await newcomer.serve("node server.ts");
  const { place, folder, linkUrl } = newcomer;
  for (const name of ["node.mjs", "providers.mjs"])
    copyFileSync(join(folder, "node_modules/ats-link/dist/relay", name), join(folder, name));
  // What a reader changes: the link origin, whose request it is without a proxy in front, and who stands for the ATS.
  const sandbox = `http://127.0.0.1:${String(place.ports.link + 1)}`;
  const program = place
    .textOf(blockOf("docs/deploy.md", "relay.mjs"))
    .replace("https://link.example.com", new URL(linkUrl).origin)
    .replace('message.headers["x-real-ip"]', "message.socket.remoteAddress")
    .replace("createRelay({", `createRelay({ fetch: sandboxFetch("${sandbox}"),`);
  const start = `import { sandboxFetch } from "ats-link/testing";\n${program}console.log("http://127.0.0.1");\n`;
  writeFileSync(join(folder, "relay.mjs"), start);
  await newcomer.also("node relay.mjs");
  const relay = `http://127.0.0.1:${String(place.ports.relay)}/relay`;
  await until("the relay listens", () => fetch(relay).then(Boolean, () => false));
  newcomer.configure({ verify: "relay", relay });
  // The page asks first, without a key, whether a redirect stands in the relay's place (docs/adr/0013): there is nothing.
  const asked = "Failed to load resource: the server responded with a status of 404 (Not Found)";
  await newcomer.connects(server, [asked]);
});
