"""The files of a source tree, and C++ without what is not code."""
import functools
import os
import pathlib
import re
import typing

SKIPPED = {".git", "build", ".cache", "node_modules", "__pycache__"}

_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'                          # comments
    r'|R"(?P<tag>[^()\s\\]{0,16})\(.*?\)(?P=tag)"'  # raw strings
    r'|"(?:\\.|[^"\\\n])*"'                        # strings
    r"|(?<![0-9a-zA-Z_])'(?:\\.|[^'\\\n])+'",      # characters, not digit separators
    re.S)


class Finding(typing.NamedTuple):
    rule: str
    path: str
    line: int
    says: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.rule}: {self.says}"


class Tree:
    """All files below `root`, by path relative to it, with forward slashes."""

    def __init__(self, root: pathlib.Path):
        self.root = root
        self.paths = sorted(self._walk())

    def _walk(self):
        for folder, folders, files in os.walk(self.root):
            folders[:] = [f for f in folders if f not in SKIPPED]
            for file in files:
                yield (pathlib.Path(folder) / file).relative_to(self.root).as_posix()

    @functools.lru_cache(maxsize=None)
    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def cpp(self, *folders: str):
        """Paths of C++ files below any of `folders`."""
        return [p for p in self.paths if p.endswith((".cpp", ".hpp")) and p.startswith(folders)]

    @functools.lru_cache(maxsize=None)
    def code(self, path: str) -> str:
        """C++ with comments and literals emptied; every line keeps its number."""
        return _TOKEN.sub(_emptied, self.text(path))

    @functools.lru_cache(maxsize=None)
    def without_comments(self, path: str) -> str:
        """C++ with its literals, and without its comments."""
        return _TOKEN.sub(lambda m: _emptied(m) if m[0].startswith("/") else m[0], self.text(path))


def _emptied(match):
    lines = "\n" * match[0].count("\n")
    return " " + lines if match[0].startswith("/") else '""' + lines


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
