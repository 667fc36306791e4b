#include "reviewd/web/case/lift_deciders.hpp"

#include "libreview/access/entry_access.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {

namespace json = boost::json;

std::string bare_person(const std::string& person) { return review::bare_reference(person).value_or(person); }

bool lift_waits_for(const PageCall& call) {
  const auto answer =
      ask(call, {"GET", "/v1/embargoes?live=true&pageSize=200&case=" + percent_encoded(call.path("case"))});
  for (const auto& one : list_in(answer.json, "embargoes")) {
    if (text_in(one, "embargo") == call.path("embargo")) return flag_in(one, "liftWaitsForYou");
  }
  return false;
}

std::string others_who_decide(const PageCall& call, const json::array& people, const Register& known) {
  std::string all;
  for (const auto& one : people) {
    const auto person = bare_person(text_in(one, "person"));
    const auto role = review::find_role(text_in(one, "role"));
    if (person == call.visitor.person || !role) continue;
    const review::Reader reader{person, *role};
    if (!reader.may(review::Right::decide) || !review::records_kind(reader, "embargo-lifted")) continue;
    all += (all.empty() ? "" : ", ") + known.person(person);
  }
  return all;
}

}  // namespace reviewd
