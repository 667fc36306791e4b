#include "reviewd/web/case/chronology_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/form/form_errors.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::object line_view(const json::value& line, const Register& known) {
  json::array more;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) more.push_back(json::object{{"key", key}, {"value", value}});
  };
  add("Sort of contact", text_in(line, "sort"));
  add("Child seen", choice_words("Known", text_in(line, "childSeen")));
  add("The child’s voice", text_in(line, "voice"));
  add("Analysis", text_in(line, "analysis"));
  add("Recorded in", text_in(line, "source"));
  add("Also in the table", text_in(line, "remarks"));
  return {{"line", std::to_string(number_in(line, "line"))},
          {"when", text_in(line, "when")},
          {"written", text_in(line, "written")},
          {"agency", known.agency(text_in(line, "agency"))},
          {"what", text_in(line, "what")},
          {"more", std::move(more)}};
}

json::object flag_view(const json::value& flag, const std::set<int>& shown) {
  json::array lines;
  for (const auto& number : list_in(flag, "lines")) {
    const int line = static_cast<int>(number.to_number<std::int64_t>());
    lines.push_back(json::object{{"words", fmt::format("Line {}", line)},
                                 {"address", shown.contains(line) ? fmt::format("#line-{}", line) : std::string()}});
  }
  std::string shared;
  for (const auto& word : list_in(flag, "sharedWords")) {
    shared += (shared.empty() ? "" : ", ") + std::string(word.as_string());
  }
  return {{"title", text_in(flag, "title")},
          {"says", text_in(flag, "says")},
          {"shared", shared},
          {"lines", std::move(lines)}};
}

json::object source_view(const json::value& source, const Register& known, const std::string& of_case) {
  return {{"agency", known.agency(text_in(source, "agency"))},
          {"address", fmt::format("{}/entries/{}", of_case, percent_encoded(text_in(source, "entry")))},
          {"on", day_words(text_in(source, "occurredOn"))},
          {"rows", std::to_string(number_in(source, "rows"))},
          {"counts", text_in(source, "replacedBy").empty() ? "Yes" : "No: a later one took its place"}};
}

/// The agencies that sent something, each once.
json::array agency_choices(const json::value& chronology, const Register& known, const std::string& chosen) {
  std::map<std::string, std::string> agencies;
  for (const auto& source : list_in(chronology, "sources")) {
    const auto agency = text_in(source, "agency");
    agencies[agency] = known.agency(agency);
  }
  json::array choices;
  for (const auto& [agency, words] : agencies) {
    choices.push_back(json::object{{"value", agency}, {"words", words}, {"chosen", agency == chosen}});
  }
  return choices;
}

void put_errors(View& view, const json::value& problem) {
  json::array errors;
  for (const auto& error : problem.is_object() ? errors_of(problem) : std::vector<FormError>()) {
    const bool of_file = error.path == "file";
    const bool of_agency = error.path == "agency";
    const bool of_gap = error.path == "gapDays";
    const auto at = of_file ? "#file" : of_agency ? "#whose" : of_gap ? "#gapDays" : "";
    errors.push_back(json::object{{"href", shown(at)}, {"text", error.message}});
    if (of_file) view["fileError"] = error.message;
    if (of_agency) view["agencyError"] = error.message;
    if (of_gap) view["gapError"] = error.message;
  }
  view["hasErrors"] = !errors.empty();
  view["errors"] = std::move(errors);
}

void put_upload(View& view, const ChronologySurroundings& around, const std::string& whose) {
  view["mayUpload"] = around.may_upload;
  view["whose"] = whose;
  json::array documents;
  for (const auto& one : around.documents) {
    documents.push_back(json::object{{"value", text_in(one, "document")}, {"words", text_in(one, "title")}});
  }
  view["hasDocuments"] = !documents.empty();
  view["documents"] = std::move(documents);
  json::array agencies;
  for (const auto& one : list_in(around.agencies, "agencies")) {
    agencies.push_back(json::object{{"words", text_in(one, "name")}});
  }
  view["register"] = std::move(agencies);
}

}  // namespace

View chronology_view(const json::value& chronology, const ChronologySurroundings& around,
                     const ChronologyInputs& inputs, const json::value& problem) {
  View view;
  put_identity(view, around.of_case);
  const auto of_case = std::string(view["caseAddress"].as_string());
  view["title"] = fmt::format("Chronology of case {}", text_in(around.of_case, "case"));
  json::array lines;
  std::set<int> numbers;
  for (const auto& line : list_in(chronology, "lines")) {
    numbers.insert(number_in(line, "line"));
    lines.push_back(line_view(line, around.known));
  }
  json::array flags;
  for (const auto& flag : list_in(chronology, "flags")) flags.push_back(flag_view(flag, numbers));
  json::array sources;
  for (const auto& source : list_in(chronology, "sources")) {
    sources.push_back(source_view(source, around.known, of_case));
  }
  view["csv"] = fmt::format("{}/chronology.csv?agency={}&gapDays={}", of_case, percent_encoded(inputs.agency),
                            percent_encoded(inputs.gap_days));
  view["agencies"] = agency_choices(chronology, around.known, inputs.agency);
  view["gapDays"] = inputs.gap_days;
  view["noFlags"] =
      fmt::format("No time of more than {} days without contact, no clash, no day out of place was found.",
                  number_in(chronology, "gapDays"));
  view["flagCount"] = counted_words(static_cast<int>(flags.size()), "thing to look at", "things to look at");
  view["lineCount"] = counted_words(static_cast<int>(lines.size()), "line", "lines");
  view["hasFlags"] = !flags.empty();
  view["flags"] = std::move(flags);
  view["lines"] = std::move(lines);
  view["hasSources"] = !sources.empty();
  view["sources"] = std::move(sources);
  put_upload(view, around, inputs.whose);
  put_errors(view, problem);
  return view;
}

}  // namespace reviewd
