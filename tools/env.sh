# Sourced by bash: puts a Node that runs TypeScript files (>= 22.18) first in PATH, and offers with_emscripten.
# Where the machine's own Node is too old, the pinned npm package with a plain Node binary goes into .cache/node.

ats_env_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
ats_node_version="24.21.0"

# True if the version "v24.1.0" in $1 is at least 22.18.
ats_node_is_new_enough() {
  local major minor
  IFS=. read -r major minor _ <<<"${1#v}"
  [[ "$major" =~ ^[0-9]+$ && "$minor" =~ ^[0-9]+$ ]] || return 1
  ((major > 22 || (major == 22 && minor >= 18)))
}

ats_install_node() {
  local arch folder="$ats_env_root/.cache/node"
  case "$(uname -sm)" in
    "Linux x86_64") arch=x64 ;;
    "Linux aarch64") arch=arm64 ;;
    *)
      echo "Please install Node.js 22.18 or newer; it is not installed automatically on $(uname -sm)." >&2
      return 1
      ;;
  esac
  if ! command -v npm >/dev/null; then
    echo "Please install Node.js 22.18 or newer, or npm (apt-get install npm)." >&2
    return 1
  fi
  echo "Installing Node.js $ats_node_version into .cache/node" >&2
  mkdir -p "$folder"
  # Outside the repository's package.json, whose "engines" the machine's Node does not meet.
  (cd "$folder" && npm install --prefix "$folder" --ignore-scripts --no-save --no-package-lock --no-audit \
    --no-fund --loglevel=error "node-linux-$arch@$ats_node_version" >/dev/null) || return 1
  mkdir -p "$folder/$ats_node_version/bin"
  ln -sfn "../../node_modules/node-linux-$arch/bin/node" "$folder/$ats_node_version/bin/node"
}

ats_use_node() {
  local bin="$ats_env_root/.cache/node/$ats_node_version/bin"
  case ":$PATH:" in *":$bin:"*) [[ -x "$bin/node" ]] && return 0 ;; esac
  if command -v node >/dev/null && ats_node_is_new_enough "$(node --version 2>/dev/null)"; then return 0; fi
  if [[ ! -x "$bin/node" ]]; then
    ats_install_node || return 1
  fi
  if ! ats_node_is_new_enough "$("$bin/node" --version 2>/dev/null)"; then
    echo "The Node.js in .cache/node does not run; delete that folder and try again." >&2
    return 1
  fi
  export PATH="$bin:$PATH"
}

# Runs a command with what Debian's emcc needs under a foreign Node: its acorn lives in /usr/share/nodejs.
with_emscripten() { NODE_PATH="/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}" "$@"; }

ats_use_node
