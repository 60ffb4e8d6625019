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
  local cpp other bad
  mapfile -t cpp < <(project_files cpp hpp)
  mapfile -t other < <(project_files ts js mjs json css html yml)
  if [[ ${#cpp[@]} -gt 0 ]]; then
    bad="$(clang-format --dry-run -Werror "${cpp[@]}" 2>&1)"
    [[ -z "$bad" ]] || echo "$bad" | grep 'error:'
    failed=$(grep -oE '^[^:]+:[0-9]+:[0-9]+: error:' <<<"$bad" | cut -d: -f1 | sort -u | grep -c . || true)
  fi
  local status=0 unformatted
  bad="$(node_modules/.bin/prettier --check "${other[@]}" 2>&1)" || status=$?
  # Only "[warn] path" and "[error] path: message" lines name a file; the closing sentence begins with a capital.
  unformatted="$(sed -nE 's/^\[(warn|error)\] ([^ :]+\.[a-z]+)(:.*)?$/\2/p' <<<"$bad" | sort -u | grep -c . || true)"
  ((status == 0)) || echo "$bad"
  if ((status != 0 && unformatted == 0)); then unformatted=1; fi
  failed=$((failed + unformatted))
  passed=$((${#cpp[@]} + ${#other[@]} - failed))
}

lint_typescript() {
  local report="$results/eslint.json" status=0 files bad
  if [[ -z "$(project_files ts | head -n 1)" ]]; then return; fi
  node_modules/.bin/eslint . --max-warnings=0 --format json --output-file "$report" || status=$?
  if ! read -r files bad < <(node tools/testing/print_eslint.ts "$report"); then
    count_crash eslint
  else
    failed=$((failed + bad))
    passed=$((passed + files - bad))
    if ((status != 0 && bad == 0)); then count_crash eslint; fi
  fi
  # tsc looks at the whole program: one check.
  if node_modules/.bin/tsc; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

lint_cpp() {
  local sources
  mapfile -t sources < <(project_files cpp | grep '^src/' | grep -v '^src/web/')
  [[ ${#sources[@]} -gt 0 ]] || return 0
  if ! cmake --preset dev >/dev/null; then
    count_crash "cmake --preset dev"
    return
  fi
  printf '%s\0' "${sources[@]}" | xargs -0 -P 2 -n 1 tools/testing/tidy_file
  local source
  for source in "${sources[@]}"; do
    if tools/testing/tidy_file --was-clean "$source"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  done
}

part_lint() {
  lint_typescript
  lint_cpp
}

part_layers() {
  local output status=0
  output="$(tools/check_layers.py)" || status=$?
  echo "$output"
  count_last_line "$output" "$status"
}
