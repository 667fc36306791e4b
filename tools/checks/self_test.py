"""A check that cannot fail is none: each rule fires on a tree that breaks it, and no rule on one that does not."""
import pathlib
import tempfile

from checks import rules
from checks.tree import Tree


def own(lines, included=""):
    """A file whose own names these lines define."""
    return f"{included}namespace review {{\nnamespace {{\n\n{lines}\n\n}}  // namespace\n}}  // namespace review\n"


CLEAN = {
    "README.md": "See `libreview/README.md`, run `tools/run --demo`, GET `/v1/cases` or `build/dev`.\n",
    "libreview/README.md": "| `base/` | | \n| `law/` | `law/rule.hpp` |\n| `record/` | |\n| `journal/` | |\n",
    "tools/run": "#!/bin/sh\n",
    "libreview/law/england.toml": "x = 1\n" * 500,
    "libreview/base/result.hpp": """// Says what it is.
#pragma once
#include <string>
namespace review {
template <class T> struct [[nodiscard]] Result {
  Result(T v) : value_(std::move(v)), other_{1}, third_{2} {}
  explicit(false) Result(int);
  ~Result();
  explicit operator bool() const;
  friend bool operator==(const Result&, const Result&) = default;
  auto operator<=>(const Result&) const = default;
  [[nodiscard]] const T& value() const { return value_; }
  void clear();
  virtual void f() = 0;
  static review::Result<std::pair<int, int>> carried(int);
 private:
  std::function<int(int)> f_ = [](int x) { return x; };
  int (*g_)(int) = nullptr;
  T value_{};
};
enum class Code : int { a, b };
using F = int(int);
inline auto g(int) -> void {}
inline const int x = 1'000;
/// TIME: no `mutex`, "rand()" or time() in prose counts.
[[nodiscard]] inline std::string s() { static const std::string words = "rand() time() mutex"; return words; }
}
""",
    "libreview/law/rule.hpp": '#pragma once\n#include <toml++/toml.h>\n#include "libreview/base/result.hpp"\n',
    "libreview/law/rule.cpp": '#include "libreview/law/rule.hpp"\nint lifetime(int);\nint y = lifetime(2) + in.time();\n'
                              .replace("int y = ", "const int y = "),
    "libreview/law/first.cpp": own("int f(int a) { return a; }\nstruct A {};"),
    "libreview/law/second.cpp": own("int f(const std::map<int, int>& a) { return f(a.size()); }"),
    "libreview/record/first.cpp": own("int f(int a) { return a; }\nstruct A {};", '#include "libreview/base/f.hpp"\n'),
    "libreview/base/f.hpp": "#pragma once\nnamespace review {\n[[nodiscard]] int f(bool a);\nstruct B;\n}\n",
    "libreview/record/fold.cpp": '#include "libreview/law/rule.hpp"\n#include "review/v1/entries.pb.h"\n',
    "libreview/journal/append.cpp": '#include <SQLiteCpp/SQLiteCpp.h>\nauto q = "INSERT INTO leaf VALUES (1)";\n',
    "reviewd/http/router.cpp": '#include "libreview/base/result.hpp"\nvoid f() { const auto a = co_await g(b); }\n',
    "reviewd/settings/config.cpp": "#include <toml++/toml.h>\n",
    "tools/reviewctl/main.cpp": '#include "libreview/journal/append.hpp"\n',
}


def header(declaration):
    return {"libreview/base/a.hpp": f"#pragma once\nnamespace review {{\n{declaration}\n}}\n"}


def beside(mine, theirs):
    """Two files of a folder, each with names of its own."""
    return {"libreview/record/a.cpp": own(mine), "libreview/record/b.cpp": own(theirs)}


def core(line):
    return {"libreview/record/a.cpp": f"{line}\n"}


