import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { shippedSettings, writeNginx } from "../../../../web/relay/nginx/write_nginx.ts";
import { linkOrigin, version } from "../case.ts";
import { Child, type Engine, type EngineOptions } from "../engine.ts";
import { freePort } from "../../../support/free_port.ts";
import { startNames } from "../names.ts";
import { contractProviders } from "../providers.ts";

/** The generated configuration in Debian's nginx, with the test's own names, authority and upstream port. */
export async function startNginx(options: EngineOptions): Promise<Engine> {
  const { folder } = options;
  const names = await startNames();
  writeNginx(folder, contractProviders(), {
    ...shippedSettings(version),
    origins: [linkOrigin],
    resolver: `127.0.0.1:${String(names.port)} ipv6=off`,
    trustedCertificates: options.certificates.authority,
    accessLog: join(folder, "access.log"),
    errorLog: join(folder, "error.log"),
    timeouts: { connect: 6, read: 6 },
    upstreamPort: options.upstreamPort,
  });
  const { child, port } = await startOnFreePort(folder);
  return {
    name: "nginx",
    port,
    hides: showsEveryHeader() ? [] : ["second header"],
    statusOnly: true,
    adds: { host: "{host}", connection: "close" },
    edge: () => [],
    async stop() {
      await Promise.all([child.stop(), names.close()]);
      const logs = ["access.log", "error.log"].map((name) => join(folder, name)).filter((file) => existsSync(file));
      return child.output + logs.map((file) => readFileSync(file, "utf8")).join("");
    },
  };
}

/** Its variables join headers of one name from 1.23 on; before, they hold the first. */
function showsEveryHeader(): boolean {
  const env = { PATH: `${process.env["PATH"] ?? ""}:/usr/sbin` };
  const [, major = 0, minor = 0] =
    /nginx\/([0-9]+)\.([0-9]+)/.exec(spawnSync("nginx", ["-v"], { env }).stderr.toString()) ?? [];
  return Number(major) * 1000 + Number(minor) >= 1023;
}

// nginx cannot be told "any free port": one is chosen for it, and again if somebody else was quicker.
async function startOnFreePort(folder: string, tries = 5): Promise<{ child: Child; port: number }> {
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), config(folder, port));
  // Debian's place for it is not in everybody's PATH.
  const env = { PATH: `${process.env["PATH"] ?? ""}:/usr/sbin` };
  const child = new Child("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { cwd: folder, env });
  while (!child.exited) {
    if (await answers(port)) return { child, port };
    await wait(20);
  }
  if (tries > 1 && child.output.includes("Address already in use")) return startOnFreePort(folder, tries - 1);
  throw new Error(`nginx did not start: ${child.output}`);
}

const config = (folder: string, port: number) => `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr warn;
events {}
http {
  access_log off;
  server_tokens off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/ats-link-http.conf;
  server {
    listen 127.0.0.1:${port};
    server_name link.example.com;
    include ${folder}/ats-link-locations.conf;
  }
}
`;

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1", () => resolve(socket.destroy().destroyed));
    socket.once("error", () => resolve(false));
  });
}
