import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { Newcomer, blockOf } from "./newcomer.ts";

const document = "docs/frameworks.md";
let newcomer: Newcomer;
let folder: string;
before(async () => {
  newcomer = await Newcomer.begin();
  folder = newcomer.place.folderOf(document);
  newcomer.take("docs/quickstart.md", "server.ts");
  newcomer.place.write(blockOf(document, "connect.tsx"));
});
after(() => newcomer.end());

/** What a bundler makes of a program beside the page's files. React is the development build. */
async function bundled(program: string, platform: "browser" | "node"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, loader: "tsx" },
    bundle: true,
    write: false,
    format: "esm",
    platform,
    jsx: "automatic",
    jsxDev: true,
    define: { "process.env.NODE_ENV": '"development"' },
    banner:
      platform === "node"
        ? { js: 'import { createRequire } from "node:module"; const require = createRequire("/");' }
        : {},
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** A page of the application for the session of whoever opens it, with a program of its own. */
const htmlWith = (root: string, program: string): string => `<!doctype html>
<html lang="en"><title>My application</title><div id="root">${root}</div><script type="module">
{
  const { state } = await (await fetch("/link-session", { method: "POST" })).json();
  Object.assign(document.body.dataset, { linkUrl: ${JSON.stringify(newcomer.linkUrl)}, state });
}
${program}</script></html>`;

const serve = (html: string) => {
  writeFileSync(join(newcomer.folder, "index.html"), html);
  return newcomer.serve("node server.ts");
};

/** What is rendered on a server: a program that writes markup. */
async function rendered(element: string): Promise<string> {
  const program = `import { renderToString } from "react-dom/server"; import { ConnectAts } from "./connect.tsx"; export const html = renderToString(${element});`;
  const file = join(folder, `server-${String(Date.now())}.mjs`);
  writeFileSync(file, await bundled(program, "node"));
  return ((await import(pathToFileURL(file).href)) as { html: string }).html;
}

test("the component is rendered on a server, and what was rendered is taken over and connects", async () => {
  const root = await rendered('<ConnectAts linkUrl="" state="" />');
  assert.match(root, /<button disabled="">Connect ATS<\/button>/);
  const hydrate = `import { hydrateRoot } from "react-dom/client"; import { ConnectAts } from "./connect.tsx";
    const { linkUrl = "", state = "" } = document.body.dataset;
    hydrateRoot(document.getElementById("root")!, <ConnectAts linkUrl={linkUrl} state={state} />);`;
  await newcomer.connects(await serve(htmlWith(root, await bundled(hydrate, "browser"))));
});

test("<ats-link> connects with what its attributes say", async () => {
  const page = newcomer.place.textOf(blockOf(document, "element.html"));
  // What a backend's template fills in, here by a script before the first press.
  const fill = `<script type="module">
    const { state } = await (await fetch("/link-session", { method: "POST" })).json();
    document.querySelector("ats-link").setAttribute("state", state);
    document.querySelector("button").disabled = false;
  </script></html>`;
  await newcomer.connects(await serve(page.replace("<button>", "<button disabled>").replace("</html>", fill)));
});
