import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { request, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { contentType, readStatic, sendBody } from "../../../web/dev/static_files.ts";
import { readNetlify } from "../../web/headers/parse.ts";

export interface Pair {
  cert: Buffer;
  key: Buffer;
}

export interface TlsServer {
  port: number;
  close(): Promise<void>;
}

/** A certificate of its own for both sites of the guide. */
export function makeSiteCertificate(folder: string): Pair & { certFile: string; keyFile: string } {
  const [certFile, keyFile] = [join(folder, "site.pem"), join(folder, "site.key")];
  const names = "subjectAltName=DNS:link.example.com,DNS:app.example.com";
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", keyFile];
  const rest = ["-out", certFile, "-subj", "/CN=link.example.com", "-addext", names, "-days", "2"];
  execFileSync("openssl", ["req", "-x509", ...key, ...rest], { stdio: "pipe" });
  return { cert: readFileSync(certFile), key: readFileSync(keyFile), certFile, keyFile };
}

export async function serveTls(
  pair: Pair,
  answer: (message: IncomingMessage, response: ServerResponse) => void,
): Promise<TlsServer> {
  const server = createServer({ cert: pair.cert, key: pair.key }, answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Passes a request on to a plain server on loopback, with its Host and what is added. */
export function passOn(
  message: IncomingMessage,
  response: ServerResponse,
  port: number,
  added: Record<string, string> = {},
): void {
  const { method, url: path, headers } = message;
  const onward = request({ port, host: "127.0.0.1", method, path, headers: { ...headers, ...added } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.destroy());
  message.pipe(onward);
}

/** What Cloudflare's file server does with a folder and its `_headers`. */
export function assetServer(folder: string): (message: IncomingMessage, response: ServerResponse) => void {
  const headersOf = readNetlify(readFileSync(join(folder, "_headers"), "utf8"));
  return (message, response) => {
    const path = (message.url ?? "/").split("?")[0] ?? "/";
    void readStatic(folder, path).then((file) => {
      const headers = headersOf(path);
      if (file === null || path === "/_headers") sendBody(response, 404, headers, "");
      else sendBody(response, 200, { ...headers, "Content-Type": contentType(file.path) }, file.body);
    });
  };
}

/** The integrator's application: a page that loads the opener by its published hash. */
export function hostPage(integrity: string): (message: IncomingMessage, response: ServerResponse) => void {
  const page = `<!doctype html><html lang="en"><title>App</title>
<script src="https://link.example.com/ats-link.js" integrity="${integrity}" crossorigin="anonymous"></script>
<button id="connect">Connect ATS</button><output id="result"></output>
<script>
const link = AtsLink.create({
  linkUrl: "https://link.example.com/",
  provider: "workable",
  onSuccess: (publicToken, metadata) => (result.textContent = JSON.stringify({ publicToken, metadata })),
});
connect.onclick = () => link.open();
</script>`;
  return (_message, response) => sendBody(response, 200, { "Content-Type": "text/html; charset=utf-8" }, page);
}
