#include <fmt/format.h>

#include <filesystem>

#include "libreview/store/random_id.hpp"
#include "libreview/store/system_random.hpp"
#include "reviewd/http/multipart.hpp"
#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/printable.hpp"
#include "tools/reviewctl/read_file.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/config_option.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;
using reviewd::MultipartPart;

/// The file as the service has read it.
Outcome<json::value> read_past(Call& call, Service& service) {
  const auto name = call.arguments.text("FILE");
  const auto content = read_file(name);
  if (!content) return stop(content.error());
  std::vector<MultipartPart> parts{{"file", std::filesystem::path(name).filename().string(), "", *content}};
  std::string mapping;
  if (const auto from = call.arguments.find("mapping")) {
    auto text = read_file(*from);
    if (!text) return stop(text.error());
    mapping = std::move(*text);
    parts.push_back({"mapping", std::nullopt, "", mapping});
  }
  review::SystemRandom random;
  const auto boundary = review::random_id(random);
  return ask_json(service, {"POST", "/v1/past", reviewd::write_multipart(boundary, parts),
                            "multipart/form-data; boundary=" + boundary});
}

void show_past(Output& output, const json::object& report) {
  Table table{{{"SHEET", "sheet"}, {"ROW", "row"}, {"COLUMN", "column"}, {"CODE", "code"}, {"WHAT TO KNOW", "says"}}};
  for (const auto* one : objects_of(report, "findings")) {
    const int row = number_of(*one, "row");
    const auto code = text_of(*one, "code");
    table.rows.push_back({text_of(*one, "sheet"), row == 0 ? "" : std::to_string(row), text_of(*one, "column"),
                          code.empty() ? "warning" : code, text_of(*one, "says")});
  }
  if (!table.rows.empty()) {
    output.table(table);
    output.line();
  }
  const auto made = counted(number_of(report, "cases"), "case", "cases") + " with " +
                    counted(number_of(report, "entries"), "update", "updates");
  const int there = number_of(report, "there");
  const auto already = there == 0 ? "" : fmt::format(" {} in the store already.", counted(there, "row is", "rows are"));
  if (is_true(report, "stored")) return output.line(fmt::format("Imported {}.{}", made, already));
  output.line(is_true(report, "good") ? fmt::format("{} can be imported. Nothing was stored.{}", made, already)
                                      : "The file has faults. Nothing was stored.");
}

Outcome<ExitCode> run_past_import(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto read = read_past(call, **service);
  if (!read) return stop(read.error());
  const auto& file = read->get_object();
  if (call.arguments.has("write-mapping")) {
    call.output.raw(printable(text_of(file, "mapping"), Breaks::kept));
    return ExitCode::done;
  }
  const auto address = "/v1/past/" + text_of(file, "past");
  auto report = ask_json(**service, {"GET", address + "/report"});
  if (!report) return stop(report.error());
  const bool good = is_true(report->get_object(), "good");
  if (good && !call.arguments.has("dry-run")) {
    report = ask_json(**service, {"POST", address + ":import"});
    if (!report) return stop(report.error());
  }
  if (call.output.for_people()) {
    show_past(call.output, report->get_object());
  } else {
    call.output.value(*report);
  }
  return good ? ExitCode::done : ExitCode::refused;
}

}  // namespace

Verb past_import() {
  return {
      .noun = "past",
      .verb = "import",
      .summary = "Imports cases from a spreadsheet: all of its rows or none",
      .reach = Reach::file_or_server,
      .operands = {{"FILE", "An Excel file (.xlsx) or a CSV file, at most 10 MB"}},
      .options = {{"mapping", "FILE", "Which column is which; guessed if left out"},
                  {"write-mapping", "", "Print the mapping as a file to look through and keep, and do nothing else"},
                  {"dry-run", "", "Say what would be made of each row and store nothing"},
                  config_option()},
      .more =
          "Every fault is named with its sheet, row and column, and what to do. A column of which the mapping does "
          "not say what it is, is a fault: nothing is dropped in silence. A row whose case is there already is "
          "passed over. In a real store a service imports only after another person approved.",
      .examples = {{"Which column is which", "past import cases.xlsx --write-mapping > mapping.toml"},
                   {"Check first", "past import cases.xlsx --mapping mapping.toml --dry-run"},
                   {"Then import", "past import cases.xlsx --mapping mapping.toml"}},
      .run = run_past_import};
}

}  // namespace reviewctl
