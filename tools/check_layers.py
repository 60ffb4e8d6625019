#!/usr/bin/env python3
"""Holds src/, web/ and tests/ to the layer tables, each source of src/ to a header of its name, screens to knowing no other,
and every hand-written file to 300 lines.

Usage: check_layers.py [ROOT | --tables]. Prints a line for each broken rule; exit 1 if there is one. The last line holds the
totals: a source file is one check, a file's length another. `--tables` prints the tables as JSON, for the test that
compares them with those of ARCHITECTURE.md.
"""

import json
import re
import statistics
import sys
from pathlib import Path

# Layer -> layers whose headers it may include, itself apart.
LAYERS = {
    "base": set(),
    "model": {"base"},
    "flow": {"base", "model"},
    "view": {"base", "model", "flow"},
    "codec": {"base", "model", "flow", "view"},
    "runtime": {"base", "model", "flow", "view"},
    "paint": {"base"},
    "web": {"base", "model", "flow", "view", "codec", "runtime", "paint"},
}
# Single headers of a layer that is closed otherwise.
SINGLE_HEADERS = {"paint": {"view/view_model.hpp"}}
# Folder of screens, none of which knows another -> the one source that includes them all.
SCREENS = {"flow/screens": "flow/step.cpp", "view/screens": "view/describe.cpp"}

# Room of web/ -> rooms whose code it may import, itself apart. A type may come from anywhere: nothing of it is left in a build.
ROOMS = {
    "types": set(),
    "opener": {"types"},
    "link": {"types"},
    "link/config": {"link", "types"},
    "link/host": {"link", "types"},
    "link/backend": {"link", "types"},
    "link/dom": {"link"},
    "link/picture": {"link", "link/dom"},
    "link/seal": {"link", "link/config"},
    "link/module": {"link", "link/backend", "link/config", "link/host", "link/picture", "link/seal"},
    "link/arrival": {"link", "link/config", "link/dom", "link/host", "types"},
    "link/boot": {
        "link", "link/arrival", "link/backend", "link/config", "link/dom", "link/host", "link/picture", "link/seal", "types",
    },
    "headers": set(),
    "relay": {"link/config"},
    "provider_file": {"relay"},
    "server": {"relay"},
    "demo-backend": {"headers", "relay", "server"},
    "sandbox": {"relay"},
    "gallery": {"dev", "headers", "server"},
    "dev": {"cli", "demo-backend", "docs", "gallery", "headers", "link/config", "relay", "sandbox", "server"},
    "testing": {"dev", "sandbox"},
    "demo": {"opener"},
    "docs": set(),
    "cli": {"dev", "headers", "link/config", "provider_file", "relay", "server"},
}  # fmt: skip

# Library -> (what its headers look like, what its use looks like, layers that may).
LIBRARIES = {
    "nlohmann/json": (r"nlohmann/", r"\bnlohmann::", {"codec"}),
    "Dear ImGui": (r"(misc/freetype/)?im(gui|config|stb)", r"\bImGui::", {"paint", "web"}),
    "Emscripten": (
        r"(emscripten|GLES\d?|webgl|EGL)\b",
        r"\b(EM_JS|EM_ASM\w*|EMSCRIPTEN_KEEPALIVE|__EMSCRIPTEN__|emscripten_\w+)\b",
        {"web"},
    ),
}

# Standard headers that the dialect or the rules leave out, and those that would make a pure layer impure.
BANNED = {"exception", "format", "iostream", "ranges", "regex", "stdexcept", "typeinfo"}
IMPURE = {
    "atomic", "chrono", "condition_variable", "cstdio", "cstdlib", "ctime", "filesystem", "fstream", "future",
    "iomanip", "istream", "locale", "mutex", "ostream", "random", "sstream", "thread", "time.h",
}  # fmt: skip
PURE_LAYERS = {"base", "model", "flow", "view"}
# Not a clock, a die or a file, but what base needs to say so.
PURE_EXCEPTIONS = {"base": {"cstdlib"}}
# Called by JavaScript, and in place of the C library: no C++ file includes a header for them.
WITHOUT_HEADER = {"web/exports.cpp", "web/small_libc.cpp"}

MAX_LINES = 300
SKIPPED_FOLDERS = {".git", ".cache", ".clean-room", "build", "dist", "node_modules", "screenshots", "fixtures"}
SKIPPED_FILES = {"package-lock.json", "LICENSE"}
HAND_WRITTEN = {
    ".c", ".cmake", ".conf", ".cpp", ".css", ".h", ".hpp", ".html", ".js", ".json", ".mjs", ".py", ".sh", ".ts", ".tsx",
    ".yml", "",
}  # fmt: skip

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# Up to the module's address: what is imported or exported again, or nothing for an import of its effects or at run time.
IMPORT = re.compile(r'^(?:.*\bimport\(|(?:import|export)\b([^;"()]*?))\s*(?:from\s*)?"(\.{1,2}/[^"]+)"', re.MULTILINE)
# Comments and strings may name anything.
COMMENT_OR_STRING = re.compile(r'//.*|/\*.*?\*/|"(?:\\.|[^"\\])*"')


