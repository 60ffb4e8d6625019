import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");
const page = readFileSync(join(root, "docs/backend.md"), "utf8");

/** The code blocks of docs/backend.md in one language, in their order. */
export const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\b.*\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, code = ""]) => code);

const [python = "", authlib = ""] = blocks("python");

/** Every program reads {keys, now, tokens} and writes what each token holds, or null where it was refused. */
interface Program {
  files: Record<string, string>;
  /** Each is run in the folder of the files; the last one is given the question. */
  commands: string[][];
  env?: Record<string, string>;
}

const pythonMain = `
import sys
asked = json.load(sys.stdin)
answers = []
for token in asked["tokens"]:
    try:
        answers.append(open_token(token, asked["keys"], asked["now"]))
    except Exception:
        answers.append(None)
json.dump(answers, sys.stdout)
`;

/** The page's words: "the two lines with box become". */
const withAuthlib = (code: string): string =>
  `${authlib}\n${code
    .replace(/^ *box = jwe\.JWE.*\n/m, "")
    .replace(/^( *)box\.deserialize.*\n/m, "$1box = decrypt(token, key)\n")
    .replace("box.payload", "box")}`;

export const programs: Record<string, Program> = {
  "Node, jose": {
    files: {
      "open.mjs": blocks("js")[0] ?? "",
      "main.mjs": `import { readFileSync } from "node:fs";
import { openToken } from "./open.mjs";
const { keys, now, tokens } = JSON.parse(readFileSync(0, "utf8"));
const answers = [];
for (const token of tokens) answers.push(await openToken(token, keys, now).catch(() => null));
process.stdout.write(JSON.stringify(answers));`,
    },
    commands: [[process.execPath, "main.mjs"]],
  },
  "Python, jwcrypto": { files: { "main.py": python + pythonMain }, commands: [["/usr/bin/python3", "main.py"]] },
  "Python, Authlib": {
    files: { "main.py": withAuthlib(python) + pythonMain },
    commands: [["/usr/bin/python3", "-W", "ignore", "main.py"]],
  },
  "Go, go-jose": {
    files: {
      "open.go": blocks("go")[0] ?? "",
      "main.go": `package main

import (
	"encoding/json"
	"os"
	"time"

	"gopkg.in/square/go-jose.v2"
)

func main() {
	var asked struct {
		Keys   []jose.JSONWebKey
		Now    int64
		Tokens []string
	}
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		panic(err)
	}
	answers := make([]*Payload, len(asked.Tokens))
	for i, token := range asked.Tokens {
		answers[i], _ = OpenToken(token, jose.JSONWebKeySet{Keys: asked.Keys}, time.Unix(asked.Now, 0))
	}
	json.NewEncoder(os.Stdout).Encode(answers)
}
`,
    },
    commands: [["go", "build", "-o", "opener", "main.go", "open.go"], ["./opener"]],
    env: { GO111MODULE: "off", GOPATH: "/usr/share/gocode", GOFLAGS: "", GOTOOLCHAIN: "local" },
  },
  "Ruby, openssl": {
    files: {
      "main.rb": `${blocks("ruby")[0] ?? ""}
asked = JSON.parse($stdin.read)
answers = asked["tokens"].map do |token|
  open_token(token, asked["keys"], asked["now"])
rescue StandardError
  nil
end
puts JSON.generate(answers)
`,
    },
    commands: [["ruby", "main.rb"]],
  },
};

/** Runs the document's code on some tokens. */
export function openAll(
  program: Program,
  folder: string,
  question: { keys: unknown; now: number; tokens: string[] },
): (Record<string, unknown> | null)[] {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [name, content] of Object.entries(program.files)) writeFileSync(join(folder, name), content);
  let out = "";
  for (const [command = "", ...args] of program.commands) {
    const env = { ...process.env, ...program.env, GOCACHE: join(folder, "cache"), GONOSUMDB: "*", LC_ALL: "C.UTF-8" };
    const run = spawnSync(command, args, { cwd: folder, input: JSON.stringify(question), encoding: "utf8", env });
    if (run.status !== 0) throw new Error(`${command}: ${run.error?.message ?? run.stderr}`);
    out = run.stdout;
  }
  return JSON.parse(out) as (Record<string, unknown> | null)[];
}
