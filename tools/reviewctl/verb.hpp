#pragma once

#include <string>
#include <vector>

#include "tools/reviewctl/arguments.hpp"
#include "tools/reviewctl/exit_code.hpp"
#include "tools/reviewctl/output.hpp"

namespace reviewctl {

/// `--limit N`, or a switch where `value` is empty.
struct Option {
  std::string name;   ///< without the hyphens
  std::string value;  ///< what stands for its value in help: `N`
  std::string help;
  std::vector<std::string> choices{};  ///< none: anything
  int words = 1;                       ///< how many words its value may have
  bool repeats = false;                ///< it may be given more than once
};

/// A word of the command line that needs no option: `CASE`.
struct Operand {
  std::string name;
  std::string help;
  bool required = true;
  bool several = false;
  std::vector<std::string> choices{};  ///< none: anything
};

struct Example {
  std::string what;  ///< what it is good for
  std::string line;  ///< after `reviewctl `
};

/// What a verb works on. It decides which of --server, --token-file and --store it takes.
enum class Reach { offline, file, server, file_or_server };
/// Whether a verb takes the fields of an entry as options, and where the kind of entry is named.
enum class Fields { none, of_option_kind, of_operand_kind };

struct Verb;

/// One use of a verb.
struct Call {
  const Verb& verb;
  const Arguments& arguments;
  Output& output;
};

/// One row of the table of verbs: all that help, completion and parsing know of it, and what does it.
struct Verb {
  std::string noun;
  std::string verb;  ///< empty where the noun says it all: `overdue`
  std::string summary;
  Reach reach = Reach::offline;
  bool lists = false;  ///< gives a list, so CSV too
  std::vector<Operand> operands{};
  std::vector<Option> options{};  ///< its own; `options_of` has those that it shares with others
  Fields fields = Fields::none;
  std::string opens{"incident-logged"};  ///< of `of_option_kind`: the kind of entry where none is named
  std::string more{};                    ///< a paragraph for help; may be empty
  std::vector<Example> examples{};
  Outcome<ExitCode> (*run)(Call&) = nullptr;
};

/// `case log`
[[nodiscard]] std::string name_of(const Verb& verb);
/// Every option of a verb, its own first.
[[nodiscard]] std::vector<Option> options_of(const Verb& verb);

}  // namespace reviewctl
