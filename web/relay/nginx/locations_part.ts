import { leftOut, probeRoutes, type ProbeRoute } from "./probe_route.ts";
import type { Provider } from "../provider.ts";
import type { NginxSettings } from "./write_nginx.ts";

/** The file for a `server` block: two locations for each probe, and the answers they share. */
export function locationsPart(providers: readonly Provider[], settings: NginxSettings): string {
  const routes = probeRoutes(providers);
  const without = leftOut(providers).map(([name, why]) => `\n#   ${name}: ${why}`);
  return `# ATS Link relay for nginx, part 2 of 2: include it in the server block (TLS, HTTP/2) of the link page. Generated.
#
# It tells the status only: nginx can bound neither the size of a body nor the time it takes, so none is read. The
# accounts of a key and the reason of a refusal are not told.
# Left out, and unknown to this relay (404 unknown_probe):${without.join("") || " nothing"}
# A subdomain with an underscore cannot be reached: OpenSSL lets no wildcard certificate stand for it (502).
# To change: the resolver, which looks up the ATS's names, and the certificates (proxy_ssl_trusted_certificate).
# Never raise error_log to debug: at that level nginx writes keys. Below alert it writes request lines.
resolver ${settings.resolver};
resolver_timeout ${settings.timeouts.connect}s;

location ^~ /relay/ {
${gates("-", settings)}
  return 404 '{"relay":"unknown_probe"}';
}
${routes.map((route) => publicLocation(route, settings) + upstreamLocation(route, settings)).join("")}
# Where a request ends is where it is logged: the server's own log would have the whole target.
location @ats_link_answer {
${sharedHeaders}
${logs(settings)}
  if ($ats_link_outcome = timeout) {
    return 504 $ats_link_answer;
  }
  if ($ats_link_outcome != answered) {
    return 502 $ats_link_answer;
  }
  return 200 $ats_link_answer;
}

location @ats_link_limited {
${sharedHeaders}
${logs(settings)}
  return 429 '{"relay":"rate_limited"}';
}

location @ats_link_done {
  return 204;
}
`;
}

const sharedHeaders = `  default_type application/json;
  add_header Cache-Control no-store always;
  add_header X-Content-Type-Options nosniff always;
  add_header Cross-Origin-Resource-Policy $ats_link_corp always;
  add_header Vary Origin always;
  add_header Access-Control-Allow-Origin $ats_link_cors always;
  add_header Access-Control-Expose-Headers $ats_link_expose always;
  add_header Access-Control-Allow-Methods $ats_link_preflight_methods always;
  add_header Access-Control-Allow-Headers $ats_link_preflight_headers always;
  add_header Access-Control-Max-Age $ats_link_preflight_age always;
  add_header Allow $ats_link_allow always;
  add_header Retry-After $ats_link_retry_after always;`;

const logs = ({ accessLog, errorLog }: NginxSettings) => `  access_log ${accessLog} ats_link_relay;
  error_log ${errorLog} alert;`;

/** In the order of handle.ts: who asks, how, and whether it is a plain request. */
const gates = (probe: string, settings: NginxSettings) => `${sharedHeaders}
${logs(settings)}
  client_max_body_size 1k;
  client_body_timeout 5s;
  set $ats_link_probe ${probe};
  set $ats_link_asked "";
  if ($ats_link_allowed = "") {
    return 403 '{"relay":"origin"}';
  }
  if ($request_method = OPTIONS) {
    return 204;
  }
  if ($request_method !~ "\\AGET\\z") {
    return 405 '{"relay":"method"}';
  }
  if ($http_content_length != "") {
    return 400 '{"relay":"bad_request"}';
  }
  if ($http_transfer_encoding != "") {
    return 400 '{"relay":"bad_request"}';
  }
  # An absolute target; a relative one is compared below as it was sent, not as nginx reads it.
  if ($request !~ "\\AGET /") {
    return 400 '{"relay":"bad_request"}';
  }`;

