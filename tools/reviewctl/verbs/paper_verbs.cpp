#include <string>
#include <vector>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/verbs/figures_query.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/take_file.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> take_chronology(Call& call) {
  return take_file(call, {case_path(call.arguments, "/chronology")}, {"csv", "odt", "pdf"});
}

Outcome<ExitCode> take_papers(Call& call) {
  return take_file(call, {"/v1/meetings/" + reviewd::percent_encoded(call.arguments.text("MEETING")) + "/pack"},
                   {"odt", "pdf"});
}

Outcome<ExitCode> take_report(Call& call) {
  const auto query = figures_query(call.arguments, "until");
  if (!query) return stop(query.error());
  return take_file(call, {"/v1/figures", *query}, {"odt", "pdf", "spreadsheet"});
}

Outcome<ExitCode> take_product(Call& call) {
  const auto product = reviewd::percent_encoded(call.arguments.text("PRODUCT"));
  return take_file(call, {case_path(call.arguments, "/products/" + product)}, {"odt", "pdf"});
}

}  // namespace

Verb chronology_get() {
  return {.noun = "chronology",
          .verb = "get",
          .summary = "Takes the merged chronology of a case",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case"}},
          .options = {{"to", "FILE", "Where it goes; - writes to standard output"},
                      {"format", "FORMAT", "csv, odt or pdf; csv if absent"}},
          .examples = {{"What agencies told, for a spreadsheet", "chronology get 26-0018 --to chronology.csv"}},
          .run = take_chronology};
}

Verb papers_get() {
  return {.noun = "papers",
          .verb = "get",
          .summary = "Takes what you need for a meeting, as one file that carries your name",
          .reach = Reach::server,
          .operands = {{"MEETING", "The reference of the meeting"}},
          .options = {{"to", "FILE", "Where it goes; - writes to standard output"},
                      {"format", "FORMAT", "odt or pdf; odt if absent"}},
          .examples = {{"The papers of a meeting", "papers get m26-0003 --format pdf --to papers.pdf"}},
          .run = take_papers};
}

Verb report_get() {
  auto options = figures_options("until");
  options.insert(options.begin(), {{"to", "FILE", "Where it goes; - writes to standard output"},
                                   {"format", "FORMAT", "odt, pdf or spreadsheet; odt if absent"}});
  return {.noun = "report",
          .verb = "get",
          .summary = "Takes the yearly report as a text, a PDF or a workbook",
          .reach = Reach::server,
          .options = std::move(options),
          .examples = {{"The last year as it may be published",
                        "report get --published --format pdf --to yearly-report.pdf"}},
          .run = take_report};
}

Verb product_get() {
  return {.noun = "product",
          .verb = "get",
          .summary = "Takes a learning product as a text or a PDF",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case or programme"},
                       {"PRODUCT", "The product, as products lists it"}},
          .options = {{"to", "FILE", "Where it goes; - writes to standard output"},
                      {"format", "FORMAT", "odt or pdf; odt if absent"}},
          .examples = {{"A briefing to print", "product get 26-0018 product-1 --format pdf --to briefing.pdf"}},
          .run = take_product};
}

}  // namespace reviewctl
