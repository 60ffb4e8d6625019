import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { keys } from "../../../web/sandbox/keys.ts";
import { Child } from "../../relay/contract/engine.ts";
import { freePort } from "../../support/free_port.ts";
import { startNames } from "../../relay/contract/names.ts";
import { until } from "../support/until.ts";
import { Guide } from "./guide.ts";
import { Stage } from "./stage.ts";
import { walkDeployed } from "./walk_deployed.ts";

let stage: Stage;
before(async () => {
  stage = new Stage();
  await stage.startAts();
});
after(() => stage.close());

/** As Debian's own, in a folder of the test and in the foreground. */
const mainConfig = (nginx: string) => `daemon off;
master_process off;
pid ${nginx}/nginx.pid;
error_log stderr warn;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log ${nginx}/access.log;
  client_body_temp_path ${nginx}/body;
  proxy_temp_path ${nginx}/proxy;
  fastcgi_temp_path ${nginx}/fastcgi;
  uwsgi_temp_path ${nginx}/uwsgi;
  scgi_temp_path ${nginx}/scgi;
  include ${nginx}/conf.d/*.conf;
}
`;

/** The port, the authority, the logs and the ATS's port are the test's; everything else stands as the guide wrote it. */
function adapt(nginx: string, port: number): void {
  const change = (name: string, changes: [from: string, to: string][]): void => {
    let text = readFileSync(join(nginx, name), "utf8");
    for (const [from, to] of changes) {
      assert.ok(text.includes(from), `${name} has ${from}`);
      text = text.replaceAll(from, to);
    }
    writeFileSync(join(nginx, name), text);
  };
  change("conf.d/ats-link.conf", [["listen 443 ", `listen 127.0.0.1:${String(port)} `]]);
  change("ats-link/ats-link-locations.conf", [
    ["/etc/ssl/certs/ca-certificates.crt", stage.certificates.authority],
    ["/var/log/nginx/", `${nginx}/`],
    ["proxy_pass https://$ats_link_host/", `proxy_pass https://$ats_link_host:${String(stage.atsPort)}/`],
  ]);
}

test("nginx, set up by the guide's commands alone, serves page and relay, and the token opens", async () => {
  const names = await startNames();
  stage.keep(names);
  const folder = join(stage.folder, "guide");
  const nginx = join(folder, "nginx");
  mkdirSync(join(nginx, "conf.d"), { recursive: true });
  writeFileSync(join(nginx, "nginx.conf"), mainConfig(nginx));
  const guide = new Guide(folder, {
    nginx: `exec /usr/sbin/nginx -p ${nginx} -c ${nginx}/nginx.conf "$@"`,
    systemctl: 'test "$1 $2" = "reload nginx"',
    curl: `exec ${process.execPath} ${join(import.meta.dirname, "curl.ts")} "$PORT" "$@"`,
  });
  guide.run(["Prepare", "nginx"], {
    NGINX: nginx,
    WWW: join(folder, "www"),
    RESOLVER: `127.0.0.1:${String(names.port)}`,
    CERTIFICATE: stage.site.certFile,
    CERTIFICATE_KEY: stage.site.keyFile,
  });
  const port = await freePort();
  adapt(nginx, port);
  const child = new Child("/usr/sbin/nginx", ["-p", nginx, "-c", join(nginx, "nginx.conf")], { cwd: folder });
  stage.keep({ close: () => child.stop() });
  await until(
    "nginx listens",
    () =>
      child.exited || fetch(`https://127.0.0.1:${String(port)}/`).then(Boolean, (error: unknown) => !refused(error)),
  );
  const seen = guide.run(["Look at it"], {}, { LINK: "https://link.example.com", PORT: String(port) });
  assert.match(seen, /frame-ancestors https:\/\/app\.example\.com/);
  const { files } = JSON.parse(readFileSync(join(folder, "dist/integrity.json"), "utf8")) as {
    files: Record<string, string>;
  };
  const [, hash = ""] = /integrity="([^"]+)"/.exec(seen) ?? [];
  assert.ok(
    Object.entries(files).some(([path, each]) => path.startsWith("link/assets/") && each === hash),
    hash,
  );
  assert.match(seen, /^HTTP\/1\.1 403\r?$/m);
  const complaints: string[] = [];
  const page = await stage.openApp(port, complaints);
  await walkDeployed(page, folder);
  assert.deepEqual(complaints, []);
  const [relayLog, serverLog] = ["ats-link-relay.log", "access.log"].map((name) =>
    readFileSync(join(nginx, name), "utf8"),
  );
  assert.match(relayLog ?? "", /workable\/jobs 200/);
  assert.match(serverLog ?? "", /GET \/ HTTP/);
  assert.doesNotMatch(`${relayLog ?? ""}${serverLog ?? ""}${child.output}`, new RegExp(`acme|${keys.allScopes.key}`));
});

/** Nobody listens yet; a certificate that is not trusted means that somebody does. */
const refused = (error: unknown): boolean =>
  ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === "ECONNREFUSED";
