"""Files of a folder are compiled together, as one (tools/cmake/together.cmake): what one of them calls its own is its own
in none of them. Two such names of one meaning are a fault of the compiler as soon as the files meet, and which files
meet changes with every file that is added. So is a name that a header has which one of the files includes.
"""
import re

from checks.arrows import QUOTED
from checks.tree import Finding

MOST = 8  # as in tools/cmake/together.cmake
OPENS = "namespace {"
CLOSES = "}  // namespace"
NAMESPACE = re.compile(r"^namespace ([\w:]+) \{", re.M)
FUNCTION = re.compile(r"^(?:\[\[[^\]]*\]\] )?(?!(?:using|return|namespace|else|template|typedef|TEST_CASE)\b)"
                      r"\w[\w:<>,&* ]*?[ \n&*](\w+)\(([^;{}]*?)\)\s*(?:noexcept\s*)?[;{]", re.M)
TYPE = re.compile(r"^(?:struct|class|enum class) (?:\[\[[^\]]*\]\] )?(\w+)[^;{]*\{", re.M)
VALUE = re.compile(r"^(?:inline |static )?(?:constexpr|const) [^\n(={]*?\b(\w+)(?:\[\])?(?: =|\{)", re.M)
PARAMETER_NAME = re.compile(r"(?<=[\s&*>])\w+( = .*)?$")
QUALIFIED = re.compile(r"\b\w+::")


def _types(parameters):
    """The types of parameters as they are written, without names, defaults and namespaces."""
    kept, depth, one = [], 0, ""
    for c in re.sub(r"\s+", " ", parameters) + ",":
        depth += (c in "<(") - (c in ">)")
        if c == "," and depth == 0:
            kept.append(QUALIFIED.sub("", PARAMETER_NAME.sub("", one.strip())).strip())
            one = ""
        else:
            one += c
    return ", ".join(kept)


def _names(code):
    """What is defined or declared at the beginning of a line, with its line: functions with the types that they take."""
    for match in FUNCTION.finditer(code):
        yield f"{match[1]}({_types(match[2])})", code.count("\n", 0, match.start(1))
    for pattern in (TYPE, VALUE):
        for match in pattern.finditer(code):
            yield match[1], code.count("\n", 0, match.start(1))


def _own(tree, path):
    """The names that are a file's own, each with its line."""
    code = tree.code(path).split("\n")
    begins = None
    for number, line in enumerate(tree.text(path).split("\n")):
        if line == OPENS:
            begins = number + 1
        elif line == CLOSES and begins is not None:
            for name, offset in _names("\n".join(code[begins:number])):
                yield name, begins + offset + 1
            begins = None


def _namespace(tree, path):
    match = NAMESPACE.search(tree.code(path))
    return match[1] if match else ""


class Included:
    """The headers that files include, also by way of others, and the names that are declared there."""

    def __init__(self, tree):
        self._tree = tree
        self._all = set(tree.paths)
        self._includes = {}
        self._names = {}

    def by(self, paths):
        seen, left = set(), list(paths)
        while left:
            for header in self._read(left.pop()):
                if header not in seen:
                    seen.add(header)
                    left.append(header)
        return sorted(seen)

    def names(self, header):
        if header not in self._names:
            space = _namespace(self._tree, header)
            self._names[header] = {(space, name) for name, _ in _names(self._tree.code(header))}
        return self._names[header]

    def _read(self, path):
        if path not in self._includes:
            found = (match[1] for match in QUOTED.finditer(self._tree.without_comments(path)))
            self._includes[path] = [header for header in found if header in self._all]
        return self._includes[path]


def _together(paths):
    """The files of a folder as tools/cmake/together.cmake compiles them: a few at a time, evenly."""
    groups = -(-len(paths) // MOST)
    size = -(-len(paths) // groups)
    return [paths[at:at + size] for at in range(0, len(paths), size)]


def own_names(rule, tree):
    folders = {}
    for path in tree.cpp("libreview/", "reviewd/", "tools/", "tests/"):
        if path.endswith(".cpp"):
            folders.setdefault(path.rpartition("/")[0], []).append(path)
    included = Included(tree)
    for paths in (group for folder in folders.values() for group in _together(folder)):
        taken = {name: header for header in included.by(paths) for name in included.names(header)}
        for path in paths:
            own = list(_own(tree, path))
            for name, line in own:
                other = taken.get((_namespace(tree, path), name))
                if other:
                    yield Finding(rule, path, line, f"{name} is a name of {other} too, and they are compiled together")
            taken.update({(_namespace(tree, path), name): path for name, _ in own})
