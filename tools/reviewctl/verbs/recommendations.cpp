#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_recommendations(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto wish = list_wish(call.arguments, "/v1/recommendations", "recommendations");
  if (!wish) return stop(wish.error());
  auto made = ask_list(**service, *wish);
  if (!made) return stop(made.error());
  Table table{{{"CASE", "case"},
               {"RECOMMENDATION", "recommendation"},
               {"MADE", "madeOn"},
               {"KIND", "kind"},
               {"TO", "to"},
               {"STANDS", "state"},
               {"ANSWERED", "answeredOn"},
               {"WHAT", "text"}}};
  for (const auto& value : *made) {
    const auto& one = value.get_object();
    const auto kind = text_of(one, "kind");
    const auto state = text_of(one, "state");
    table.rows.push_back({reference_in(one),
                          text_of(one, "recommendation"),
                          text_of(one, "madeOn"),
                          {in_plain(kind), kind},
                          text_of(one, "to"),
                          {in_plain(state), state},
                          text_of(one, "answeredOn"),
                          text_of(one, "text")});
  }
  call.output.list({"recommendations", std::move(*made), std::move(table), "There is no such recommendation."});
  return ExitCode::done;
}

}  // namespace

Verb recommendations() {
  auto options = list_options("to, state, kind, madeOn, case");
  std::erase_if(options, [](const Option& one) { return one.name == "order-by"; });
  return {.noun = "recommendations",
          .verb = "",
          .summary = "Lists the recommendations of all cases, the oldest first, a row for each body",
          .reach = Reach::server,
          .lists = true,
          .options = std::move(options),
          .examples = {{"Whose answer is awaited?", "recommendations --filter 'kind = NATIONAL AND state = AWAITED'"}},
          .run = run_recommendations};
}

}  // namespace reviewctl
