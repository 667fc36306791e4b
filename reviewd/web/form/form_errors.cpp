#include "reviewd/web/form/form_errors.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string held(const json::value& hold) {
  const auto since = text_in(hold, "since");
  return fmt::format("{}{}", text_in(hold, "why"), since.empty() ? "" : fmt::format(" (since {})", day_words(since)));
}

}  // namespace

std::string path_of(std::string_view pointer) {
  std::string path;
  for (std::size_t i = pointer.starts_with('/') ? 1 : 0; i < pointer.size(); ++i) {
    const bool escape = pointer[i] == '~' && i + 1 < pointer.size();
    if (escape) ++i;
    path += escape ? (pointer[i] == '1' ? '/' : '~') : pointer[i] == '/' ? '.' : pointer[i];
  }
  return path;
}

std::vector<FormError> errors_of(const json::value& problem) {
  std::vector<FormError> errors;
  for (const auto& one : list_in(problem, "violations")) {
    errors.push_back({path_of(text_in(one, "pointer")), text_in(one, "message")});
  }
  if (errors.empty()) errors.push_back({"", text_in(problem, "detail")});
  for (const auto& hold : list_in(problem, "holds")) errors.push_back({"", held(hold)});
  return errors;
}

}  // namespace reviewd
