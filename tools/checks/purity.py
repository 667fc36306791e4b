"""What review_core may not do, and what this compiler cannot do."""
import re

from checks.arrows import CORE
from checks.tree import Finding, line_of

# The pattern, and what it would let in.
BANNED = [
    (r"(_clock|[cC]lock)\s*::\s*now\b", "a clock"),
    (r"(?<![\w.>:])(std\s*::\s*)?(time|gmtime|gmtime_r|localtime|localtime_r|clock_gettime|gettimeofday)\s*\(", "a clock"),
    (r"\b(rand|srand|random|drand48|getrandom)\s*\(", "randomness"),
    (r"\b(random_device|mt19937(_64)?|default_random_engine)\b|<random>", "randomness"),
    (r"\b[io]?fstream\b|\bfopen\b|\bfreopen\b|<cstdio>|\bstd\s*::\s*filesystem\b|<filesystem>|<unistd\.h>", "a file"),
    (r"<iostream>|\bstd\s*::\s*(cin|cout|cerr|clog)\b", "a stream of the process"),
    (r"\bstd\s*::\s*(jthread|thread|async|future|promise|condition_variable)\b|<(thread|future)>|\bpthread_", "a thread"),
    (r"\b(recursive_|shared_|timed_)?mutex\b|\block_guard\b", "a mutex"),
    (r"\b(secure_)?getenv\b", "the environment"),
    (r"\busing\s+namespace\b", "using namespace"),
]
PATTERNS = [(re.compile(pattern), what) for pattern, what in BANNED]

GLOBAL = re.compile(r"^[ \t]*(static|thread_local|inline)\s+(?!.*\b(const|constexpr|consteval|using|namespace)\b)"
                    r"(static\s+|thread_local\s+)*[\w:<>,&* \t]+?\s[*&]?\w+\s*(=[^=]|;|\{[^\n]*\};)", re.M)

# Our format does not indent what stands in a namespace.
BARE = re.compile(r"^(?!(using|typedef|class|struct|enum|namespace|template|extern|friend|static|inline|thread_local|const"
                  r"|constexpr|constinit|return|concept)\b)[\w:]+(<[^;(]*>)?[*& ]+\w+( = [^;]*;|;|\{[^\n]*\};)", re.M)

CO_AWAIT = re.compile(r"\bco_await\b[^;]*?[\[{]")


def core(tree):
    return tree.cpp(*(f"libreview/{folder}/" for folder in sorted(CORE)))


def pure(rule, tree):
    for path in core(tree):
        code = tree.code(path)
        for pattern, what in PATTERNS:
            for match in pattern.finditer(code):
                yield Finding(rule, path, line_of(code, match.start()), f"{what} in review_core: {match[0].strip()}")


def mutable_global(rule, tree):
    for path in core(tree):
        code = tree.code(path)
        for match in [*GLOBAL.finditer(code), *BARE.finditer(code)]:
            yield Finding(rule, path, line_of(code, match.start()), "something that lives on and can change")


def co_await(rule, tree):
    """g++ 12.2 destroys some temporaries twice when an argument with braces stands inside the expression."""
    for path in tree.cpp("libreview/", "reviewd/", "tools/", "tests/"):
        code = tree.code(path)
        for match in CO_AWAIT.finditer(code):
            yield Finding(rule, path, line_of(code, match.start()), "name the argument on the line before")
