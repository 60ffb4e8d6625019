import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { hostSource, jsxSource } from "./host_source.ts";

export interface Sources {
  /** As in tsconfig.json. */
  options: Record<string, string | boolean>;
  files: Record<string, string>;
}

export const modes: Record<string, Sources> = {
  "node16, as a module": { options: { module: "node16" }, files: { "host.mts": hostSource } },
  "nodenext, as CommonJS": { options: { module: "nodenext" }, files: { "host.cts": hostSource } },
  "a bundler, with <ats-link> in JSX": {
    options: { module: "esnext", moduleResolution: "bundler" },
    files: { "bundled.ts": hostSource, "element.tsx": jsxSource },
  },
  // Still there for who has to, though the compiler advises against it.
  node10: {
    options: { module: "esnext", moduleResolution: "node10", ignoreDeprecations: "6.0" },
    files: { "old.ts": hostSource },
  },
};

/** The compiler's own libraries, read once for all modes: they are most of what a program reads. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** What a strict compiler says of these sources and of the package's declarations; those of others are not its subject. */
export function compile(app: string, { options, files }: Sources): string[] {
  const names = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(app, name), text);
    return join(app, name);
  });
  const settings: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: ["node"],
    typeRoots: [join(app, "node_modules/@types")],
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    target: ts.ScriptTarget.ES2023,
    jsx: ts.JsxEmit.ReactJSX,
    ...ts.convertCompilerOptionsFromJson(options, app).options,
  };
  const host = ts.createCompilerHost(settings);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    if (!/\/typescript\/lib\/lib\.[^/]*$/.test(name)) return read(name, ...rest);
    if (!libraries.has(name)) libraries.set(name, read(name, ...rest));
    return libraries.get(name);
  };
  const program = ts.createProgram(names, settings, host);
  const ours = program.getSourceFiles().filter(({ fileName }) => {
    return names.includes(fileName) || fileName.includes("/node_modules/ats-link/dist/");
  });
  if (ours.length < names.length + 6) return [`only ${String(ours.length)} files of ours were read`];
  const all = [
    ...program.getOptionsDiagnostics(),
    ...ours.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  return all.map(({ file, messageText }) => {
    return `${file?.fileName.slice(app.length) ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
