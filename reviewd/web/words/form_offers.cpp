#include "reviewd/web/words/form_offers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/form_registers.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

std::string joined(const std::string& head, const std::string& tail) {
  return tail.empty() ? head : head.empty() ? tail : fmt::format("{}, {}", head, tail);
}

std::string dated(const char* word, const std::string& day) {
  return day.empty() ? std::string() : fmt::format("{} {}", word, day_words(day));
}

/// Which sort of thing of the case a field refers to. A field that names a new one refers to nothing, but for a meeting
/// that was arranged before, and a child that is known already.
std::string sort_of(const pb::FieldDescriptor& field) {
  static const std::map<std::string, std::string> sorts = {{"children", "child"},
                                                           {"child", "child"},
                                                           {"sibling_of", "child"},
                                                           {"review", "review"},
                                                           {"meeting", "meeting"},
                                                           {"order", "order"},
                                                           {"proceedings", "proceedings"},
                                                           {"embargo", "embargo"},
                                                           {"document", "document"},
                                                           {"documents", "document"},
                                                           {"action", "action"},
                                                           {"clock", "clock"},
                                                           {"challenge", "challenge"},
                                                           {"recommendation", "recommendation"},
                                                           {"finding", "finding"},
                                                           {"findings", "finding"},
                                                           {"themes", "theme"},
                                                           {"request", "request"},
                                                           {"entry", "entry"},
                                                           {"step", "step"},
                                                           {"monitored_by", "group"},
                                                           {"training", "training"},
                                                           {"evaluation", "evaluation"},
                                                           {"pledge", "pledge"},
                                                           // Of any record, so it is typed.
                                                           {"TrainingAbout.finding", ""},
                                                           {"TrainingAbout.recommendation", ""},
                                                           {"TrainingAbout.action", ""},
                                                           {"groups", "group"},
                                                           {"product", "product"},
                                                           {"recommendations", "recommendation"},
                                                           {"ProductSection.section", "heading"},
                                                           // Of another record, of which nothing is at hand.
                                                           {"DrawnOn.findings", ""},
                                                           {"DrawnOn.recommendations", ""},

                                                           {"ProgrammeStepDone.step", "programme-step"},
                                                           {"AuditDesignSettled.template", "audit-template"},
                                                           {"AuditDesignSettled.standards", "template-standard"},
                                                           {"AuditLine.standards", "template-standard"},
                                                           {"AuditCaseSelected.priority", "audit-priority"},
                                                           {"AuditCaseSelected.criteria", "audit-criterion"},
                                                           {"EventGroup.priority", "audit-priority"},
                                                           {"AgencyAuditedCase.audit_case", "audit-case"},
                                                           {"AuditCaseReferred.audit_case", "audit-case"},
                                                           {"AuditReferralTakenUp.referral", "audit-referral"},
                                                           {"AuditAnswer.standard", "audit-standard"},
                                                           {"AuditLearningLogged.standards", "audit-standard"},
                                                           {"AuditLearningFollowed.lesson", "lesson"},
                                                           {"actions", "action"},
                                                           {"plan_theme", "plan-theme"},
                                                           {"objective", "objective"},
                                                           {"objectives", "objective"},
                                                           {"risk", "risk"},
                                                           {"reviewer_request", "reviewer-request"},
                                                           {"entries", "entry"},
                                                           {"QuestionsAttached.questions", "question"},
                                                           {"QuestionAnswered.question", "attached-question"},
                                                           {"QualityPoint.point", "quality-point"}};
  const auto& rules = review::rules_of(field);
  if (const auto sort = register_of_field(field); !sort.empty()) return std::string(sort);
  if (rules.form() != review::v1::ID && rules.form() != review::v1::CODE) return {};
  if (!rules.names().empty() && rules.names() != "meeting" && rules.names() != "child") return {};
  auto found = sorts.find(field.containing_type()->name() + "." + field.name());
  if (found == sorts.end()) found = sorts.find(field.name());
  return found == sorts.end() ? std::string() : found->second;
}

