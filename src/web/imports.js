// What C++ may call: everything that leaves the module goes through `Module.host`, which web/link/bridge.ts gives.
// Kept to what emcc 3.1.6 reads: no `?.` and `??`, library functions as `function`, no methods in short form.
mergeInto(LibraryManager.library, {
  $AtsBytes: {
    text: (start, size) => new TextDecoder().decode(HEAPU8.subarray(start, start + size)),
  },

  ats_js_show__deps: ["$AtsBytes"],
  ats_js_show: function (start, size) {
    Module.host.show(AtsBytes.text(start, size));
  },

  ats_js_layout__deps: ["$AtsBytes"],
  ats_js_layout: function (start, size) {
    Module.host.layout(AtsBytes.text(start, size));
  },

  ats_js_perform__deps: ["$AtsBytes"],
  ats_js_perform: function (start, size) {
    Module.host.perform(AtsBytes.text(start, size));
  },

  ats_js_error__deps: ["$AtsBytes"],
  ats_js_error: function (start, size) {
    Module.host.error(AtsBytes.text(start, size));
  },

  // `table`: per secret four 32-bit words: where its id lies, how long it is, where its bytes lie, how many.
  ats_js_seal__deps: ["$AtsBytes"],
  ats_js_seal: function (start, size, table, count) {
    const secrets = [];
    for (let i = 0; i < count; i++) {
      const row = HEAPU32.subarray((table >> 2) + i * 4, (table >> 2) + i * 4 + 4);
      secrets.push({ id: AtsBytes.text(row[0], row[1]), bytes: HEAPU8.slice(row[2], row[2] + row[3]) });
    }
    Module.host.seal(AtsBytes.text(start, size), secrets);
  },

  ats_js_ask_frame: function () {
    Module.host.ask_frame();
  },
  ats_js_online: function () {
    return Module.host.online() ? 1 : 0;
  },

  // 1: a redirect was seen where the relay should be, and no key is sent there.
  ats_js_relay_refused: function () {
    return Module.host.relay_refused() ? 1 : 0;
  },

  // Older versions keep the XHR in an array from 1, newer ones in a handle table. 1: its answer came from another
  // address than the one that was asked. Without an answer there is no address.
  ats_js_answered_elsewhere__deps: ["$Fetch"],
  ats_js_answered_elsewhere: function (id, url) {
    const xhr = Array.isArray(Fetch.xhrs) ? Fetch.xhrs[id - 1] : Fetch.xhrs.get(id);
    const seen = xhr ? xhr.responseURL : "";
    return seen && seen !== new URL(UTF8ToString(url)).href ? 1 : 0;
  },

  // emscripten_fetch_close alone leaves the request running.
  ats_js_abort_request__deps: ["$Fetch"],
  ats_js_abort_request: function (id) {
    const xhr = Array.isArray(Fetch.xhrs) ? Fetch.xhrs[id - 1] : Fetch.xhrs.get(id);
    if (!xhr) return;
    xhr.onload = xhr.onerror = xhr.ontimeout = xhr.onprogress = xhr.onreadystatechange = xhr.onabort = null;
    xhr.abort();
  },
});
