"""[[nodiscard]] on every function of a libreview header that returns something, unless the type it returns carries it.

Reads the declarations of namespaces and classes; bodies are passed over. Constructors and operators are left out:
the compiler itself warns of a comparison that goes nowhere.
"""
import re

from checks.tree import Finding, line_of

CARRIES_IT = re.compile(r"\b(?:struct|class|enum)\s*\[\[nodiscard[^\]]*\]\]\s*(\w+)")
PREPROCESSOR = re.compile(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", re.M)
TYPE_HEAD = re.compile(r"\b(class|struct|union)\b(?:\s*\[\[.*?\]\])?\s+(\w+)")
SKIPPED = re.compile(r"\s*(using|typedef|static_assert|extern\s+template|namespace|enum|concept)\b")
ACCESS = re.compile(r"^\s*(public|private|protected)\s*:(?!:)")
LEADING = re.compile(r"\b(alignas|decltype|explicit|requires)\s*\(")


def declarations(code):
    """(offset, text before the end or the body, enclosing class or None) of each declaration."""
    code = PREPROCESSOR.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), code)
    scopes = [None]  # name of the class, or None in a namespace
    start = i = 0
    while i < len(code):
        c = code[i]
        if c == ":" and ACCESS.match(code[start:i + 1]) and code[i + 1:i + 2] != ":":
            start = i + 1
        elif c == ";":
            yield start, code[start:i], scopes[-1]
            start = i + 1
        elif c == "(":
            i = _closing(code, i, "(", ")")
        elif c == "{":
            head = code[start:i]
            kind = TYPE_HEAD.search(_outside(head))
            if re.match(r"\s*(inline\s+)?namespace\b|\s*extern\s*\"", head):
                scopes.append(None)
                start = i + 1
            elif kind and "(" not in _outside(head) and not re.search(r"\benum\b", head):
                scopes.append(kind[2])
                start = i + 1
            else:
                i = _closing(code, i, "{", "}")
                if "(" in head and "=" not in _outside(head):
                    i = _past_initialisers(code, i)
                    yield start, head, scopes[-1]
                    start = i + 1
        elif c == "}":
            if len(scopes) > 1:
                scopes.pop()
            start = i + 1
        i += 1


def _closing(code, i, opens, closes):
    """Offset of the bracket that closes the one at `i`."""
    depth = 0
    while i < len(code):
        depth += (code[i] == opens) - (code[i] == closes)
        if depth == 0:
            return i
        i += 1
    return len(code) - 1


def _past_initialisers(code, i):
    """The brace at `i` closes a member's initial value or the body: the offset at which the body closes."""
    while match := re.compile(r"\s*(,[^{;]*)?\{").match(code, i + 1):
        i = _closing(code, match.end() - 1, "{", "}")
    return i


def _outside(text):
    """`text` without what stands in angle brackets."""
    before = None
    while before != text:
        before, text = text, re.sub(r"<[^<>]*>", " ", text)
    return text


def function(head, enclosing):
    """(name, type returned or None for void) if `head` declares a function that the rule is about, else None."""
    if SKIPPED.match(head):
        return None
    if re.search(r"\boperator\b(?!\s*\(\s*\))", head):
        return None
    head = re.sub(r"^\s*template\s*(?=<)", "", head)
    head = _outside(re.sub(r"->\s*void\b", "->void", head)).strip()
    while LEADING.search(head):
        at = LEADING.search(head)
        head = head[:at.start()] + " T " + head[_closing(head, at.end() - 1, "(", ")") + 1:]
    open_at = head.find("(")
    if open_at < 0 or re.match(r"\(\s*[*&]", head[open_at:]) or re.search(r"=", head[:open_at]):
        return None
    before = re.sub(r"\[\[.*?\]\]", " ", head[:open_at])
    words = re.findall(r"[~\w:]+", before)
    if not words or words[-1].split("::")[-1].lstrip("~") == enclosing or words[-1].startswith("~"):
        return None
    returned = [w for w in words[:-1] if w not in
                ("static", "inline", "constexpr", "consteval", "virtual", "friend", "explicit", "extern")]
    if not returned:
        return None
    nothing = (returned == ["void"] and not re.search(r"[*&]", before)) or "->void" in head
    return words[-1], None if nothing else " ".join(returned)


def functions(tree):
    for path in tree.cpp("libreview/"):
        if path.endswith(".hpp"):
            code = tree.code(path)
            for offset, head, enclosing in declarations(code):
                found = function(head, enclosing)
                if found:
                    lead = len(head) - len(head.lstrip())
                    yield path, line_of(code, offset + lead), head, *found


def counted(tree):
    return sum(1 for _ in functions(tree))


def nodiscard(rule, tree):
    carriers = {m[1] for p in tree.cpp("libreview/") for m in CARRIES_IT.finditer(tree.code(p))}
    for path, line, head, name, returns in functions(tree):
        if returns and returns.split("::")[-1] not in carriers and "[[nodiscard" not in head:
            yield Finding(rule, path, line, f"{name} returns something that may be dropped")