/// The first words of a text: enough to know it again.
std::string beginning(const std::string& text) {
  constexpr std::size_t most = 80;
  if (text.size() <= most) return text;
  const auto space = text.rfind(' ', most);
  // Never in the middle of a character.
  auto end = space == std::string::npos || space == 0 ? most : space;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

/// What a source of the law is called; its id where the law lists none of it.
std::string title_of(const json::value& law, const std::string& source) {
  for (const auto& one : list_in(law, "sources")) {
    if (text_in(one, "source") == source) return text_in(one, "title");
  }
  return source;
}

/// A document is called by the title of its newest version.
void put_document(std::vector<Offer>& known, const json::value& entry) {
  const json::value filed = object_in(entry, "documentFiled");
  const auto name = text_in(filed, "document");
  const auto title = text_in(filed, "title");
  std::erase_if(known, [&](const Offer& one) { return one.value == name; });
  if (!name.empty()) known.push_back({name, title.empty() ? name_words(name) : title});
}

/// A finding is known by the first words of what was found.
void put_findings(std::vector<Offer>& known, const json::value& entry) {
  const json::value captured = object_in(entry, "learningCaptured");
  for (const auto& one : list_in(captured, "findings")) {
    const auto name = text_in(one, "id");
    const auto says = beginning(text_in(one, "finding"));
    if (!name.empty()) known.push_back({name, says.empty() ? name : "“" + says + "”"});
  }
}

/// What entries name, and the field with the words that people know it by.
constexpr std::array<std::pair<const char*, const char*>, 10> named_in_entries{{{"meeting", "text"},
                                                                                {"challenge", "text"},
                                                                                {"recommendation", "text"},
                                                                                {"plan-theme", "title"},
                                                                                {"objective", "what"},
                                                                                {"risk", "what"},
                                                                                {"reviewer-request", "what"},
                                                                                {"training", "title"},
                                                                                {"evaluation", "text"},
                                                                                {"pledge", "text"}}};

bool has_sort(const review::Kind& kind, const std::vector<std::string>& sorts) {
  const auto& type = *kind.field->message_type();
  for (int i = 0; i < type.field_count(); ++i) {
    if (std::find(sorts.begin(), sorts.end(), sort_of(*type.field(i))) != sorts.end()) return true;
  }
  return kind.name == "learning-captured" && std::find(sorts.begin(), sorts.end(), "finding") != sorts.end();
}

}  // namespace

void Offers::take_case(const json::value& from) {
  const auto put = [&](const char* sort, const json::value& one, const char* key, const std::string& label) {
    const auto name = text_in(one, key);
    if (!name.empty()) by_sort_[sort].push_back({name, label.empty() ? name : label});
  };
  for (const auto& one : list_in(from, "children")) put("child", one, "child", text_in(one, "pseudonym"));
  for (const auto& one : list_in(from, "reviews")) {
    put("review", one, "review",
        joined(name_words(text_in(one, "review")), choice_words("Outcome", text_in(one, "kind"))));
  }
  for (const auto& one : list_in(from, "proceedings")) {
    put("proceedings", one, "proceedings",
        joined(choice_words("ProceedingsKind", text_in(one, "kind")), dated("since", text_in(one, "openedOn"))));
  }
  for (const auto& one : list_in(from, "courtOrders")) {
    put("order", one, "order", joined(name_words(text_in(one, "order")), dated("since", text_in(one, "since"))));
  }
  for (const auto& one : list_in(from, "embargoes")) {
    put("embargo", one, "embargo", joined(name_words(text_in(one, "embargo")), dated("since", text_in(one, "since"))));
  }
  for (const auto& one : list_in(from, "actions")) {
    put("action", one, "action",
        joined(joined(name_words(text_in(one, "action")), agency_words(text_in(one, "owner"))),
               dated("due on", text_in(one, "dueOn"))));
  }
  for (const auto& one : list_in(from, "products")) {
    put("product", one, "product",
        joined(name_words(text_in(one, "product")), choice_words("ProductSort", text_in(one, "sort"))));
  }
  for (const auto& one : list_in(from, "steps")) put("programme-step", one, "step", text_in(one, "title"));
  for (const auto& one : list_in(from, "clocks")) {
    const auto agency = text_in(one, "agency");
    put("clock", one, "clock",
        joined(practice_words(text_in(one, "title")), agency.empty() ? "" : agency_words(agency)));
  }
}

