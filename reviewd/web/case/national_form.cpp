#include "reviewd/web/case/national_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "reviewd/web/form/form_summary.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// One question of the form, and the field that answers it.
struct FormQuestion {
  std::string_view asks;
  std::string_view field;  ///< in its JSON name
};

// The order is that of the older published form of notification, with what the Department's figures show is held now.
const std::vector<FormQuestion>& about_the_child() {
  static const std::vector<FormQuestion> all = {{"Name", "name"},
                                                {"Other names", "otherNames"},
                                                {"Date of birth", "bornOn"},
                                                {"Age in years", "ageYears"},
                                                {"Age in weeks", "ageWeeks"},
                                                {"Unborn", "unborn"},
                                                {"Sex", "sex"},
                                                {"Gender identity", "gender"},
                                                {"Ethnicity", "ethnicity"},
                                                {"Disability", "disability"},
                                                {"First language", "language"},
                                                {"Faith or belief", "faith"},
                                                {"Home address", "address"},
                                                {"School or nursery", "school"},
                                                {"Plan at the time", "plan"},
                                                {"Child in care", "lookedAfter"},
                                                {"In care from", "lookedAfterFrom"},
                                                {"Care leaver", "careLeaver"},
                                                {"Legal status", "legalStatus"},
                                                {"Placement", "placement"},
                                                {"Responsible local authority", "responsibleAuthority"},
                                                {"Known to any agency before", "knownToAgencies"},
                                                {"Nature of the incident", "harm"},
                                                {"Date of death", "diedOn"},
                                                {"Types of harm", "harmTypes"},
                                                {"Abuse or neglect", "abuseOrNeglect"}};
  return all;
}

const std::vector<FormQuestion>& about_the_incident() {
  static const std::vector<FormQuestion> all = {
      {"Date of the incident", "incidentOn"},
      {"Time", "incidentTime"},
      {"Date the local authority became aware", "localAuthorityAwareOn"},
      {"Date abuse or neglect was first suspected", "abuseOrNeglectSuspectedOn"},
      {"Local authority where it happened", "occurredIn"},
      {"Local authority where the child lives", "residentIn"},
      {"Place", "place"},
      {"Nature of the incident", "harm"},
      {"Abuse or neglect", "abuseOrNeglect"},
      {"Suspected cause", "cause"},
      {"What happened", "summary"}};
  return all;
}

const std::vector<FormQuestion>& about_others() {
  static const std::vector<FormQuestion> all = {{"Agencies involved", "agencies"},
                                                {"Joint agency response", "jointAgencyResponse"},
                                                {"Media interest", "mediaInterest"},
                                                {"Contact for questions", "contact"}};
  return all;
}

/// Answers that a child of one sort has and others have not: none is missing where it is not asked.
bool may_be_empty(std::string_view field) {
  static const std::vector<std::string_view> all = {"otherNames",   "ageWeeks",
                                                    "unborn",       "gender",
                                                    "faith",        "lookedAfterFrom",
                                                    "careLeaver",   "diedOn",
                                                    "placement",    "legalStatus",
                                                    "harmTypes",    "responsibleAuthority",
                                                    "incidentTime", "abuseOrNeglectSuspectedOn"};
  return std::find(all.begin(), all.end(), field) != all.end();
}

class Text {
 public:
  void heading(std::string_view words) { text_ += fmt::format("{}{}\n", text_.empty() ? "" : "\n", words); }
  void line(std::string_view asks, const std::string& answer) { text_ += fmt::format("{}: {}\n", asks, answer); }

  /// `of` names whom it is about where there are several.
  void ask(const std::vector<FormQuestion>& questions, const json::object& from,
           const google::protobuf::Descriptor& type, const std::string& of) {
    for (const auto& question : questions) {
      const auto words = answer_words(from, type, question.field);
      line(question.asks, words.empty() ? "not recorded" : words);
      if (words.empty() && !may_be_empty(question.field)) {
        missing_.push_back(
            json::string(of.empty() ? std::string(question.asks) : fmt::format("{}: {}", of, question.asks)));
      }
    }
  }