# The rule, and what added to the clean tree breaks it.
BREACHES = [
    ("arrow", {"libreview/base/a.cpp": '#include "libreview/law/rule.hpp"\n'}),
    ("arrow", {"libreview/base/a.cpp": '#include "review/v1/entries.pb.h"\n'}),
    ("arrow", {"libreview/record/a.cpp": '#  include "libreview/journal/append.hpp"\n'}),
    ("arrow", {"libreview/record/a.cpp": '#include "reviewd/base/log.hpp"\n'}),
    ("arrow", {"libreview/alerts/a.cpp": '#include "libreview/learning/a.hpp"\n'}),
    ("arrow", {"libreview/new/a.cpp": '#include "libreview/base/result.hpp"\n'}),
    ("arrow", {"reviewd/http/a.cpp": '#include "libreview/record/fold.hpp"\n'}),
    ("arrow", {"reviewd/http/a.cpp": '#include "reviewd/api/endpoint.hpp"\n'}),
    ("arrow", {"reviewd/web/words/a.cpp": '#include "reviewd/web/frame/page.hpp"\n'}),
    ("arrow", {"reviewd/misc/a.cpp": '#include "reviewd/base/log.hpp"\n'}),
    ("arrow", {"reviewd/api/a.cpp": '#include "tools/reviewctl/a.hpp"\n'}),
    ("arrow", {"tools/reviewctl/a.cpp": '#include "tests/support/daemon.hpp"\n'}),
    ("quoted-include", {"libreview/base/a.cpp": '#include "result.hpp"\n'}),
    ("quoted-include", {"libreview/base/a.cpp": "#include <libreview/desk/desk.hpp>\n"}),
    ("library", core("#include <SQLiteCpp/Database.h>")),
    ("library", {"libreview/desk/a.cpp": "#include <boost/asio/post.hpp>\n"}),
    ("library", {"reviewd/api/a.cpp": "#include <sqlite3.h>\n"}),
    ("toml", core("#include <toml++/toml.h>")),
    ("toml", {"tools/reviewctl/a.cpp": "#include <toml++/toml.h>\n"}),
    ("sql", {"libreview/desk/a.cpp": 'auto q = "SELECT a FROM b";\n'}),
    ("sql", {"reviewd/api/a.cpp": 'auto q = R"(\n  INSERT INTO b VALUES (1))";\n'}),
    ("pure", core("auto t = std::chrono::system_clock::now();")),
    ("pure", core("auto t = std::time(nullptr);")),
    ("pure", core("auto t = time(nullptr);")),
    ("pure", core("int r = rand();")),
    ("pure", core("std::random_device r;")),
    ("pure", core("std::ifstream in(name);")),
    ("pure", core('auto* f = fopen("x", "r");')),
    ("pure", core("#include <thread>")),
    ("pure", core("std::mutex m;")),
    ("pure", core('auto* e = std::getenv("TZ");')),
    ("pure", core("using namespace std;")),
    ("mutable-global", core("static int counter = 0;")),
    ("mutable-global", core("void f() {\n  static std::map<int, int> cache;\n}")),
    ("mutable-global", core("int counter = 0;")),
    ("co-await", {"reviewd/api/a.cpp": "auto a = co_await f([x] { return x; });\n"}),
    ("co-await", {"reviewd/api/a.cpp": "auto a = co_await\n    f(\n    Options{1});\n"}),
    ("nodiscard", header("int f();")),
    ("nodiscard", header("std::map<int, std::vector<std::pair<int, int>>>\nf(const std::vector<int>& a,\n  int b = 2);")),
    ("nodiscard", header("template <class T>\nrequires (sizeof(T) > 2)\nT f(T);")),
    ("nodiscard", header("inline int f() { return 1; }")),
    ("nodiscard", header("auto f(int) -> int;")),
    ("nodiscard", header("void* f();")),
    ("nodiscard", header("std::optional<Result<int>> f();")),
    ("nodiscard", header("static constexpr int f() noexcept(true);")),
    ("nodiscard", header("struct A {\n  A(int b) : b_{b}, c_{1} {}\n  int f() const;\n};")),
    ("nodiscard", header("class A : public B<int> {\n public:\n  struct C { int d{}; bool e() const { return {}; } };\n};")),
    ("nodiscard", header("struct A {\n  virtual bool f() = 0;\n};")),
    ("nodiscard", header("struct A {\n  friend bool same(const A&, const A&);\n};")),
    ("nodiscard", header("struct A {\n  int operator()(int) const;\n};")),
    ("nodiscard", header("struct A {\n  int b = 3;\n  std::function<void(int)> c;\n  int d() const;\n};")),
    ("own-name", beside("int g(int a) { return a; }", "bool g(int b) {\n  return b; }")),
    ("own-name", beside("int g(std::pair<int, int> a,\n      int b = 2) { return b; }",
                        "int g(std::pair<int, int> c, int) { return 1; }")),
    ("own-name", beside("struct C {};", "enum class C { a };")),
    ("own-name", beside("constexpr int c = 1;", "const std::string c{};")),
    ("own-name", {"libreview/record/a.cpp": own("int f(bool b) { return b; }", '#include "libreview/base/f.hpp"\n')}),
    ("own-name", {"libreview/record/a.cpp": own("int f(bool b) { return b; }")}),
    ("length", {"libreview/base/a.cpp": "int f();\n" * 401}),
    ("length", {"tools/long": "#!/bin/sh\n" + "true\n" * 400}),
    ("length", {"tools/checks/a.py": "pass\n" * 401}),
    ("pragma-once", {"libreview/base/a.hpp": "#include <string>\n"}),
    ("pragma-once", {"tests/support/a.hpp": "// #pragma once\n"}),
    ("generated", {".made/review/v1/entries.pb.h": "#pragma once\n"}),
    ("unfinished", core("// TO" "DO: more")),
    ("unfinished", {"proto/review/v1/a.proto": "// FIX" "ME\n"}),
    ("machine-path", {"tests/unit/a.cpp": 'auto p = "/ro' 'ot/x";\n'}),
    ("map", {"README.md": "See `libreview/gone.hpp`.\n"}),
    ("map", {"README.md": "Run `tools/gone --demo`.\n"}),
    ("map", {"README.md": "See [this](tests/gone.md#there).\n"}),
    ("map", {"libreview/README.md": CLEAN["libreview/README.md"] + "`law/gone.hpp`\n"}),
    ("map-complete", {"libreview/clocks/a.cpp": "\n"}),
    ("map-complete", {"libreview/README.md": None}),
]


def rules_fired(files):
    """The names of the rules that find something in a tree of these files; None leaves a file out."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            if text is not None:
                place = pathlib.Path(folder, path)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, encoding="utf-8")
        return {finding.rule: str(finding) for finding in rules.check(Tree(pathlib.Path(folder)))}


def run():
    """0 if every rule fires where it must and nowhere else."""
    wrong = [f"fires on a clean tree: {finding}" for finding in rules_fired(CLEAN).values()]
    for rule, breach in BREACHES:
        if rule not in rules_fired(CLEAN | breach):
            wrong.append(f"{rule} does not see {breach}")
    wrong += [f"no breach is tried for {rule}" for rule in sorted(set(rules.RULES) - {rule for rule, _ in BREACHES})]
    for line in wrong:
        print(line)
    print(f"{len(BREACHES)} breaches of {len(rules.RULES)} rules tried, {len(wrong)} wrong")
    return 1 if wrong else 0
