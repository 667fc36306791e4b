#include <fmt/format.h>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/london_time.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

/// A value in one line: parts as options take them.
std::string in_a_line(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_bool()) return value.get_bool() ? "yes" : "no";
  if (value.is_int64()) return std::to_string(value.get_int64());
  std::string all;
  if (const auto* list = value.if_array()) {
    for (const auto& one : *list) all += (all.empty() ? "" : ", ") + in_a_line(one);
  }
  if (const auto* object = value.if_object()) {
    for (const auto& part : *object) {
      all += fmt::format("{}{}={}", all.empty() ? "" : ", ", std::string_view(part.key()), in_a_line(part.value()));
    }
  }
  return all;
}

void say(Output& output, std::string_view key, const json::value& value) {
  const auto name = review::kebab(review::snake(key));
  const auto* list = value.if_array();
  if (list == nullptr || list->empty() || !list->front().is_object()) {
    return output.line(fmt::format("{:<31} {}", name, in_a_line(value)));
  }
  for (const auto& one : *list) output.line(fmt::format("{:<31} {}", name, in_a_line(one)));
}

void show_entry(Output& output, const json::object& entry) {
  const review::Kind* kind = nullptr;
  for (const auto& one : review::member_kinds()) {
    if (entry.contains(one.json)) kind = &one;
  }
  const std::string title = kind == nullptr ? "An entry" : fmt::format("{} ({})", kind->label, kind->name);
  output.line(title + (is_true(entry, "hidden") ? ", whose content is hidden" : ""));
  for (const auto& field : entry) {
    const std::string_view key(field.key());
    if (kind != nullptr && key == kind->json) continue;
    if (key == "recordedTime") {
      say(output, key, json::value(json::string(london_time(text_of(entry, key)))));
    } else {
      say(output, key, field.value());
    }
  }
  const auto* content = kind == nullptr ? nullptr : object_of(entry, kind->json);
  if (content == nullptr || content->empty()) return;
  output.line();
  for (const auto& field : *content) say(output, std::string_view(field.key()), field.value());
}

Outcome<ExitCode> run_entry_show(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto as_at = call.arguments.day("as-at");
  if (!as_at) return stop(as_at.error());
  auto path = case_path(call.arguments, "/entries/") + reviewd::percent_encoded(call.arguments.text("ENTRY"));
  if (*as_at) path += "?asAt=" + (*as_at)->iso();
  const auto entry = ask_json(**service, {"GET", path});
  if (!entry) return stop(entry.error());
  if (call.output.for_people()) {
    show_entry(call.output, entry->get_object());
  } else {
    call.output.value(*entry);
  }
  return ExitCode::done;
}

}  // namespace

Verb entry_show() {
  return {.noun = "entry",
          .verb = "show",
          .summary = "Shows all that one entry says",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case"}, {"ENTRY", "The entry, as entry list names it"}},
          .options = {{"as-at", "DATE", "As it stood at the end of that day"}},
          .examples = {{"What did we write?", "entry show 26-0018 kuiz2yyz3dzrkknnjfbmtqppkl"}},
          .run = run_entry_show};
}

}  // namespace reviewctl
