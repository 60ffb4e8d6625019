import type { ServerResponse } from "node:http";
import type { UpstreamAnswer } from "./case.ts";

/** On every answer of the stand-in; none of them may leave the relay. */
export const upstreamOnly = {
  "Set-Cookie": "upstream=1",
  "X-Upstream": "canary",
  "Access-Control-Allow-Origin": "*",
  Refresh: "0",
};

const fill = (text: string, key: string): string =>
  text
    .replaceAll("{key}", key)
    .replaceAll("{most}", key.slice(0, -1))
    .replaceAll("{basic}", Buffer.from(`Bearer ${key}`).toString("base64"))
    .replaceAll("{split}", key.replace(/.{6}/g, "$&<wbr>"));

/** Answers as the case says, faults included. */
export function giveAnswer(response: ServerResponse, answer: UpstreamAnswer, key: string): void {
  const { status = 200, headers = {}, body = "", fault } = answer;
  const socket = response.socket;
  const content = typeof body === "string" ? fill(body, key) : body;
  const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value, key)]));
  // Closed each time: the next case may show another certificate.
  const all = { Date: new Date().toUTCString(), Connection: "close", ...upstreamOnly, ...filled };
  response.on("error", () => undefined);
  if (fault === "silent") return;
  if (answer.raw !== undefined) return void socket?.end(answer.raw);
  if (answer.before !== undefined) socket?.write(answer.before);
  if (fault === "reset") return void socket?.destroy();
  if (fault === "not_http") return void socket?.end("220 mail.example ESMTP\r\n");
  if (fault === "drip_headers") return dripHeaders(response);

  const length = Buffer.byteLength(content) + (fault === "cut" ? 100 : 0);
  const isEndless = fault === "endless" || fault === "drip" || fault === "stall" || fault === "cut_chunked";
  const hasLength = !isEndless && status !== 204;
  response.writeHead(status, hasLength ? { ...all, "Content-Length": String(length) } : all);
  if (fault === undefined) return void response.end(content);
  response.flushHeaders();
  if (fault === "cut" || fault === "cut_chunked") response.write(content, () => socket?.destroySoon());
  else if (fault === "endless") pour(response);
  else if (fault === "drip") every(response, () => response.write(" "));
}

function pour(response: ServerResponse): void {
  const more = () => {
    if (!response.destroyed) response.write("[".repeat(16_384), more);
  };
  more();
}

function dripHeaders(response: ServerResponse): void {
  const socket = response.socket;
  socket?.write("HTTP/1.1 200 OK\r\n");
  let count = 0;
  every(response, () => socket?.write(`X-Drip-${String(count++)}: 1\r\n`));
}

function every(response: ServerResponse, step: () => unknown): void {
  const timer = setInterval(step, 100);
  response.on("close", () => clearInterval(timer));
}
