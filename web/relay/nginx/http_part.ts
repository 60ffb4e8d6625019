import { literal } from "./field_pattern.ts";
import type { NginxSettings } from "./write_nginx.ts";

/** The file for nginx's `http` block: what the locations look up, the limits and the log's format. */
export function httpPart({ origins }: NginxSettings): string {
  const allowed = origins.map((origin) => `  "~\\A${literal(origin)}\\z" $http_origin;\n`).join("");
  return `# ATS Link relay for nginx, part 1 of 2: include it in the http block. Generated; docs/deploy.md says how to use it.
#
# To change: the origins below, for a link page on another site than this relay, one line each:
#   "~\\Ahttps://link\\.example\\.com\\z" $http_origin;
# Beside the link page itself none is needed. The rule keeps other sites' pages out; it is not authentication.

map $http_origin $ats_link_cors {
  default "";
${allowed}}

# Empty: this caller is refused.
map "$ats_link_cors $http_sec_fetch_site" $ats_link_allowed {
  default "";
  "~\\A[^ ]" 1;
  "~ same-origin\\z" 1;
}

map $ats_link_cors $ats_link_corp {
  default cross-origin;
  "" same-origin;
}

map $ats_link_cors $ats_link_expose {
  default Retry-After;
  "" "";
}

map "$ats_link_allowed $request_method" $ats_link_preflight_methods {
  default "";
  "1 OPTIONS" GET;
}
map $ats_link_preflight_methods $ats_link_preflight_headers {
  default authorization;
  "" "";
}
map $ats_link_preflight_methods $ats_link_preflight_age {
  default 600;
  "" "";
}

map $status $ats_link_allow {
  default "";
  405 "GET, OPTIONS";
}
map $status $ats_link_retry_after {
  default "";
  429 2;
}

# What nginx made up itself (no answer, or not all of its headers) is no answer of the ATS.
map "$ats_link_header_time:$ats_link_status" $ats_link_outcome {
  default bad_upstream;
  "~\\A(?:-|):504\\z" timeout;
  "~\\A[0-9.]+:[2-5][0-9][0-9]\\z" answered;
}

map "$ats_link_status $ats_link_type" $ats_link_body {
  default other;
  "~\\A20[45] " other;
  "~*\\A2[0-9][0-9] application/(?:[a-z0-9.+-]+\\+)?json(?:[; ]|\\z)" ok;
  "~*\\A[0-9]+ application/(?:[a-z0-9.+-]+\\+)?json(?:[; ]|\\z)" json;
}

# Headers of the ATS become numbers or nothing: at most 1000000, and at most 60 seconds.
map $ats_link_limit $ats_link_limit_json {
  default "";
  "~\\A0*(?<ats_link_n1>0|[1-9][0-9]{0,5})\\z" '"limit":$ats_link_n1,';
  "~\\A[0-9]{1,15}\\z" '"limit":1000000,';
}
map $ats_link_remaining $ats_link_remaining_json {
  default "";
  "~\\A0*(?<ats_link_n2>0|[1-9][0-9]{0,5})\\z" '"remaining":$ats_link_n2,';
  "~\\A[0-9]{1,15}\\z" '"remaining":1000000,';
}
map $ats_link_wait $ats_link_wait_json {
  default "";
  "~\\A0+\\z" '"resetMs":0,';
  "~\\A0*(?<ats_link_n3>[1-9]|[1-5][0-9])\\z" '"resetMs":\${ats_link_n3}000,';
  "~\\A[0-9]{1,15}\\z" '"resetMs":60000,';
}
map "$ats_link_limit_json$ats_link_remaining_json$ats_link_wait_json" $ats_link_rate_json {
  default "";
  "~\\A(?<ats_link_rates>.+),\\z" ',"rateLimit":{$ats_link_rates}';
}

map $ats_link_outcome $ats_link_answer {
  default '{"relay":"bad_upstream"}';
  timeout '{"relay":"timeout"}';
  answered '{"status":$ats_link_status,"body":"$ats_link_body"$ats_link_rate_json}';
}

# One customer owns the first 64 bits of an IPv6 address, so they count as one client.
map $remote_addr $ats_link_client {
  default $binary_remote_addr;
  "~\\A(?<ats_link_network>(?:[0-9a-f]+:){1,4})" $ats_link_network;
}
limit_req_zone $ats_link_client zone=ats_link_client:1m rate=30r/m;
# $ats_link_allowed is the same for all who are let in: one budget for everyone.
limit_req_zone $ats_link_allowed zone=ats_link_all:64k rate=600r/m;

# No address, target, query, header or key: which probe, what came of it, and an id to find it by.
log_format ats_link_relay '$time_iso8601 $request_id $ats_link_probe $status upstream=$ats_link_status '
                          'seconds=$request_time bytes=$body_bytes_sent';
`;
}
