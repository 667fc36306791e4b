"""Prose that names files: a map rots unless something reads it."""
import re

from checks.tree import Finding, line_of

MAPS = ("README.md", "libreview/README.md")
TOP = ("libreview", "reviewd", "proto", "tools", "tests", ".ci")
MADE = ("build/",)
TICKED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(r"[\w.][\w./-]*")
ENDING = re.compile(r"\.(md|hpp|cpp|toml|proto|py|cmake|review|tsv)$")


def folders(tree):
    return sorted({p.split("/")[1] for p in tree.paths if p.startswith("libreview/") and p.count("/") > 1})


def looks_like_a_path(tree, word, at):
    if not PATH.fullmatch(word) or word.startswith(MADE):
        return False
    first = word.split("/")[0]
    if "/" not in word:
        return word.endswith(".md")
    return first in TOP or bool(ENDING.search(word)) or (at.startswith("libreview/") and first in folders(tree))


def exists(tree, word, at):
    """From the root, or from the folder of the map."""
    beside = at.rsplit("/", 1)[0] + "/" if "/" in at else ""
    return any((tree.root / (start + word)).exists() for start in ("", beside))


def named_paths_exist(rule, tree):
    for path in MAPS:
        if path not in tree.paths:
            continue
        text = tree.text(path)
        for match in TICKED.finditer(text):
            word = match[1].split()[0] if match[1].split() else ""
            if looks_like_a_path(tree, word, path) and not exists(tree, word, path):
                yield Finding(rule, path, line_of(text, match.start()), f"{word} is not there")
        for match in LINK.finditer(text):
            word = match[1].split("#")[0]
            if word and "://" not in word and not word.startswith("mailto:") and not exists(tree, word, path):
                yield Finding(rule, path, line_of(text, match.start()), f"{word} is not there")


def folders_are_named(rule, tree):
    for path in MAPS:
        if path not in tree.paths:
            yield Finding(rule, path, 1, "the map is missing")
    if "libreview/README.md" in tree.paths:
        text = tree.text("libreview/README.md")
        for folder in folders(tree):
            if not re.search(rf"`(libreview/)?{re.escape(folder)}/?[`/]", text):
                yield Finding(rule, "libreview/README.md", 1, f"{folder}/ is not on the map")
