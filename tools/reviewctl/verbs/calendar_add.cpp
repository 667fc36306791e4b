#include <fmt/format.h>

#include "tools/reviewctl/verbs/counting_options.hpp"
#include "tools/reviewctl/verbs/offline_law.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_calendar_add(Call& call) {
  const auto calendar = offline_calendar(call.arguments);
  if (!calendar) return stop(calendar.error());
  const auto from = day_operand(call.arguments, "DATE");
  if (!from) return stop(from.error());
  const auto length = call.arguments.number("N", -review::longest_count, review::longest_count);
  if (!length) return stop(length.error());
  const auto counted =
      review::count(*from, length->value(), unit_of(call.arguments), counting_of(call.arguments), *calendar);
  if (!counted) return stop(counted.error());
  if (call.output.for_people()) {
    call.output.line(fmt::format("{} from {}, where {}: {}", length_words(counted->length, counted->unit),
                                 from->words(), counting_words(counted->counting), counted->due.words()));
    call.output.line();
    call.output.table(working_table(counted->working));
  } else {
    call.output.value(boost::json::object{{"from", counted->from.iso()},
                                          {"days", counted->length},
                                          {"unit", std::string(review::unit_name(counted->unit))},
                                          {"counting", std::string(review::counting_name(counted->counting))},
                                          {"due", counted->due.iso()},
                                          {"working", working_json(counted->working)}});
  }
  return ExitCode::done;
}

}  // namespace

Verb calendar_add() {
  auto options = counting_options();
  options.push_back(overlay_option());
  return {
      .noun = "calendar",
      .verb = "add",
      .summary = "Counts so many days on from a day, or back where N is negative, and shows each",
      .operands = {{"DATE", "The day to count from, for example 2026-04-02"}, {"N", "How many; negative counts back"}},
      .options = std::move(options),
      .examples = {{"Five working days over Easter", "calendar add 2026-04-02 5"},
                   {"Seven working days before", "calendar add 2026-04-13 -7"},
                   {"Six months", "calendar add 2026-08-31 6 --unit months"}},
      .run = run_calendar_add};
}

}  // namespace reviewctl
