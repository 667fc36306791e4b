#include "reviewd/web/case/case_incident.hpp"

#include <boost/json/object.hpp>
#include <string>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/fact_item.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The newest update of that kind; an empty object where there is none.
json::value newest(const json::array& counted, std::string_view kind) {
  json::value found = json::object();
  for (const auto& entry : counted) {
    if (const auto* inside = entry.as_object().if_contains(kind); inside != nullptr) found = *inside;
  }
  return found;
}

std::string with(const std::string& words, const std::string& more) {
  return words.empty() || more.empty() ? words + more : words + ", " + more;
}

}  // namespace

json::array incident_rows(const json::value& of_case, const json::array& counted, const Register& known) {
  const auto incident = newest(counted, "incidentLogged");
  const auto authority = text_in(of_case, "localAuthority");
  const auto in = text_in(incident, "occurredIn");
  const auto home = text_in(incident, "residentIn");
  const auto on = text_in(incident, "incidentOn");
  const auto place_of = [&](const std::string& id) { return id.empty() ? std::string() : known.authority(id); };
  FactItem item("");
  item.say("Happened on", with(on.empty() ? "" : day_words(on), text_in(incident, "incidentTime")))
      .say("Where", with(text_in(incident, "place"), place_of(in)))
      .day("First agency aware on", incident, "agencyAwareOn")
      .day("Local authority aware on", incident, "localAuthorityAwareOn")
      .day("Abuse or neglect first suspected on", incident, "abuseOrNeglectSuspectedOn")
      .say("Gravest harm to a child", choice_words("Harm", text_in(of_case, "harm")))
      .say("Abuse or neglect", choice_words("AbuseOrNeglect", text_in(of_case, "abuseOrNeglect")))
      .say("Local authority", place_of(authority))
      .say("Normally lives in", home == authority ? "" : place_of(home))
      .day("Opened here on", of_case, "openedOn");
  return item.rows();
}

json::value what_happened(const json::array& counted) {
  auto summary = text_in(newest(counted, "incidentLogged"), "summary");
  if (!summary.empty()) return json::object{{"question", "What happened: describes harm"}, {"answer", summary}};
  auto concern = text_in(newest(counted, "learningReferred"), "concern");
  if (concern.empty()) return false;
  return json::object{{"question", "What the concern is: may describe harm"}, {"answer", concern}};
}

}  // namespace reviewd