  void lacks(std::string words) { missing_.push_back(json::string(words)); }

  [[nodiscard]] View view() && {
    const bool any = !missing_.empty();
    return {{"text", text_}, {"hasMissing", any}, {"missing", std::move(missing_)}};
  }

 private:
  static std::string answer_words(const json::object& from, const google::protobuf::Descriptor& type,
                                  std::string_view field) {
    const auto* value = from.if_contains(field);
    const auto* described = type.FindFieldByCamelcaseName(std::string(field));
    return value == nullptr || described == nullptr ? std::string() : field_words(*value, *described);
  }

  std::string text_;
  json::array missing_;
};

/// The newest of a kind that nobody corrected or withdrew; null where there is none.
const json::value* newest(const json::array& entries, std::string_view kind) {
  const json::value* found = nullptr;
  for (const auto& entry : entries) {
    const bool is_over = !text_in(entry, "correctedBy").empty() || !text_in(entry, "withdrawnBy").empty();
    const auto& content = object_in(entry, kind);
    if (!is_over && !content.empty()) found = &entry;
  }
  return found;
}

/// The incident as it was logged, with a correction in its place.
json::value incident_in(const json::array& entries) {
  json::value incident = json::object();
  if (const auto* logged = newest(entries, "incidentLogged")) incident = object_in(*logged, "incidentLogged");
  for (const auto& entry : entries) {
    const json::value corrected = object_in(entry, "entryCorrected");
    const json::value replacement = object_in(corrected, "replacement");
    const auto& replaced = object_in(replacement, "incidentLogged");
    if (!replaced.empty() && text_in(entry, "withdrawnBy").empty()) incident = replaced;
  }
  return incident;
}

void decision(Text& text, const json::array& entries) {
  text.heading("Reason for notification");
  const auto* decided = newest(entries, "notificationDecided");
  if (decided == nullptr) {
    text.line("Decision", "not recorded");
    return text.lacks("The decision whether to notify");
  }
  const auto& content = object_in(*decided, "notificationDecided");
  text.line("Decision", choice_words("NotificationDecision", text_in(content, "decision")));
  text.line("Reasons", text_in(content, "reasons"));
}

}  // namespace

View national_form(const json::value& of_case, const json::array& entries) {
  const auto incident = incident_in(entries);
  const auto& type = *review::v1::IncidentLogged::descriptor();
  Text text;
  text.heading("Notifying local authority");
  text.line("Local authority", name_words(text_in(of_case, "localAuthority")));
  text.line("Our reference", text_in(of_case, "case"));
  decision(text, entries);
  int number = 0;
  for (const auto& child : list_in(incident, "children")) {
    const auto name =
        text_in(child, "pseudonym").empty() ? fmt::format("Child {}", ++number) : text_in(child, "pseudonym");
    text.heading(fmt::format("The child ({} in our records)", name));
    text.ask(about_the_child(), child.as_object(), *review::v1::Child::descriptor(), name);
  }
  if (list_in(incident, "children").empty()) text.lacks("The child");
  text.heading("Family and household");
  for (const auto& person : list_in(incident, "family")) {
    const auto born = text_in(person, "bornOn");
    text.line(text_in(person, "relation").empty() ? "Person" : text_in(person, "relation"),
              fmt::format("{}{}", text_in(person, "name"), born.empty() ? "" : ", born " + day_words(born)));
  }
  if (list_in(incident, "family").empty()) text.lacks("Family and household");
  text.heading("The incident");
  text.ask(about_the_incident(), incident.as_object(), type, "");
  text.heading("Others");
  text.ask(about_others(), incident.as_object(), type, "");
  const auto* safe = newest(entries, "safetyConfirmed");
  text.line("Safety of this child and siblings",
            safe == nullptr ? "not recorded" : "confirmed by " + text_in(object_in(*safe, "safetyConfirmed"), "by"));
  if (safe == nullptr) text.lacks("Safety of this child and siblings");
  return std::move(text).view();
}

}  // namespace reviewd
