"""The rules, by name."""
import statistics

from checks import arrows, maps, nodiscard, purity, text, together

RULES = {
    "arrow": arrows.arrow,
    "quoted-include": arrows.quoted_include,
    "library": arrows.library,
    "toml": arrows.toml,
    "sql": arrows.sql,
    "pure": purity.pure,
    "mutable-global": purity.mutable_global,
    "co-await": purity.co_await,
    "nodiscard": nodiscard.nodiscard,
    "length": text.length,
    "pragma-once": text.pragma_once,
    "generated": text.generated,
    "unfinished": text.unfinished,
    "machine-path": text.machine_path,
    "own-name": together.own_names,
    "map": maps.named_paths_exist,
    "map-complete": maps.folders_are_named,
}


def check(tree):
    """Every finding of every rule, by path and line."""
    found = [finding for name, rule in RULES.items() for finding in rule(name, tree)]
    return sorted(found, key=lambda f: (f.path, f.line, f.rule))


def summary(tree):
    """What was looked at, so that a check that has gone blind shows."""
    lines = [tree.text(p).count("\n") for p in tree.cpp("")]
    median = int(statistics.median(lines)) if lines else 0
    return (f"{len(lines)} C++ files, median {median} lines, longest {max(lines, default=0)}; "
            f"{nodiscard.counted(tree)} functions in the headers of libreview")
