"""Who may include whom."""
import re

from checks.tree import Finding, line_of

# Each folder of libreview may include itself and what stands in a line above its own.
ORDER = [["base"], ["calendar"], ["vocabulary"], ["law"], ["rehearsal"], ["record"], ["clocks"], ["embargo"], ["access"],
         ["figures"], ["meeting"], ["alerts", "learning", "past"], ["chronology"], ["story"], ["store"], ["journal"], ["registers"],
         ["views"], ["desk"]]
RANK = {folder: rank for rank, folders in enumerate(ORDER) for folder in folders}
STORE = {"store", "journal", "registers", "views", "desk"}
CORE = set(RANK) - STORE

# The same for reviewd: from what knows least to what knows all. Files of reviewd itself, as main, stand on top.
REVIEWD_ORDER = ["base", "http", "settings", "storage", "identity", "identity/oidc", "returns", "documents", "paper", "delivery",
                 "alerts", "feeds", "act", "letters", "api", "api/openapi", "web/words", "web/frame", "web/form", "web/case", "web/publication", "web/action", "web/incident",
                 "web/programme", "web/meeting", "web/agencies", "web/home", "web/figures", "web/administration", "web/return_link", "web/sign_in", ""]
REVIEWD_RANK = {folder: rank for rank, folder in enumerate(REVIEWD_ORDER)}

QUOTED = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.M)
ANGLED = re.compile(r"^[ \t]*#[ \t]*include[ \t]*<([^>]+)>", re.M)
SQL = re.compile(r'"[^"\n]*\b(SELECT\b.*\bFROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|REPLACE INTO|PRAGMA \w'
                 r"|CREATE (TEMP )?(UNIQUE )?(VIRTUAL )?(TABLE|INDEX|TRIGGER|VIEW)|ALTER TABLE|DROP (TABLE|INDEX)"
                 r"|BEGIN IMMEDIATE)\b|\bR\"\w*\(\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA)\b")

# What each library is for; nobody else sees its headers.
LIBRARIES = [
    (re.compile(r"(SQLiteCpp/|sqlite3\.h)"),
     "libreview/store/ libreview/journal/ libreview/registers/ libreview/views/"),
    (re.compile(r"openssl/"), "libreview/store/ libreview/journal/ libreview/registers/ reviewd/ tools/reviewctl/"),
    (re.compile(r"sodium"), "libreview/store/ libreview/journal/ libreview/registers/ reviewd/ tools/reviewctl/"),
    (re.compile(r"boost/(asio|beast)"), "reviewd/ tools/reviewctl/"),
    (re.compile(r"spdlog/"), "reviewd/"),
    (re.compile(r"curl/"), "reviewd/delivery/ reviewd/identity/ tools/reviewctl/"),
    (re.compile(r"xlsxwriter"), "reviewd/documents/"),
    (re.compile(r"CLI/"), "reviewd/ tools/reviewctl/"),
    (re.compile(r"libstemmer"), "libreview/learning/"),
]
TOML_READERS = re.compile(r"libreview/law/|reviewd/(\w+/)?\w*config\w*\.[ch]pp")


def folder_of(path):
    """`record` for libreview/record/…, else None."""
    parts = path.split("/")
    return parts[1] if parts[0] == "libreview" and len(parts) > 2 else None


def refusal_in_reviewd(path, included):
    """Why a file of reviewd may not include a header of reviewd, or None."""
    mine, theirs = (name[len("reviewd/"):].rpartition("/")[0] for name in (path, included))
    for folder in (mine, theirs):
        if folder not in REVIEWD_RANK:
            return f"reviewd/{folder} has no place in the order of tools/checks/arrows.py"
    if REVIEWD_RANK[theirs] > REVIEWD_RANK[mine]:
        return f"{theirs} does not stand below {mine}"
    return None


def refusal(path, included):
    """Why `path` may not include the project's header `included`, or None."""
    mine, theirs = folder_of(path), folder_of(included)
    if path.startswith("reviewd/") and included.startswith("reviewd/"):
        why = refusal_in_reviewd(path, included)
        if why:
            return why
    if mine:
        if mine not in RANK:
            return f"libreview/{mine} has no place in the order of tools/checks/arrows.py"
        if included.startswith("review/v1/"):
            return None if RANK[mine] >= RANK["vocabulary"] else "below the vocabulary there are no messages"
        if theirs is None:
            return "libreview includes nothing but libreview"
        if theirs != mine and RANK.get(theirs, len(ORDER)) >= RANK[mine]:
            return f"{theirs} does not stand below {mine}"
    elif path.startswith("reviewd/http/"):
        if not included.startswith(("reviewd/http/", "libreview/base/", "reviewd/base/")):
            return "reviewd/http knows no rule: only reviewd/http, reviewd/base and libreview/base"
    elif path.startswith("reviewd/web/") and included.startswith(("libreview/desk/", "libreview/views/")):
        return "a page knows what the API answers, and nothing else"
    elif path.startswith("reviewd/"):
        if not included.startswith(("reviewd/", "libreview/", "review/v1/")):
            return "reviewd includes reviewd and libreview"
    elif path.startswith("tools/reviewctl/"):
        # Verbs on a store that nobody holds are answered by the daemon's own endpoints, without a daemon.
        if not included.startswith(("tools/reviewctl/", "reviewd/", "libreview/", "review/v1/")):
            return "reviewctl includes reviewctl, reviewd and libreview"
    return None


def arrow(rule, tree):
    for path in tree.cpp("libreview/", "reviewd/", "tools/"):
        code = tree.without_comments(path)
        for match in QUOTED.finditer(code):
            why = refusal(path, match[1])
            if why:
                yield Finding(rule, path, line_of(code, match.start(1)), f"{match[1]}: {why}")


def quoted_include(rule, tree):
    """Quotes are for our own headers, by their path from the root, so that the arrows can be read."""
    for path in tree.cpp("libreview/", "reviewd/", "tools/", "tests/"):
        code = tree.without_comments(path)
        for match in QUOTED.finditer(code):
            if not match[1].startswith(("libreview/", "reviewd/", "tools/", "tests/", "review/v1/")):
                yield Finding(rule, path, line_of(code, match.start(1)), f"{match[1]} is not a path from the root")
        for match in ANGLED.finditer(code):
            if match[1].startswith(("libreview/", "reviewd/", "tools/", "tests/", "review/v1/")):
                yield Finding(rule, path, line_of(code, match.start(1)), f"{match[1]} belongs in quotes")


def library(rule, tree):
    for path in tree.cpp("libreview/", "reviewd/", "tools/reviewctl/"):
        code = tree.code(path)
        for match in ANGLED.finditer(code):
            for header, users in LIBRARIES:
                if header.match(match[1]) and not path.startswith(tuple(users.split())):
                    yield Finding(rule, path, line_of(code, match.start(1)), f"<{match[1]}> is for {users}")


def toml(rule, tree):
    for path in tree.cpp("libreview/", "reviewd/", "tools/"):
        if TOML_READERS.match(path):
            continue
        code = tree.code(path)
        for match in ANGLED.finditer(code):
            if match[1].startswith("toml++/"):
                yield Finding(rule, path, line_of(code, match.start(1)), "TOML is read in libreview/law and the config")


def sql(rule, tree):
    for path in tree.cpp("libreview/", "reviewd/", "tools/"):
        if path.startswith(("libreview/store/", "libreview/journal/", "libreview/registers/", "libreview/views/")):
            continue
        code = tree.without_comments(path)
        for match in SQL.finditer(code):
            yield Finding(rule, path, line_of(code, match.start()), "SQL stands in store, journal, registers and views only")