def include_fault(layer, in_tests, quote, header):
    """The rule that this include breaks, or None."""
    for library, (headers, _, allowed) in LIBRARIES.items():
        if re.match(headers, header):
            return None if layer in allowed else f"{layer} may not use {library}"
    folder = header.split("/")[0]
    if folder in LAYERS and "/" in header:
        if folder == layer or folder in LAYERS[layer] or header in SINGLE_HEADERS.get(layer, set()):
            return None
        return f"{layer} may not include {folder}"
    if in_tests:
        return None
    if quote == '"':
        return 'includes of the project start at src ("flow/state.hpp")'
    if header in BANNED:
        return f"<{header}> is left out of src"
    if layer in PURE_LAYERS and header in IMPURE - PURE_EXCEPTIONS.get(layer, set()):
        return f"{layer} is pure: no <{header}>"
    return None


def use_fault(layer, line):
    """The library that this line uses without an include of its own, or None."""
    code = COMMENT_OR_STRING.sub("", line)
    for library, (_, use, allowed) in LIBRARIES.items():
        if layer not in allowed and re.search(use, code):
            return f"{layer} may not use {library}"
    return None


def source_faults(path, layer, in_tests):
    """Yields (line number, line, rule) for each broken rule of one C++ file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        include = INCLUDE.match(line)
        fault = include_fault(layer, in_tests, *include.groups()) if include else use_fault(layer, line)
        if fault:
            yield number, line.strip(), fault


def header_faults(path, name):
    """Yields the same where a source, whose path below src is `name`, does not begin with the header of its name."""
    if name.suffix != ".cpp" or str(name) in WITHOUT_HEADER:
        return
    own = f'"{name.with_suffix(".hpp")}"'
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if INCLUDE.match(line):
            if own not in line:
                yield number, line.strip(), f"does not begin with {own}"
            return
    yield 1, path.name, f"does not begin with {own}"


def screen_faults(path, name):
    """Yields the same where a screen's header is included by another than its own source and the one of the table."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        include = INCLUDE.match(line)
        header = Path(include.group(2) if include else "")
        chooser = SCREENS.get(str(header.parent))
        if chooser and str(name) not in (chooser, str(header.with_suffix(".cpp"))):
            yield number, line.strip(), f"only {chooser} and its own source may include a screen"


def room_of(path):
    """The room of a file of web/: its folder, below web/link with that before it."""
    depth = 2 if path.parts[0] == "link" else 1
    return "/".join(path.parts[:-1][:depth])


def only_types(what):
    """Whether an import clause names types alone."""
    names = [name.strip() for name in what.strip().strip("{}").split(",") if name.strip()]
    return what.lstrip().startswith("type ") or bool(names) and all(name.startswith("type ") for name in names)


def import_faults(path, web):
    """Yields (line number, line, rule) for each import of a TypeScript file that its room may not have."""
    room = room_of(path.relative_to(web))
    text = path.read_text(encoding="utf-8")
    for found in IMPORT.finditer(text):
        what, address = found.groups()
        target = (path.parent / address).resolve()
        if only_types(what or "") or not target.is_relative_to(web):
            continue
        other = room_of(target.relative_to(web))
        if other != room and other not in ROOMS.get(room, set()):
            number = text.count("\n", 0, found.end()) + 1
            yield number, text.splitlines()[number - 1].strip(), f"web/{room} may not import from web/{other}"


def hand_written(folder):
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or path.name in SKIPPED_FOLDERS | SKIPPED_FILES:
            continue
        if path.is_dir():
            yield from hand_written(path)
        elif path.suffix in HAND_WRITTEN:
            yield path


def main(root):
    passed = failed = 0
    for top in ("src", "tests"):
        for layer in LAYERS:
            for path in sorted((root / top / layer).rglob("*.[ch]pp")):
                faults = list(source_faults(path, layer, top == "tests"))
                if top == "src":
                    faults += header_faults(path, path.relative_to(root / top))
                    faults += screen_faults(path, path.relative_to(root / top))
                for number, line, fault in faults:
                    print(f"{path.relative_to(root)}:{number}: {fault}: {line}")
                passed += not faults
                failed += bool(faults)
    for path in sorted((root / "web").rglob("*.ts")):
        faults = list(import_faults(path, root / "web"))
        if room_of(path.relative_to(root / "web")) not in ROOMS:
            faults.append((1, path.name, "not in a room of the table"))
        for number, line, fault in faults:
            print(f"{path.relative_to(root)}:{number}: {fault}: {line}")
        passed += not faults
        failed += bool(faults)
    for path in sorted((root / "src").glob("*")) if (root / "src").is_dir() else []:
        if path.name not in LAYERS:
            print(f"{path.relative_to(root)}: not a layer of the table")
            failed += 1

    lengths = []
    for path in hand_written(root):
        lengths.append(len(path.read_text(encoding="utf-8").splitlines()))
        too_long = lengths[-1] > MAX_LINES
        if too_long:
            print(f"{path.relative_to(root)}: {lengths[-1]} lines, at most {MAX_LINES}")
        passed += not too_long
        failed += too_long
    if lengths:
        print(f"{len(lengths)} hand-written files, median {statistics.median(lengths):g} lines, longest {max(lengths)}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def print_tables():
    rooms = {room: sorted(others) for room, others in ROOMS.items()}
    layers = {layer: sorted(others | SINGLE_HEADERS.get(layer, set())) for layer, others in LAYERS.items()}
    print(json.dumps({"src": layers, "web": rooms}))


if __name__ == "__main__":
    if sys.argv[1:] == ["--tables"]:
        print_tables()
        sys.exit()
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()))