void Offers::take_entries(const json::array& entries) {
  for (const auto& entry : entries) {
    const auto* kind = kind_in(entry);
    const auto id = text_in(entry, "entry");
    if (kind == nullptr || !text_in(entry, "withdrawnBy").empty() || !text_in(entry, "correctedBy").empty()) continue;
    const auto label = entry_label(entry);
    by_sort_["entry"].push_back({id, label});
    if (kind->name == "agency-return-requested" || kind->name == "assurance-asked")
      by_sort_["request"].push_back({id, label});
    if (kind->name == "learning-captured") put_findings(by_sort_["finding"], entry);
    if (kind->name == "document-filed") put_document(by_sort_["document"], entry);
    put_attached(entry);
    for (const auto& [sort, words] : named_in_entries) {
      const auto* field = kind->field->message_type()->FindFieldByName(review::snake(sort));
      if (field == nullptr || review::rules_of(*field).names() != sort) continue;
      const json::value inside = object_in(entry, kind->json);
      const auto name = text_in(inside, field->json_name());
      const auto says = beginning(text_in(inside, words));
      auto& known = by_sort_[sort];
      std::erase_if(known, [&](const Offer& one) { return one.value == name; });
      if (!name.empty()) known.push_back({name, joined(says.empty() ? name : "“" + says + "”", label)});
    }
  }
}

void Offers::take_questions(const json::value& law, const std::string& today) {
  for (const auto& area : list_in(law, "questionAreas")) {
    const json::value* newest = nullptr;
    for (const auto& version : list_in(area, "versions")) {
      if (text_in(version, "from") <= today) newest = &version;
    }
    if (newest == nullptr) continue;
    const bool judged = flag_in(area, "judged");
    for (const auto& one : list_in(*newest, "questions")) {
      const Offer offer{text_in(one, "question"), text_in(one, "text")};
      by_sort_["question"].push_back({offer.value, text_in(area, "title") + ": " + offer.label});
      if (judged) by_sort_["quality-point"].push_back(offer);
    }
  }
}

void Offers::put_attached(const json::value& entry) {
  const json::value attached = object_in(entry, "questionsAttached");
  auto& known = by_sort_["attached-question"];
  for (const auto& one : list_in(attached, "questions")) {
    const std::string name(one.as_string());
    const auto& bank = by_sort_["question"];
    const auto found = std::ranges::find(bank, name, &Offer::value);
    std::erase_if(known, [&](const Offer& other) { return other.value == name; });
    known.push_back({name, found == bank.end() ? name_words(name) : found->label});
  }
}

void Offers::take_timetable(const json::value& timetable) {
  for (const auto& step : list_in(timetable, "steps")) {
    by_sort_["step"].push_back(
        {text_in(step, "step"), joined(practice_words(text_in(step, "title")), dated("by", text_in(step, "dueOn")))});
  }
}

void Offers::take_law(const json::value& law, const review::Kind& kind) {
  const std::string asked = kind.name == "notification-decided"   ? "notification"
                            : kind.name == "rapid-review-decided" ? "review"
                                                                  : "";
  for (const auto& one : list_in(law, "criteria")) {
    if (text_in(one, "decision") != asked) continue;
    std::string cites;
    for (const auto& cite : list_in(one, "cites")) cites = joined(cites, title_of(law, std::string(cite.as_string())));
    criteria_.push_back({text_in(one, "criterion"), text_in(one, "question"), cites});
  }
}

const std::vector<Offer>& Offers::of(const pb::FieldDescriptor& field) const {
  const auto sort = sort_of(field);
  const auto found = by_sort_.find(sort);
  return found == by_sort_.end() ? bodies_for(sort) : found->second;
}

bool is_of_case(const pb::FieldDescriptor& field) {
  // What may be of another case can be answered where this one has nothing.
  if (field.containing_type()->FindFieldByName("of_case") != nullptr) return false;
  const auto sort = sort_of(field);
  return !sort.empty() && sort != "child" && sort != "theme" && sort != "finding" && sort != "group" &&
         sort != "question" && sort != "quality-point" && sort != "heading" && register_of_field(field).empty();
}

bool wants_entries(const review::Kind& kind) {
  return has_sort(kind,
                  {"entry", "request", "meeting", "finding", "challenge", "recommendation", "document", "training",
                   "evaluation", "pledge", "plan-theme", "objective", "risk", "reviewer-request", "attached-question"});
}

bool asks_questions(const review::Kind& kind) {
  return has_sort(kind, {"question", "attached-question"}) || kind.name == "review-health-checked";
}

bool wants_timetable(const review::Kind& kind) { return has_sort(kind, {"step"}); }

}  // namespace reviewd
