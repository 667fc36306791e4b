#include "reviewd/web/frame/api_errors.hpp"

#include <map>

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

/// The API names a field that is missing as programs do; whoever typed reads what to do.
std::string message_of(const json::value& violation, const std::string& field) {
  static const std::map<std::string, std::string> missing = {{"name", "Enter a name"},
                                                             {"role", "Choose what the contact is for"},
                                                             {"mailbox", "Enter a mailbox"},
                                                             {"telephone", "Enter a telephone number"}};
  auto message = text_in(violation, "message");
  const auto known = missing.find(field);
  return known != missing.end() && message == "Give " + field + "." ? known->second : practice_words(message);
}

}  // namespace

json::array api_errors(const json::value& problem) {
  json::array errors;
  for (const auto& violation : list_in(problem, "violations")) {
    const auto field = field_of(text_in(violation, "pointer"));
    errors.push_back(json::object{{"text", message_of(violation, field)},
                                  {"href", field.empty() ? json::value(false) : json::value("#" + field)}});
  }
  if (errors.empty() && problem.is_object()) {
    errors.push_back(json::object{{"text", practice_words(text_in(problem, "detail"))}, {"href", false}});
  }
  return errors;
}

void show_errors(View& view, const json::value& problem) {
  if (!problem.is_object()) return;
  for (const auto& violation : list_in(problem, "violations")) {
    const auto field = field_of(text_in(violation, "pointer"));
    if (!field.empty()) view[field + "Error"] = message_of(violation, field);
  }
  view["errors"] = api_errors(problem);
  view["hasErrors"] = true;
}

}  // namespace reviewd
