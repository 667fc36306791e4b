#include "reviewd/web/case/case_views.hpp"

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/circulations.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/meeting_facts.hpp"

namespace reviewd {

namespace json = boost::json;

void put_agency_views(View& view, const json::array& counted, const Register& known, bool may_record) {
  const std::string address(view.at("caseAddress").as_string());
  auto views = agency_views(counted, known);
  json::array asked;
  for (const auto& one : circulations_of(counted)) {
    asked.push_back(
        json::object{{"question", one.question},
                     {"respondBy", day_words(one.respond_by)},
                     {"waiting", one.outstanding.empty() ? "all have answered"
                                                         : counted_words(static_cast<int>(one.outstanding.size()),
                                                                         "has not answered", "have not answered")},
                     {"address", address + "/circulations/" + percent_encoded(one.circulation)}});
  }
  view["hasAgencyViews"] = !views.empty() || !asked.empty();
  view["hasGivenViews"] = !views.empty();
  view["agencyViews"] = std::move(views);
  view["hasAsked"] = !asked.empty();
  view["asked"] = std::move(asked);
  view["viewAddress"] = may_record ? address + "/view" : "";
}

}  // namespace reviewd
