# Sourced by ./test: the Catch2 suite in its three builds, and the product itself.

# REPORT...: the three slowest test cases of Catch2's XML reports.
print_slowest() {
  awk '
    function value(name) { return match($0, name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 3) : "" }
    /<TestCase / { test = value(" name") }
    /<OverallResult / { printf "%.1f s  %s\n", value("durationInSeconds"), test }' "$@" 2>/dev/null |
    sort -rn | head -n 3 | sed 's/^/slowest: /'
}

# PRESET: its tests run in four programs, two at a time (cmake/tests.cmake), each with a report.
run_catch2() {
  local preset="$1" status=0
  local reports=("build/$1"/ats_tests.{0,1,2,3}.xml)
  rm -f "${reports[@]}"
  cmake --workflow --preset "$preset" >"$results/$preset.log" 2>&1 || status=$?
  if ((status != 0)); then
    grep -vE '^\[[0-9]+/[0-9]+\] (Building|Linking)|^[0-9.]+ s: ' "$results/$preset.log" | tail -n 150
  fi
  count_catch2 "$status" "${reports[@]}"
  print_slowest "${reports[@]}"
}

# The other builds are Clang's, and much faster to compile with it: GCC, which warns of other things, is for the depth.
part_native() {
  run_catch2 dev
  if [[ -n "${ATS_DEEP:-}" ]]; then run_catch2 gcc; fi
}
part_asan() { run_catch2 asan; }
part_wasm() { run_catch2 wasm; }

# Builds the product once per run of ./test, whichever part is the first that needs it.
build_product_once() {
  local status=0
  if [[ ! -e "$results/product.status" ]]; then
    tools/build-product || status=$?
    echo "$status" >"$results/product.status"
  fi
  return "$(<"$results/product.status")"
}

# Each file that must come out is one check.
part_build() {
  local file
  if ! build_product_once; then
    failed=1
    note="the build failed"
    return
  fi
  for file in build/wasm-release/ats-link.{mjs,wasm} dist/link/{index.html,link.config.json} \
    dist/opener/ats-link.{js,mjs} dist/relay/worker.js dist/relay/nginx/ats-link-{http,locations}.conf; do
    if [[ -s "$file" ]]; then
      passed=$((passed + 1))
    else
      echo "$file was not built"
      failed=$((failed + 1))
    fi
  done
}
