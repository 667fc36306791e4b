#include "reviewd/web/form/take_registers.hpp"

#include "reviewd/web/frame/ask.hpp"

namespace reviewd {

void take_registers(const PageCall& call, Offers& offers) {
  const auto take = [&](const char* target, void (Offers::*into)(const boost::json::value&)) {
    const auto answer = ask(call, {"GET", target});
    if (answer.good()) (offers.*into)(answer.json);
  };
  take("/v1/agencies", &Offers::take_agencies);
  take("/v1/people", &Offers::take_people);
  take("/v1/cases:choices", &Offers::take_areas);
  const auto law = ask(call, {"GET", "/v1/law"});
  if (!law.good()) return;
  offers.take_signers(law.json);
  offers.take_themes(law.json, call.moment.today.iso());
  offers.take_audit_templates(law.json);
  offers.take_questions(law.json, call.moment.today.iso());
  offers.take_headings(law.json, call.moment.today.iso());
}

}  // namespace reviewd
