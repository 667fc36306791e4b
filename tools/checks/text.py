"""What can be told from the lines alone."""
import re

from checks.tree import Finding, line_of

LONGEST = 400
SOURCES = (".cpp", ".hpp", ".proto", ".py", ".sh", ".cmake", ".js", ".css", ".html", ".mustache")
WORDS = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
GENERATED = re.compile(r"\.pb\.(h|cc)$|\.(o|a|so|pyc)$")
MACHINE = re.compile(r"(?<![\w.-])/(work|root|home/[a-z]\w*)/")


def is_source(tree, path):
    """By its ending, or because it is a script."""
    name = path.rsplit("/", 1)[-1]
    return path.endswith(SOURCES) or name == "CMakeLists.txt" or ("." not in name and tree.text(path).startswith("#!"))


def length(rule, tree):
    for path in tree.paths:
        if is_source(tree, path):
            lines = tree.text(path).count("\n")
            if lines > LONGEST:
                yield Finding(rule, path, lines, f"{lines} lines; {LONGEST} at most")


def pragma_once(rule, tree):
    for path in tree.cpp(""):
        if path.endswith(".hpp") and not tree.code(path).lstrip().startswith("#pragma once"):
            yield Finding(rule, path, 1, "a header begins with #pragma once")


def generated(rule, tree):
    for path in tree.paths:
        if GENERATED.search(path):
            yield Finding(rule, path, 1, "made by a tool; it belongs in the build folder")


def _lines_with(rule, tree, pattern, says):
    for path in tree.paths:
        if is_source(tree, path) or path.endswith((".md", ".toml", ".review", ".tsv", ".json")):
            text = tree.text(path)
            for match in pattern.finditer(text):
                yield Finding(rule, path, line_of(text, match.start()), says)


def unfinished(rule, tree):
    return _lines_with(rule, tree, WORDS, "finish it, or write an issue")


def machine_path(rule, tree):
    return _lines_with(rule, tree, MACHINE, "a path of one machine")
