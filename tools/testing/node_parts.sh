# Sourced by ./test: the parts that node --test runs, and the size budget.

# NAME CONCURRENCY FILE...
run_node() {
  local name="$1" concurrency="$2" report="$results/$1.tap" status=0
  if [[ $# -lt 3 ]]; then
    no_tests "no test files yet"
    return
  fi
  rm -f "$report"
  node --test --test-concurrency="$concurrency" \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$report" "${@:3}" || status=$?
  count_node "$report" "$status"
  print_guards "$report"
}

# REPORT: what the guards of single files counted, as one line each for the whole part.
print_guards() {
  sed -nE 's/^ *# canary: ([0-9]+) scenarios, ([0-9]+) places searched, ([0-9]+) leaks$/\1 \2 \3/p' "$1" | awk '
    { scenarios += $1; places += $2; leaks += $3 }
    END { if (NR) printf "canary: %d scenarios, %d places searched, %d leaks\n", scenarios, places, leaks }'
  sed -nE 's/^ *# spoofed messages: ([0-9]+), accepted: ([0-9]+)$/\1 \2/p' "$1" | awk '
    { sent += $1; accepted += $2 }
    END { if (NR) printf "spoofed messages: %d, accepted: %d\n", sent, accepted }'
}

# Every test file below tests/, the parts with a name of their own apart: no folder can be forgotten.
part_unit() {
  local files
  mapfile -t files < <(find tests -name '*.test.ts' -not -path 'tests/relay/*' -not -path 'tests/browser/*' \
    -not -path 'tests/supply/*' | sort)
  run_node unit 2 "${files[@]}"
}

part_relay() {
  local files
  mapfile -t files < <(find tests/relay -name '*.test.ts' 2>/dev/null | sort)
  run_node relay 2 "${files[@]}"
}

part_browser() {
  local files
  mapfile -t files < <(find tests/browser -name '*.test.ts' 2>/dev/null | sort)
  if [[ ${#files[@]} -eq 0 ]]; then
    no_tests "no test files yet"
  elif build_product_once; then
    # One browser at a time: a slow machine must not turn into a failed test.
    run_node browser 1 "${files[@]}"
    ((failed == 0)) || run_failed_again browser
  else
    failed=1
    note="the build failed"
  fi
}

# What is shipped: its bill of materials, its hashes, and that a second build gives the same bytes.
part_supply() {
  local files
  mapfile -t files < <(find tests/supply -name '*.test.ts' | sort)
  if build_product_once; then
    run_node supply 1 "${files[@]}"
  else
    failed=1
    note="the build failed"
  fi
}

part_size() {
  local output status=0
  if [[ ! -e tools/build.ts ]]; then
    no_tests "no tools/build.ts"
  elif build_product_once; then
    output="$(node tools/check-size.ts)" || status=$?
    echo "$output"
    count_last_line "$output" "$status"
  else
    failed=1
    note="the build failed"
  fi
}
