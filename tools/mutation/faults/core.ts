import { catch2, type Fault } from "../fault.ts";

/** src/base, src/model: bytes of a credential, and what a field takes. */
export const coreFaults: Fault[] = [
  {
    id: "secret-not-wiped",
    layer: "base",
    what: "a secret goes and leaves its bytes in memory",
    file: "src/base/secret.cpp",
    find: "  if (bytes_) wipe_bytes(bytes_.get(), size_);\n",
    put: "",
    catches: [catch2("no block that a secret gives back holds a byte of it*")],
  },
  {
    id: "secret-replaced-not-wiped",
    layer: "base",
    what: "a secret that is replaced by another leaves its bytes in memory",
    file: "src/base/secret.cpp",
    find: "  wipe();\n  bytes_ = std::move(other.bytes_);",
    put: "  bytes_ = std::move(other.bytes_);",
    catches: [catch2("no block that a secret gives back holds a byte of it*"), catch2("no container of secrets*")],
  },
  {
    id: "length-off-by-one",
    layer: "model",
    what: "a value one character longer than its field allows is taken",
    file: "src/model/grammar.cpp",
    find: "if (size > static_cast<std::size_t>(std::max(field.max, 0)))",
    put: "if (size > static_cast<std::size_t>(std::max(field.max, 0)) + 1)",
    catches: [catch2("length comes before characters, and both ends of each limit count")],
  },
  {
    id: "last-character-unchecked",
    layer: "model",
    what: "a subdomain may end in a hyphen",
    file: "src/model/grammar.cpp",
    find: "!in_set(chars.last, text.back())",
    put: "!in_set(chars.middle, text.back())",
    catches: [
      catch2("a character that may stand nowhere is told from one in the wrong place"),
      catch2("*gives the verdicts that TypeScript gives"),
    ],
  },
  {
    id: "reserved-host-taken",
    layer: "model",
    what: "the ATS's own hosts (www, help) pass as an account's subdomain",
    file: "src/model/grammar.cpp",
    find: "if (contains(field.reserved.block, text)) {",
    put: "if (contains(field.reserved.warn, text)) {",
    catches: [catch2("whatever people paste as the subdomain ends*"), catch2("every sentence of the Workable fields*")],
  },
  {
    id: "width-not-folded",
    layer: "model",
    what: "full-width digits, as Japanese keyboards give them, are not folded",
    file: "src/model/clean.cpp",
    find: "point.value >= 0xFF01 && point.value <= 0xFF5E",
    put: "point.value >= 0xFF21 && point.value <= 0xFF5E",
    catches: [catch2("width folds full-width forms and nothing else")],
  },
];
