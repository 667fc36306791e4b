#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"
#include "tools/reviewctl/write_new.hpp"

namespace reviewctl {
namespace {

/// Takes what stands at the address in one of the formats, and puts it where the person says.
Outcome<ExitCode> take(Call& call, const std::string& address, const std::vector<std::string>& formats) {
  const auto to = call.arguments.find("to");
  if (!to) return misused("Say where it goes: --to FILE, or --to - for standard output.");
  const auto format = std::string(call.arguments.find("format").value_or(formats.front()));
  if (std::ranges::find(formats, format) == formats.end()) {
    return misused(fmt::format("--format is one of {}.", fmt::join(formats, ", ")));
  }
  const auto service = http_service_of(call);
  if (!service) return stop(service.error());
  const auto content = ask_bytes(**service, {"GET", fmt::format("{}:{}", address, format)});
  if (!content) return stop(content.error());
  if (*to == "-") {
    call.output.raw(*content);
    return ExitCode::done;
  }
  const auto written = write_new(*to, *content);
  if (written) call.output.say(fmt::format("It is in {}.", *to));
  return written;
}

Outcome<ExitCode> take_chronology(Call& call) {
  return take(call, case_path(call.arguments, "/chronology"), {"csv", "odt", "pdf"});
}

Outcome<ExitCode> take_papers(Call& call) {
  return take(call, "/v1/meetings/" + reviewd::percent_encoded(call.arguments.text("MEETING")) + "/pack",
              {"odt", "pdf"});
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

}  // namespace reviewctl
