#include <fmt/format.h>

#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/fill_demo.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_demo_fill(Call& call) {
  const auto service = http_service_of(call);
  if (!service) return stop(service.error());
  std::optional<Problem> silent;
  const Exchange exchange = [&](const WorldRequest& asked) {
    const auto answered =
        (*service)->send_as({asked.method, asked.target, asked.body, "application/json", asked.if_match}, asked.token);
    if (answered) return WorldAnswer{answered->status, answered->body};
    silent = answered.error();
    return WorldAnswer{};
  };
  const auto filled = fill_demo(exchange, (*service)->token());
  if (silent) return stop(*silent);
  if (!filled) return stop(filled.error());
  if (call.output.for_people()) {
    call.output.line(fmt::format("{}. Today is {}. {} overdue.", counted(filled->cases, "case", "cases"),
                                 filled->today.words(), counted(filled->overdue.size(), "clock is", "clocks are")));
  } else {
    call.output.value(boost::json::object{
        {"cases", filled->cases}, {"today", filled->today.iso()}, {"overdue", filled->overdue.size()}});
  }
  return ExitCode::done;
}

}  // namespace

Verb demo_fill() {
  return {.noun = "demo",
          .verb = "fill",
          .summary = "Fills an empty practice store with invented cases",
          .reach = Reach::server,
          .more =
              "The token is that of an administrator, who issues one to each invented person and revokes them at "
              "the end.",
          .examples = {{"As tools/run --demo does", "demo fill --token-file administrator-token"}},
          .run = run_demo_fill};
}

}  // namespace reviewctl
