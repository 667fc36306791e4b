#include "tools/reviewctl/build_entry.hpp"

#include "libreview/vocabulary/parse_json.hpp"
#include "tools/reviewctl/entry_flags.hpp"
#include "tools/reviewctl/field_value.hpp"
#include "tools/reviewctl/read_file.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Outcome<json::object> entry_in_file(const Arguments& arguments) {
  const auto file = arguments.find("file");
  if (!file) return json::object();
  const auto text = read_file(*file);
  if (!text) return stop(text.error());
  auto value = review::parse_json(*text);
  if (!value) return stop(value.error());
  if (!value->is_object()) return misused("The file holds one entry: a JSON object.");
  return std::move(value->get_object());
}

/// The object of the kind inside the entry, made if need be.
json::object& of_kind(json::object& entry, const review::Kind& kind) {
  auto& value = entry[kind.json];
  if (!value.is_object()) value = json::object();
  return value.get_object();
}

/// A flag may be the singular of a list: its values are added to those of the plural.
Outcome<bool> set(json::object& into, const EntryFlag& flag, const std::vector<std::string>& given) {
  auto value = field_value(flag, given);
  if (!value) return stop(value.error());
  const std::string name = flag.field->json_name();
  auto* before = into.if_contains(name);
  if (before != nullptr && before->is_array() && value->is_array() && is_one_of_list(flag)) {
    for (auto& one : value->get_array()) before->get_array().push_back(std::move(one));
  } else {
    into[name] = std::move(*value);
  }
  return true;
}

Outcome<json::array> despite(const Arguments& arguments) {
  json::array all;
  for (const auto& code : arguments.all("despite")) {
    if (!arguments.has("despite-reasons") || !arguments.has("authorised-by")) {
      return misused(
          "A rule is set aside with its reasons and by somebody: give --despite-reasons and --authorised-by.");
    }
    all.push_back(json::object{{"code", code},
                               {"reasons", arguments.text("despite-reasons")},
                               {"authorisedBy", arguments.text("authorised-by")}});
  }
  return all;
}

}  // namespace

std::vector<Option> entry_options() {
  return {{"file", "FILE", "The entry as JSON; - reads standard input. Other options are laid over it"},
          {"version", "N", "The version of the case that the decision was made on, as case show prints it"},
          {"despite", "CODE", "A rule that is not kept, by the code of its refusal; may be repeated", {}, 1, true},
          {"despite-reasons", "TEXT", "Why it is not kept"},
          {"authorised-by", "PERSON", "Who said so"},
          {"idempotency-key", "KEY", "Sent again with the same key, the entry is recorded once"},
          {"validate-only", "", "Say what would change, and record nothing"}};
}

Outcome<json::object> build_entry(const Verb& verb, const review::Kind* kind, const Arguments& arguments) {
  auto entry = entry_in_file(arguments);
  if (!entry) return entry;
  if (kind != nullptr) of_kind(*entry, *kind);
  for (const auto& flag : entry_flags(verb, kind)) {
    if (!arguments.has(flag.name)) continue;
    auto& into = flag.of_kind ? of_kind(*entry, *kind) : *entry;
    if (const auto done = set(into, flag, arguments.all(flag.name)); !done) return stop(done.error());
  }
  auto set_aside = despite(arguments);
  if (!set_aside) return stop(set_aside.error());
  if (!set_aside->empty()) (*entry)["despite"] = std::move(*set_aside);
  return entry;
}

}  // namespace reviewctl
