# Sourced by ./test. Each part sets passed, failed, skipped and note; these read a runner's own totals into them.

# RUNNER: a runner that ended without its totals counts as one failure, whatever it had printed before.
count_crash() {
  echo "$1 ended without its totals" >&2
  failed=$((failed + 1))
  note="$1 crashed"
}

# REASON: a part that finds nothing to run has lost its tests, which is a failure.
no_tests() {
  failed=$((failed + 1))
  note="no tests: $1"
}

# NAME TEXT: an attribute's number, 0 where there is none.
attribute() { grep -oE " $1=\"[0-9]+\"" <<<"$2" | grep -oE '[0-9]+' || echo 0; }

# STATUS FILE...: the exit status of what ran Catch2, and the XML report of each of its runs.
count_catch2() {
  local status="$1" file totals
  for file in "${@:2}"; do
    totals="$(grep -o '<OverallResultsCases [^>]*>' "$file" 2>/dev/null | tail -n 1)"
    if [[ -z "$totals" ]]; then
      # Without exceptions a failed REQUIRE ends the program: what had passed until then counts as passed.
      passed=$((passed + $(grep '<OverallResult success="true"' "$file" 2>/dev/null | wc -l)))
      count_crash Catch2
      continue
    fi
    passed=$((passed + $(attribute successes "$totals")))
    failed=$((failed + $(attribute failures "$totals")))
    skipped=$((skipped + $(attribute skips "$totals")))
  done
  # A sanitizer or a leak check may fail the program after the last test.
  if ((status != 0 && failed == 0)); then count_crash Catch2; fi
}

# FILE STATUS: the totals that tools/testing/run_files.ts wrote, and its exit status. The note has what pages cost.
count_files() {
  local cost
  count_last_line "$(cat "$1" 2>/dev/null)" "$2"
  skipped="$(sed -nE 's/^([0-9]+) skipped$/\1/p' "$1" 2>/dev/null | tail -n 1)"
  skipped="${skipped:-0}"
  cost="$(sed -nE 's/^[0-9]+ files: .* ([0-9]+ loads) +([0-9]+ browsers)$/\1, \2/p' "$1" 2>/dev/null | tail -n 1)"
  [[ "$cost" == "0 loads, 0 browsers" ]] || note="${note:-$cost}"
}

# OUTPUT STATUS: a program whose last line is "N passed, N failed".
count_last_line() {
  local line
  line="$(tail -n 1 <<<"$1")"
  if [[ "$line" =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
    if (($2 != 0 && BASH_REMATCH[2] == 0)); then count_crash "the check"; fi
  else
    count_crash "the check"
  fi
}
