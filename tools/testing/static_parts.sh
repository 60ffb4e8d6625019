# Sourced by ./test: the parts that only read the sources. A file is one check.

# SUFFIX...: the project's files with these suffixes, tracked or new, ignored ones apart.
project_files() {
  local patterns=() suffix
  for suffix in "$@"; do patterns+=("*.$suffix"); done
  git ls-files --cached --others --exclude-standard -- "${patterns[@]}" | sort -u | while IFS= read -r file; do
    [[ ! -f "$file" ]] || echo "$file"
  done
}

part_format() {
  local cpp other bad cpp_status=0 status=0 unformatted log="$results/clang-format.log"
  mapfile -t cpp < <(project_files cpp hpp)
  mapfile -t other < <(project_files ts js mjs json css html yml)
  clang-format --dry-run -Werror "${cpp[@]}" >"$log" 2>&1 </dev/null &
  bad="$(node_modules/.bin/prettier --cache --cache-location .cache/prettier --cache-strategy content \
    --check "${other[@]}" 2>&1)" || status=$?
  wait $! || cpp_status=$?
  grep 'error:' "$log"
  failed=$(grep -oE '^[^:]+:[0-9]+:[0-9]+: error:' "$log" | cut -d: -f1 | sort -u | grep -c . || true)
  if ((cpp_status != 0 && failed == 0)); then count_crash clang-format; fi
  # Only "[warn] path" and "[error] path: message" lines name a file; the closing sentence begins with a capital.
  unformatted="$(sed -nE 's/^\[(warn|error)\] ([^ :]+\.[a-z]+)(:.*)?$/\2/p' <<<"$bad" | sort -u | grep -c . || true)"
  ((status == 0)) || echo "$bad"
  if ((status != 0 && unformatted == 0)); then unformatted=1; fi
  failed=$((failed + unformatted))
  passed=$((${#cpp[@]} + ${#other[@]} - failed))
  ((passed >= 0)) || passed=0
}

# eslint and tsc look at the whole program: what was clean stays so only while no file of it has changed.
lint_typescript() {
  local report="$results/eslint.json" status=0 files bad memory
  memory=".cache/lint/$(project_files ts js mjs json | xargs -d '\n' sha256sum | sha256sum | cut -c 1-40)"
  if [[ -s "$memory" ]]; then
    passed=$((passed + $(<"$memory")))
    return
  fi
  rm -f "$report"
  node_modules/.bin/eslint . --max-warnings=0 --format json --output-file "$report" || status=$?
  if ! read -r files bad < <(node tools/testing/print_eslint.ts "$report"); then
    count_crash eslint
  else
    failed=$((failed + bad))
    passed=$((passed + files - bad))
    if ((status != 0 && bad == 0)); then count_crash eslint; fi
  fi
  # One check.
  if node_modules/.bin/tsc; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  if ((failed == 0 && passed > 0)); then
    mkdir -p "${memory%/*}"
    echo "$passed" >"$memory"
  fi
}

lint_cpp() {
  local sources output status=0
  mapfile -t sources < <(project_files cpp | grep '^src/' | grep -v '^src/web/')
  if ! cmake --preset dev >/dev/null; then
    count_crash "cmake --preset dev"
    return
  fi
  output="$(node tools/testing/tidy.ts "${sources[@]}")" || status=$?
  echo "$output"
  count_last_line "$output" "$status"
}

# The two read different files: one fills the processor that the other leaves idle.
part_lint() {
  local counts="$results/lint-typescript.counts" ok=0 bad=0
  rm -f "$counts"
  {
    passed=0 failed=0
    lint_typescript
    echo "$passed $failed" >"$counts"
  } >"$results/lint-typescript.log" 2>&1 &
  # Not $! below: a process substitution sets it as well.
  local typescript=$!
  lint_cpp
  wait "$typescript"
  cat "$results/lint-typescript.log"
  read -r ok bad <"$counts" || count_crash "the part lint"
  passed=$((passed + ok))
  failed=$((failed + bad))
}

part_layers() {
  local output status=0
  output="$(tools/check_layers.py)" || status=$?
  echo "$output"
  count_last_line "$output" "$status"
}
