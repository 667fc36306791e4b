#include <fmt/format.h>

#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

std::string missing_of(const boost::json::object& letter) {
  std::string all;
  for (const auto& one : list_of(letter, "missing")) all += (all.empty() ? "" : "; ") + std::string(one.as_string());
  return all;
}

Outcome<ExitCode> run_letter_list(Call& call) {
  const auto service = http_service_of(call);
  if (!service) return stop(service.error());
  const auto answer = ask_json(**service, {"GET", case_path(call.arguments, "/letters")});
  if (!answer) return stop(answer.error());
  const auto& listed = list_of(answer->get_object(), "letters");
  std::vector<boost::json::value> letters(listed.begin(), listed.end());
  Table table{{{"LETTER", "letter"}, {"TITLE", "title"}, {"NOT RECORDED", "missing"}}};
  for (const auto& value : letters) {
    const auto& letter = value.get_object();
    table.rows.push_back({text_of(letter, "letter"), text_of(letter, "title"), missing_of(letter)});
  }
  call.output.list({"letters", std::move(letters), std::move(table), "There is no letter for this case yet."});
  return ExitCode::done;
}

}  // namespace

Verb letter_list() {
  return {.noun = "letter",
          .verb = "list",
          .summary = "Lists the letters that can be made of a case, with what is not recorded for them",
          .reach = Reach::server,
          .lists = true,
          .operands = {{"CASE", "The reference of the case"}},
          .examples = {{"What the rapid review still lacks", "letter list 26-0018 --output json"}},
          .run = run_letter_list};
}

}  // namespace reviewctl
