import assert from "node:assert/strict";
import { test } from "node:test";
import { providerKeys, sandboxFetch, startSandbox } from "../../../web/testing/index.ts";

test("what ats-link/testing cannot take is refused by the function and the member, with what is allowed", async () => {
  const address = "sandboxFetch: sandboxUrl: expected the sandbox's address, such as http://127.0.0.1:8082";
  for (const url of [undefined, "", "localhost:8082", "/sandbox"])
    assert.throws(() => sandboxFetch(url as string), { name: "TypeError", message: address }, String(url));
  assert.equal(typeof sandboxFetch("http://127.0.0.1:8082/"), "function");
  assert.throws(() => providerKeys("workabel"), /providerKeys: there is no provider “workabel”/);
  const cases: [options: unknown, sentence: string][] = [
    [null, "options: expected an object"],
    [{ prot: 1 }, "prot: expected no such member; remove it"],
    // A path, to Node: it would listen there and say that the port is undefined.
    [{ port: "8082" }, "port: expected a whole number from 0 to 65535"],
    [{ port: 65_536 }, "port: expected a whole number from 0 to 65535"],
    [{ switches: { falt: "none" } }, "switches.falt: there is no such switch with this value"],
    [{ switches: { fault: "sometimes" } }, "switches.fault: there is no such switch with this value"],
  ];
  for (const [options, sentence] of cases)
    await assert.rejects(startSandbox(options as never), { name: "TypeError", message: `startSandbox: ${sentence}` });
  const { url, close } = await startSandbox({});
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  await close();
});
