// Prints what eslint found (stderr) and "FILES FILES_WITH_FINDINGS" (stdout) from its JSON report.
import { readFileSync } from "node:fs";

interface FileReport {
  filePath: string;
  messages: { line?: number; column?: number; ruleId: string | null; message: string }[];
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("usage: print_eslint.ts REPORT");
const reports = JSON.parse(readFileSync(path, "utf8")) as FileReport[];
for (const { filePath, messages } of reports) {
  for (const { line = 1, column = 1, ruleId, message } of messages) {
    console.error(`${filePath}:${line}:${column}: ${message} (${ruleId ?? "syntax"})`);
  }
}
console.log(reports.length, reports.filter((report) => report.messages.length > 0).length);
