#include "reviewd/web/frame/api_errors.hpp"

#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// `name` of `/name`, and `agencies` of `/agencyReturnRequested/agencies/0`.
std::string field_of(const std::string& pointer) {
  std::string field;
  for (std::size_t from = 0; from < pointer.size();) {
    const auto to = std::min(pointer.find('/', from + 1), pointer.size());
    const auto piece = pointer.substr(from + 1, to - from - 1);
    const bool is_place = !piece.empty() && piece.find_first_not_of("0123456789") == std::string::npos;
    if (!is_place) field = piece;
    from = to;
  }
  return field;
}

}  // namespace

json::array api_errors(const json::value& problem) {
  json::array errors;
  for (const auto& violation : list_in(problem, "violations")) {
    const auto field = field_of(text_in(violation, "pointer"));
    errors.push_back(json::object{{"text", practice_words(text_in(violation, "message"))},
                                  {"href", field.empty() ? json::value(false) : json::value("#" + field)}});
  }
  if (errors.empty() && problem.is_object()) {
    errors.push_back(json::object{{"text", practice_words(text_in(problem, "detail"))}, {"href", false}});
  }
  return errors;
}

void show_errors(View& view, const json::value& problem) {
  if (!problem.is_object()) return;
  view["errors"] = api_errors(problem);
  view["hasErrors"] = true;
}

}  // namespace reviewd