const publicLocation = (route: ProbeRoute, settings: NginxSettings) => `
location = /relay/v1/${route.provider}/${route.probe} {
${gates(`${route.provider}/${route.probe}`, settings)}
  if ($request_uri !~ "\\A/relay/v1/${route.provider}/${route.probe}(?:\\x3f|\\z)") {
    return 404 '{"relay":"unknown_probe"}';
  }
  if ($request_uri !~ "${route.targetPattern}") {
    return 400 '{"relay":"bad_request"}';
  }
  if ($http_authorization !~ "${route.keyPattern}") {
    return 400 '{"relay":"bad_request"}';
  }
  limit_req zone=ats_link_client burst=9 nodelay;
  limit_req zone=ats_link_all burst=600 nodelay;
  limit_req_status 429;
  limit_req_log_level info;
  error_page 429 = @ats_link_limited;

  # The body of upstream's answer is never read: auth_request looks at the headers alone.
  auth_request /ats-link-upstream/${route.provider}/${route.probe};
  auth_request_set $ats_link_status $upstream_status;
  auth_request_set $ats_link_header_time $upstream_header_time;
  auth_request_set $ats_link_type $upstream_http_content_type;
  auth_request_set $ats_link_limit $upstream_http_x_rate_limit_limit;
  auth_request_set $ats_link_remaining $upstream_http_x_rate_limit_remaining;
  auth_request_set $ats_link_wait $upstream_http_retry_after;
  error_page 500 = @ats_link_answer;
  try_files /.ats-link-none @ats_link_answer;
}
`;

/** Every header that this directive can take away, from nginx 1.18 on. */
export const ignoredHeaders = [
  ...["X-Accel-Redirect", "X-Accel-Expires", "X-Accel-Limit-Rate", "X-Accel-Buffering", "X-Accel-Charset"],
  ...["Expires", "Cache-Control", "Set-Cookie", "Vary"],
];

const upstreamLocation = (
  route: ProbeRoute,
  { timeouts, version, trustedCertificates, upstreamPort }: NginxSettings,
) => `
location = /ats-link-upstream/${route.provider}/${route.probe} {
  internal;
  # Asked once, and for the probe that the page asked for: no header of upstream leads here from elsewhere.
  set $ats_link_asked "\${ats_link_asked}$ats_link_probe";
  if ($ats_link_asked != ${route.provider}/${route.probe}) {
    return 403;
  }
  set $ats_link_host ${route.host};
  proxy_pass https://$ats_link_host${upstreamPort === undefined ? "" : `:${upstreamPort}`}${route.path};
  proxy_method GET;
  proxy_http_version 1.1;
  proxy_pass_request_headers off;
  proxy_pass_request_body off;
  proxy_set_header Host $ats_link_host;
${route.headers.map(([name, value]) => `  proxy_set_header ${name} "${value}";\n`).join("")}  proxy_set_header Accept "${route.accept}";
  proxy_set_header User-Agent "ats-link-relay/${version}";
  proxy_set_header Content-Length "";
  proxy_set_header Connection close;
  proxy_ssl_server_name on;
  proxy_ssl_name $ats_link_host;
  proxy_ssl_verify on;
  proxy_ssl_verify_depth 3;
  proxy_ssl_trusted_certificate ${trustedCertificates};
  proxy_ssl_protocols TLSv1.2 TLSv1.3;
  proxy_ssl_session_reuse off;
  proxy_connect_timeout ${timeouts.connect}s;
  proxy_send_timeout ${timeouts.connect}s;
  proxy_read_timeout ${timeouts.read}s;
  proxy_next_upstream off;
  proxy_buffer_size 16k;
  proxy_buffers 2 16k;
  proxy_busy_buffers_size 16k;
  proxy_max_temp_file_size 0;
  proxy_cache off;
  proxy_store off;
  proxy_redirect off;
  # All that nginx would obey in an answer: docs/relay-nginx.md.
  proxy_ignore_headers ${ignoredHeaders.join(" ")};
  # auth_request would pass these on, the question for a password included. All else it calls 500; the status is kept.
  proxy_intercept_errors on;
  error_page 401 403 = @ats_link_done;
}
`;
