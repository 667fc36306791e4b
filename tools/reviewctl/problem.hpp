#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "tools/reviewctl/exit_code.hpp"

namespace reviewctl {

/// A fault in one field of what was sent.
struct FieldFault {
  std::string pointer;  ///< RFC 6901
  std::string message;
  std::string flag{};  ///< `--harm`, where a flag gave the field; for people only
};

/// Why a verb did not do what it was asked, wherever that was found: on the command line, by a rule, by the service.
struct [[nodiscard]] Problem {
  ExitCode exit = ExitCode::failed;
  int status = 0;    ///< as over HTTP; 0 where it is no refusal of the closed list
  std::string code;  ///< as it travels; empty where it is none of the closed list
  std::string title;
  std::string says;
  std::vector<std::string> cites{};
  std::vector<FieldFault> violations{};
  std::vector<review::Held> holds{};
  std::string request_id{};
  std::vector<std::string> hints{};  ///< what to do next; for people only
};

/// A value, or the problem there was. A struct, because an alias cannot carry the attribute.
template <class T>
struct [[nodiscard]] Outcome : tl::expected<T, Problem> {
  using tl::expected<T, Problem>::expected;
};

[[nodiscard]] inline tl::unexpected<Problem> stop(Problem problem) {
  return tl::unexpected<Problem>(std::move(problem));
}
/// A refusal of the library.
[[nodiscard]] tl::unexpected<Problem> stop(const review::Refusal& refusal);
/// Something on the command line is wrong.
[[nodiscard]] tl::unexpected<Problem> misused(std::string says);
/// Something failed that no rule knows: no connection, no such file.
[[nodiscard]] tl::unexpected<Problem> failed(std::string says, std::vector<std::string> hints = {});

[[nodiscard]] Problem problem_of(const review::Refusal& refusal);
/// A refusal about a file or a name on this machine, for which the title of the service's table would be untrue.
[[nodiscard]] Problem local_problem_of(const review::Refusal& refusal);
/// What the service answered instead of what was asked: problem details, or anything else.
[[nodiscard]] Problem problem_of(int status, std::string_view body);

/// As problem details (RFC 9457).
[[nodiscard]] boost::json::object problem_json(const Problem& problem);
/// For a person, in lines.
[[nodiscard]] std::string problem_text(const Problem& problem);

}  // namespace reviewctl
