// Stands for curl, which a machine need not have: `PORT -s|-sI|-si URL` asks loopback in place of the URL's host.
import { request } from "node:https";

const [port, options = "", address = ""] = process.argv.slice(2);
const url = new URL(address);
const method = options.includes("I") ? "HEAD" : "GET";
request(
  {
    host: "127.0.0.1",
    port,
    path: url.pathname + url.search,
    method,
    servername: url.hostname,
    headers: { Host: url.host },
    rejectUnauthorized: false,
  },
  (response) => {
    const { httpVersion, statusCode = 0, rawHeaders } = response;
    if (/[Ii]/.test(options)) {
      console.log(`HTTP/${httpVersion} ${String(statusCode)}`);
      for (let at = 0; at < rawHeaders.length; at += 2)
        console.log(`${rawHeaders[at] ?? ""}: ${rawHeaders[at + 1] ?? ""}`);
      console.log();
    }
    response.pipe(process.stdout);
  },
).end();
