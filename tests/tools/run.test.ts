import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { freePort } from "../support/free_port.ts";

/** The command that README.md begins with. */
const script = join(import.meta.dirname, "../../run");

function run(...options: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(script, options, { encoding: "utf8" });
  return { status, stdout, stderr };
}

const refused: [options: string[], sentence: string][] = [
  [["--bogus"], 'Unknown option "--bogus"; ./run --help shows the options.\n'],
  [["8080"], 'Unknown option "8080"; ./run --help shows the options.\n'],
  [["--port"], "--port needs a value; ./run --help shows the options.\n"],
  [["--port", "0"], '--port needs a number from 1 to 65534, not "0".\n'],
  [["--port", "65535"], '--port needs a number from 1 to 65534, not "65535".\n'],
  [["--port=http"], '--port needs a number from 1 to 65534, not "http".\n'],
  [["--upstream", "ftp://a.example"], '--upstream needs an http or https address, not "ftp://a.example".\n'],
  [["--allow-origin"], "--allow-origin needs a value; ./run --help shows the options.\n"],
  [
    ["--allow-origin", "http://localhost:3000/app"],
    '--allow-origin needs an origin such as http://localhost:3000, not "http://localhost:3000/app".\n',
  ],
];

for (const [options, sentence] of refused) {
  test(`./run ${options.join(" ")} is refused with one sentence and status 2`, () => {
    assert.deepEqual(run(...options), { status: 2, stdout: "", stderr: sentence });
  });
}

test("./run --help prints every option and succeeds", () => {
  const { status, stdout } = run("--help");
  assert.equal(status, 0);
  for (const option of ["--port N", "--upstream URL", "--allow-origin ORIGIN", "--build", "--help"])
    assert.ok(stdout.includes(option), option);
});

test("./run names a taken port, its own or the link page's, before it builds", async () => {
  const port = (await freePort(3)) + 2;
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  try {
    const stderr = `Port ${port} is already in use; choose others with --port N.\n`;
    assert.deepEqual(run("--port", String(port)), { status: 1, stdout: "", stderr });
    assert.deepEqual(run("--port", String(port - 1)), { status: 1, stdout: "", stderr });
    // The sandbox's, which an application of one's own may ask.
    const own = ["--allow-origin", "http://localhost:3000", "--port", String(port - 2)];
    assert.deepEqual(run(...own), { status: 1, stdout: "", stderr });
  } finally {
    server.close();
  }
});
