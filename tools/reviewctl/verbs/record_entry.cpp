#include "tools/reviewctl/verbs/record_entry.hpp"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/record_name.hpp"
#include "tools/reviewctl/build_entry.hpp"
#include "tools/reviewctl/case_text.hpp"
#include "tools/reviewctl/clock_table.hpp"
#include "tools/reviewctl/entry_flags.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/parse_arguments.hpp"
#include "tools/reviewctl/service_of.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

const review::Kind* kind_of(const Call& call) {
  if (call.verb.fields == Fields::of_operand_kind) {
    const auto name = call.arguments.find("KIND");
    return name ? review::find_kind(*name) : nullptr;
  }
  if (const auto name = call.arguments.find("kind")) return review::find_kind(*name);
  return call.arguments.has("file") ? nullptr : review::find_kind(call.verb.opens);
}

Outcome<Ask> ask_of(const Call& call, const std::string& path) {
  const auto entry = build_entry(call.verb, kind_of(call), call.arguments);
  if (!entry) return stop(entry.error());
  Ask ask{"POST", path, json::serialize(*entry)};
  const auto version = call.arguments.number("version", 0, 1'000'000'000);
  if (!version) return stop(version.error());
  if (*version) ask.if_match = fmt::format("\"{}\"", **version);
  ask.idempotency_key = call.arguments.text("idempotency-key");
  return ask;
}

void show_preview(Output& output, const json::object& preview) {
  output.line("Nothing was recorded. It would be taken, and:");
  show_changes(output, preview);
  for (const auto* name : {"case", "programme"}) {
    if (const auto* after = object_of(preview, name)) {
      output.line();
      show_case(output, *after);
    }
  }
}

void show_entry(Output& output, const json::object& entry) {
  const auto reference = reference_in(entry);
  const std::string sort(review::sort_of(reference).name);
  output.line(fmt::format("Recorded {} in {} {}, which is now at version {}.", text_of(entry, "entry"), sort, reference,
                          number_of(entry, sort + "Version")));
  for (const auto* irregularity : objects_of(entry, "irregularities")) {
    output.line(fmt::format("Irregularity: {}", text_of(*irregularity, "code")));
  }
}

}  // namespace

Problem with_flags(Problem problem, const Verb& verb, const Arguments& arguments) {
  const auto words = arguments.find("KIND") ? arguments.find("KIND") : arguments.find("kind");
  const auto* kind = review::find_kind(words.value_or(verb.opens));
  const auto flags = entry_flags(verb, kind);
  for (auto& violation : problem.violations) violation.flag = flag_at(violation.pointer, flags);
  if (problem.code == "precondition-missing" || problem.code == "stale") {
    problem.hints.emplace_back("reviewctl case show, or programme show, prints the version. Give it with --version N.");
  }
  const auto* row = review::find_code(problem.code);
  if (row != nullptr && row->overridable) {
    problem.hints.push_back(
        fmt::format("If it happened all the same, record it with --despite {} --despite-reasons TEXT "
                    "--authorised-by PERSON --version N.",
                    problem.code));
  }
  return problem;
}

Outcome<ExitCode> record_entry(Call& call, const std::string& path) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto ask = ask_of(call, path);
  if (!ask) return stop(ask.error());
  const bool only_validate = call.arguments.has("validate-only");
  // People are told what an entry did to the clocks, which only a preview knows. One that is sent again has done it.
  json::value preview;
  if (only_validate || (call.output.for_people() && ask->idempotency_key.empty())) {
    Ask first = *ask;
    first.target += "?validateOnly=true";
    auto previewed = ask_json(**service, first);
    if (!previewed) return stop(with_flags(previewed.error(), call.verb, call.arguments));
    preview = std::move(*previewed);
  }
  if (only_validate) {
    if (call.output.for_people()) {
      show_preview(call.output, preview.get_object());
    } else {
      call.output.value(preview);
    }
    return ExitCode::done;
  }
  const auto recorded = ask_json(**service, *ask);
  if (!recorded) return stop(with_flags(recorded.error(), call.verb, call.arguments));
  if (!call.output.for_people()) {
    call.output.value(*recorded);
  } else if (recorded->get_object().contains("entry")) {
    show_entry(call.output, recorded->get_object());
    if (const auto* changes = preview.if_object()) show_changes(call.output, *changes);
  } else {
    show_case(call.output, recorded->get_object());
  }
  return ExitCode::done;
}

}  // namespace reviewctl
