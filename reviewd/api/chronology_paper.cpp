#include "reviewd/api/chronology_paper.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/calendar/partial_date.hpp"
#include "reviewd/api/chronology_json.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

using review::Right;

std::string line_numbers(const review::ChronologyFlag& flag) {
  std::string all;
  for (const auto at : flag.lines) all += fmt::format("{}{}", all.empty() ? "" : ", ", at + 1);
  return all;
}

/// What a line says, with what stands beside it.
std::string told(const review::v1::ChronologyRow& row) {
  std::string all = row.what();
  const auto add = [&](const char* name, const std::string& words) {
    if (!words.empty()) all += fmt::format("\n{}: {}", name, words);
  };
  add("Sort of contact", row.sort());
  add("The child's voice", row.voice());
  add("Analysis", row.analysis());
  add("Recorded in", row.source());
  add("Also in the table", row.remarks());
  return all;
}

Response chronology_file(Call& call, PaperForm form) {
  const auto case_id = call.path("case");
  const auto shown = chronology_of(call, case_id);
  if (!shown) return refused(call, shown.error());
  Paper paper{.title = "Chronology", .above = "Case " + case_id, .landscape = true};
  paper.blocks = chronology_blocks(*shown, AgencyNames(call), 2);
  mark_for_reader(call, paper);
  return paper_answer(call, std::move(paper), "chronology-" + case_id, form);
}

Response chronology_text(Call& call) { return chronology_file(call, PaperForm::text); }
Response chronology_pdf(Call& call) { return chronology_file(call, PaperForm::pdf); }

}  // namespace

std::vector<paper::Block> chronology_blocks(const ShownChronology& shown, const AgencyNames& names, int level) {
  std::vector<paper::Block> blocks;
  if (shown.merged.sources.empty()) {
    blocks.emplace_back(paper::Paragraph{"No agency has sent a chronology that you may read."});
    return blocks;
  }
  blocks.emplace_back(paper::Paragraph{
      fmt::format("What agencies told, by day; of each agency the newest counts. A time of more than {} days without "
                  "contact is shown as a gap: how long is too long is a choice.",
                  shown.choice.gap_days)});
  if (!shown.flags.empty()) {
    blocks.emplace_back(paper::Heading{level, "What to look at"});
    paper::Table flags{
        "What to look at. It may be right as it stands", {"Lines", "What it is", "More on it"}, {}, {1, 3, 6}};
    for (const auto& one : shown.flags) {
      flags.rows.push_back({line_numbers(one), std::string(flag_title(one.sort)), one.says});
    }
    blocks.emplace_back(std::move(flags));
  }
  blocks.emplace_back(paper::Heading{level, "Day by day"});
  paper::Table lines{"What agencies told, by day", {"Line", "When", "Agency", "What happened"}, {}, {1, 3, 3, 9}};
  for (std::size_t i = 0; i < shown.merged.lines.size(); ++i) {
    const auto& line = shown.merged.lines[i];
    lines.rows.push_back({std::to_string(i + 1), when_words(line.row), names.of(line.agency), told(line.row)});
  }
  blocks.emplace_back(std::move(lines));
  blocks.emplace_back(paper::Heading{level, "Where it comes from"});
  paper::Table sources{"What agencies sent", {"Agency", "Came on", "Rows", "Does it count?"}, {}, {3, 2, 1, 3}};
  for (const auto& one : shown.merged.sources) {
    const auto on = review::PartialDate::parse(one.received_on);
    sources.rows.push_back({names.of(one.agency), on ? on->words() : one.received_on, std::to_string(one.rows),
                            one.replaced_by.empty() ? "Yes" : "No: a later one took its place"});
  }
  blocks.emplace_back(std::move(sources));
  return blocks;
}

std::vector<Endpoint> chronology_paper_endpoints() {
  return {{"GET",
           "/v1/cases/{case}/chronology:odt",
           "getChronologyText",
           "The merged chronology as a text (OpenDocument), marked with your name and the time",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "Paper",
           200,
           chronology_text},
          {"GET",
           "/v1/cases/{case}/chronology:pdf",
           "getChronologyPdf",
           "The merged chronology as a PDF, marked with your name and the time",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "PaperAsPdf",
           200,
           chronology_pdf}};
}

}  // namespace reviewd
