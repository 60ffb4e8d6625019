# Sourced by ./test: the parts that node's test runner runs, and the size budget.

# NAME FILE_OR_OPTION...: runs test files, and takes over their totals.
run_node() {
  local folder="$results/$1" status=0
  rm -f "$folder/totals"
  node tools/testing/run_files.ts --folder "$folder" "${@:2}" || status=$?
  count_files "$folder/totals" "$status"
}

# FIND_ARGUMENT...: sets files to the test files that find sees, of which `only` (set by ./test) may want a few.
# False, and the part has failed, where that leaves none.
find_tests() {
  local file path
  files=()
  while IFS= read -r file; do
    for path in "${only[@]:-tests}"; do
      path="${path%/}"
      if [[ "$file" == "$path" || "$file" == "$path"/* ]]; then
        files+=("$file")
        break
      fi
    done
  done < <(find "$@" -name '*.test.ts' 2>/dev/null | sort)
  if ((${#files[@]} == 0)); then
    no_tests "no test files${only[*]:+ in ${only[*]}}"
    return 1
  fi
}

# Every test file below tests/, the parts with a name of their own apart: no folder can be forgotten.
part_unit() {
  find_tests tests -not -path 'tests/relay/*' -not -path 'tests/browser/*' -not -path 'tests/supply/*' || return 0
  # Their tests wait for processes more than they reckon.
  run_node unit --jobs 3 "${files[@]}"
}

part_relay() {
  find_tests tests/relay || return 0
  run_node relay --jobs 3 "${files[@]}"
}

part_browser() {
  find_tests tests/browser || return 0
  if build_product_once; then
    # A file waits for frames, timers and messages a good part of its time: a third one uses what two leave idle.
    run_node browser --jobs 3 --browser "${files[@]}"
  else
    failed=1
    note="the build failed"
  fi
}

# What is shipped: its bill of materials, its hashes, and that a second build gives the same bytes.
part_supply() {
  find_tests tests/supply || return 0
  if build_product_once; then
    run_node supply --jobs 1 "${files[@]}"
  else
    failed=1
    note="the build failed"
  fi
}

part_size() {
  local output status=0
  if build_product_once; then
    output="$(node tools/check-size.ts)" || status=$?
    echo "$output"
    count_last_line "$output" "$status"
  else
    failed=1
    note="the build failed"
  fi
}
