# Sourced by ./test: a browser on a loaded machine can miss its own deadlines, so a file that failed gets one second run.

# What is about secrets, isolation and what is shipped has to hold each time.
only_once='tests/browser/(broken|isolation|policy|secrets|supply)/'

# REPORT: the files of failed tests in a TAP report of node --test, as paths below the repository, each once.
failed_files() {
  awk -v root="$PWD/" '
    /^ *not ok / { failed = 1 }
    /^ *ok / { failed = 0 }
    failed && sub(/^ *location: /, "") {
      gsub(/\047/, "")
      sub(/:[0-9]+:[0-9]+$/, "")
      sub(root, "")
      print
      failed = 0
    }' "$1" | sort -u
}

# NAME: after run_node NAME 1 FILE... failed, runs the files that failed once more; the second run counts for them.
run_failed_again() {
  local name="$1" again first_passed=$passed first_failed=$failed first_skipped=$skipped
  mapfile -t again < <(failed_files "$results/$name.tap")
  # A crash names no file, and a key that leaked once has leaked.
  if ((${#again[@]} == 0)) || printf '%s\n' "${again[@]}" | grep -qE "$only_once" ||
    grep -qE '^ *# canary: .* [1-9][0-9]* leaks$' "$results/$name.tap"; then
    return
  fi
  echo "once more, alone: ${again[*]}"
  run_node "$name-again" 1 "${again[@]}"
  passed=$((first_passed + first_failed - failed))
  skipped=$first_skipped
  note+="${note:+; }run twice: ${again[*]}"
}
