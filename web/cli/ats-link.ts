#!/usr/bin/env node
import { type Command, CommandError, helpOf, helpOfAll, readCommandLine } from "./command_line.ts";

const url = { value: "URL", is: "the folder where the page will be, such as https://link.example.com/" };

// Each loads what it needs: a command line that is refused needs nothing of it.
const commands: Record<string, Command> = {
  dev: {
    does: "serves link page, relay and sandbox for your own application",
    options: {
      "allow-origin": {
        value: "ORIGIN",
        is: "of your application; may be there several times",
        needed: true,
        many: true,
      },
      port: { value: "N", is: "of the link page, and the sandbox's is the next; 8081 if absent" },
      folder: { value: "DIR", is: "where keys and settings stay between starts; .ats-link if absent" },
      upstream: { value: "URL", is: "in place of the sandbox: what is for https://HOST/PATH goes to URL/HOST/PATH" },
    },
    run: async (_, options) => (await import("./dev.ts")).dev(options),
  },
  keygen: {
    does: "makes a key pair: writes the private key for your backend, prints the public one",
    options: { out: { value: "FILE", is: "where to; ats-link-private-key.json if absent" } },
    run: async (_, { out = ["ats-link-private-key.json"] }) => (await import("./keys.ts")).keygen(out[0] ?? ""),
  },
  public: {
    does: "prints the public half of a private key file, for handover.keys of link.config.json",
    word: "FILE",
    run: async (file) => (await import("./keys.ts")).printPublic(file),
  },
  headers: {
    does: "writes the response headers for every kind of host: _headers, vercel.json, nginx-headers.conf",
    word: "FILE",
    options: { out: { value: "DIR", is: "where to; beside FILE if absent" }, url },
    run: async (file, { out, url }) => (await import("./headers.ts")).headers(file, out?.[0], url?.[0]),
  },
  "check-config": {
    does: "says whether a link.config.json is right, or which member is not",
    word: "FILE",
    options: { url },
    run: async (file, { url }) => (await import("./check_config.ts")).checkConfig(file, url?.[0]),
  },
  "check-provider": {
    does: "says whether provider files, and their words in other languages, are right, or all that is not",
    word: "FILE",
    many: true,
    run: async (_, __, files) => (await import("./check_provider.ts")).checkProviders(files),
  },
  "add-provider": {
    does: "adds an ATS to what was built: page, relay, sandbox; a file of the same id takes the place of the old one",
    word: "FILE",
    many: true,
    options: {
      dist: { value: "FOLDER", is: "the built folder, with link and relay in it; this command's own if absent" },
      remove: { value: "ID", is: "takes it out again, in place of a file", instead: true },
    },
    async run(_, { dist, remove }, files) {
      const { addProviders, removeProvider } = await import("./add/add_provider.ts");
      if (remove?.[0] === undefined) addProviders(files, dist?.[0]);
      else removeProvider(remove[0], dist?.[0]);
    },
  },
  open: {
    does: "shows what a token holds, its key masked",
    word: "TOKEN",
    options: {
      key: { value: "FILE", is: "the private key, or a JWK set of several", needed: true },
      "show-secret": { is: "the key whole" },
    },
    run: async (token, { key = [], "show-secret": show }) =>
      (await import("./open.ts")).open(token, key[0] ?? "", show !== undefined),
  },
};

async function main(args: string[]): Promise<void> {
  const [name = ""] = args;
  if (name === "--version" || name === "--help") {
    if (name === "--help") console.log(helpOfAll(commands));
    else console.log((await import("../relay/load_providers.ts")).packageVersion());
    return;
  }
  const { command, words, options } = readCommandLine(commands, args);
  if (options["help"]) console.log(helpOf(name, command));
  else await command.run(words[0] ?? "", options, words);
}

try {
  if (Number.parseInt(process.versions.node) < 20)
    throw new CommandError(`ats-link needs Node.js 20 or newer, and this is ${process.version}.`);
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
