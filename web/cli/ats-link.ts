#!/usr/bin/env node
import { addProviders, removeProvider } from "./add/add_provider.ts";
import { packageVersion } from "../relay/load_providers.ts";
import { type Command, CommandError, helpOf, helpOfAll, readCommandLine } from "./command_line.ts";
import { checkConfig } from "./check_config.ts";
import { checkProviders } from "./check_provider.ts";
import { dev } from "./dev.ts";
import { headers } from "./headers.ts";
import { keygen, printPublic } from "./keys.ts";
import { open } from "./open.ts";

const url = { value: "URL", is: "the folder where the page will be, such as https://link.example.com/" };

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
    run: (_, options) => dev(options),
  },
  keygen: {
    does: "makes a key pair: writes the private key for your backend, prints the public one",
    options: { out: { value: "FILE", is: "where to; ats-link-private-key.json if absent" } },
    run: (_, { out = ["ats-link-private-key.json"] }) => keygen(out[0] ?? ""),
  },
  public: {
    does: "prints the public half of a private key file, for handover.keys of link.config.json",
    word: "FILE",
    run: (file) => printPublic(file),
  },
  headers: {
    does: "writes the response headers for every kind of host: _headers, vercel.json, nginx-headers.conf",
    word: "FILE",
    options: { out: { value: "DIR", is: "where to; beside FILE if absent" }, url },
    run: (file, { out, url }) => headers(file, out?.[0], url?.[0]),
  },
  "check-config": {
    does: "says whether a link.config.json is right, or which member is not",
    word: "FILE",
    options: { url },
    run: (file, { url }) => checkConfig(file, url?.[0]),
  },
  "check-provider": {
    does: "says whether provider files, and their words in other languages, are right, or all that is not",
    word: "FILE",
    many: true,
    run: (_, __, files) => checkProviders(files),
  },
  "add-provider": {
    does: "adds an ATS to what was built: page, relay, sandbox; a file of the same id takes the place of the old one",
    word: "FILE",
    many: true,
    options: {
      dist: { value: "FOLDER", is: "the built folder, with link and relay in it; this command's own if absent" },
      remove: { value: "ID", is: "takes it out again, in place of a file", instead: true },
    },
    run: (_, { dist, remove }, files) =>
      remove?.[0] === undefined ? addProviders(files, dist?.[0]) : removeProvider(remove[0], dist?.[0]),
  },
  open: {
    does: "shows what a token holds, its key masked",
    word: "TOKEN",
    options: {
      key: { value: "FILE", is: "the private key, or a JWK set of several", needed: true },
      "show-secret": { is: "the key whole" },
    },
    run: (token, { key = [], "show-secret": show }) => open(token, key[0] ?? "", show !== undefined),
  },
};

async function main(args: string[]): Promise<void> {
  const [name = ""] = args;
  if (name === "--version" || name === "--help") {
    console.log(name === "--help" ? helpOfAll(commands) : packageVersion());
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
