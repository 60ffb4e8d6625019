import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { compileScript, parse } from "vue/compiler-sfc";

const root = join(import.meta.dirname, "../../..");
const guide = readFileSync(join(root, "docs/recipes.md"), "utf8");

/** The blocks of docs/recipes.md that say they are run, by name. */
export const blocks: Record<string, string> = Object.fromEntries(
  [...guide.matchAll(/^```\w+ by=\S+ run=(\w+)\n([\s\S]*?)^```$/gm)].map(([, name = "", code = ""]) => [name, code]),
);

function compileVue(source: string): string {
  const { descriptor, errors } = parse(source);
  if (errors.length > 0) throw errors[0] as Error;
  // As the guide tells the reader.
  const compilerOptions = { isCustomElement: (tag: string) => tag === "ats-link" };
  return compileScript(descriptor, { id: "recipe", inlineTemplate: true, templateOptions: { compilerOptions } })
    .content;
}

type Loader = "js" | "jsx" | "ts";

interface Framework {
  component(source: string): string;
  loader: Loader;
  /** What mounts the component in the page. */
  main: string;
}

const frameworks: Record<string, Framework> = {
  react: {
    component: (source) => source,
    loader: "jsx",
    main: `import { createElement, StrictMode } from "react"; import { createRoot } from "react-dom/client";
      createRoot(document.getElementById("app")).render(createElement(StrictMode, null, createElement(Component)));`,
  },
  vue: {
    component: compileVue,
    loader: "js",
    main: `import { createApp } from "vue"; createApp(Component).mount("#app");`,
  },
  svelte: {
    component: (source) => compile(source, { generate: "client" }).js.code,
    loader: "js",
    main: `import { mount } from "svelte"; mount(Component, { target: document.getElementById("app") });`,
  },
  angular: {
    component: (source) => source,
    loader: "ts",
    main: `import "@angular/compiler"; import { bootstrapApplication } from "@angular/platform-browser";
      document.getElementById("app").append(document.createElement("app-connect")); bootstrapApplication(Component);`,
  },
};

/** Bundles what imports the package as it is installed in `app`, and frameworks of ours. */
async function bundle(app: string, main: string, component?: { text: string; loader: Loader }): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: main, resolveDir: app },
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    nodePaths: [join(app, "node_modules"), join(root, "node_modules")],
    define: { "process.env.NODE_ENV": '"development"' },
    logLevel: "error",
    plugins: [
      {
        name: "component",
        setup(own) {
          own.onResolve({ filter: /^component$/ }, () => ({ path: "component", namespace: "recipe" }));
          own.onLoad({ filter: /./, namespace: "recipe" }, () => ({
            contents: component?.text ?? "",
            loader: component?.loader ?? "js",
            resolveDir: app,
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

const frame = (name: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><body>${body}</body></html>`;

/** The files of one recipe's page, at the address that is its name. A strict host has no script in its markup. */
export async function filesOf(name: string, app: string, linkUrl: string): Promise<Record<string, string>> {
  const block = (blocks[name] ?? "").replaceAll("https://link.example.com/ats-link.js", `/${name}/ats-link.js`);
  const source = block.replaceAll("https://link.example.com/", linkUrl);
  const framework = frameworks[name];
  if (framework) {
    const text = framework.component(source);
    const main = `import Component from "component"; ${framework.main}`;
    const script = await bundle(app, main, { text, loader: framework.loader });
    return {
      [`/${name}.js`]: script,
      [`/${name}`]: frame(name, `<div id="app"></div><script type="module" src="/${name}.js"></script>`),
    };
  }
  const [, attributes = "", code = ""] = /<script([^>]*)>\n([\s\S]*?)<\/script>/.exec(source) ?? [];
  const script = attributes.includes("module") ? await bundle(app, code) : code;
  const body = source.replace(/<script[^>]*>\n[\s\S]*?<\/script>/, `<script${attributes} src="/${name}.js"></script>`);
  const opener = readFileSync(join(app, "node_modules/ats-link/dist/opener/ats-link.js"), "utf8");
  return { [`/${name}`]: frame(name, body), [`/${name}.js`]: script, [`/${name}/ats-link.js`]: opener };
}
