#include "libreview/record/prepare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "libreview/law/england.hpp"
#include "libreview/record/audit_design.hpp"
#include "libreview/record/captured_findings.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/fill_age.hpp"
#include "libreview/record/monitoring_groups.hpp"
#include "libreview/record/preparations.hpp"
#include "libreview/record/quorum.hpp"
#include "libreview/record/references.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;

constexpr std::array<std::string_view, 18> sorts = {
    "review",     "proceedings", "order",    "embargo",          "action",     "challenge",
    "meeting",    "circulation", "document", "training",         "evaluation", "pledge",
    "plan-theme", "objective",   "risk",     "reviewer-request", "question",   "product"};

/// Sorts of which none is meant where none is named.
constexpr std::array<std::string_view, 4> never_chosen = {"meeting", "recommendation", "circulation", "document"};

/// `plan-theme` as a person says it.
std::string in_words(std::string sort) {
  std::ranges::replace(sort, '-', ' ');
  return sort;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Preparation {
 public:
  Preparation(const v1::CaseFile& file, v1::Entry& entry, Findings& findings)
      : file_(file),
        kind_(*kind_of(entry)),
        findings_(findings),
        incident_on_(entry.has_incident_logged() ? entry.incident_logged().incident_on() : file.incident_on()) {
    message_ = entry.GetReflection()->MutableMessage(&entry, kind_.field);
  }

  void run() {
    const auto& type = *message_->GetDescriptor();
    for (int i = 0; i < type.field_count(); ++i) {
      const auto& field = *type.field(i);
      if (field.message_type() == v1::Child::descriptor()) {
        children(field);
        ages(field);
      } else if (!rules_of(field).names().empty()) {
        opening(field, rules_of(field).names());
      } else if (rules_of(field).form() == v1::ID) {
        reference(field);
      }
    }
  }

 private:
  [[nodiscard]] std::string pointer(const pb::FieldDescriptor& field) const {
    return "/" + kind_.json + "/" + field.json_name();
  }

  void opening(const pb::FieldDescriptor& field, const std::string& sort) {
    const auto& reflection = *message_->GetReflection();
    if (!reflection.HasField(*message_, &field)) {
      const auto waiting = live_names_in(file_, sort);
      const bool is_held = kind_.name == "meeting-held";
      reflection.SetString(message_, &field, is_held && waiting.size() == 1 ? waiting.front() : next_name(file_, sort));
      return;
    }
    const std::string name = reflection.GetString(*message_, &field);
    const bool may_exist = kind_.name == "meeting-held" || kind_.name == "meeting-arranged" ||
                           kind_.name == "document-filed" || kind_.name == "product-drafted";
    if (!may_exist && contains(names_in(file_, sort), name)) {
      findings_.add(Code::already_recorded,
                    fmt::format("The {} {} is in this {} already. Choose another name.", in_words(sort), name, here()),
                    {}, pointer(field));
    }
  }

  void reference(const pb::FieldDescriptor& field) {
    const auto& reflection = *message_->GetReflection();
    if (field.is_repeated()) {
      const std::string sort = field.name() == "children"          ? "child"
                               : field.name() == "proceedings"     ? "proceedings"
                               : field.name() == "documents"       ? "document"
                               : field.name() == "findings"        ? "finding"
                               : field.name() == "actions"         ? "action"
                               : field.name() == "recommendations" ? "recommendation"
                                                                   : "";
      if (sort.empty()) return;
      const auto known = names_in(file_, sort);
      for (int i = 0; i < reflection.FieldSize(*message_, &field); ++i) {
        const std::string name = reflection.GetRepeatedString(*message_, &field, i);
        if (!contains(known, name)) unknown(sort, name, fmt::format("{}/{}", pointer(field), i));
      }
      return;
    }
    const std::string sort = kebab(field.name());
    if (sort != "recommendation" && std::find(sorts.begin(), sorts.end(), sort) == sorts.end()) return;
    const auto known = names_in(file_, sort);
    if (reflection.HasField(*message_, &field)) {
      const std::string name = reflection.GetString(*message_, &field);
      if (!contains(known, name)) unknown(sort, name, pointer(field));
      return;
    }
    // Most documents are of no review, and questions may be asked of a whole record.
    const bool of_all =
        kind_.name == "document-filed" || kind_.name == "questions-attached" || kind_.name == "question-answered";
    const bool answers = kind_.name == "recommendation-answered";
    if (of_all || (!answers && std::find(never_chosen.begin(), never_chosen.end(), sort) != never_chosen.end())) return;
    choose(field, sort, known);
  }

  /// The one that can be meant: the only live one (for what is done to a published report, the only published one; for
  /// a look at what came of an action, the only complete one), else the only one.
  void choose(const pb::FieldDescriptor& field, const std::string& sort, const std::vector<std::string>& known) {
    const bool of_published = kind_.name == "report-taken-down" || kind_.name == "report-replaced";
    const bool of_complete = kind_.name == "action-rechecked";
    const auto live = of_published  ? published_reviews()
                      : of_complete ? complete_actions()
                                    : live_names_in(file_, sort);
    if (live.size() == 1 || known.size() == 1) {
      message_->GetReflection()->SetString(message_, &field, live.size() == 1 ? live.front() : known.front());
      return;
    }
    if (known.empty() && (kind_.name == "family-contacted" || kind_.name == "learning-captured" ||
                          kind_.name == "recommendation-made" || kind_.name == "delay-reported")) {
      return;  // these also happen before a review is commissioned
    }
    findings_.add(Code::missing_reference,
                  known.empty() ? fmt::format("There is no {} in this {} yet.", in_words(sort), here())
                                : fmt::format("There are several. Say which {} you mean.", in_words(sort)),
                  {}, pointer(field));
  }

  [[nodiscard]] std::vector<std::string> published_reviews() const {
    std::vector<std::string> names;
    for (const auto& review : file_.reviews()) {
      if (!review.published_on().empty()) names.push_back(review.review());
    }
    return names;
  }

  [[nodiscard]] std::vector<std::string> complete_actions() const {
    std::vector<std::string> names;
    for (const auto& action : file_.actions()) {
      if (action.complete()) names.push_back(action.action());
    }
    return names;
  }

  void unknown(const std::string& sort, const std::string& name, const std::string& at) {
    findings_.add(Code::missing_reference, fmt::format("There is no {} {} in this {}.", in_words(sort), name, here()),
                  {}, at);
  }

  [[nodiscard]] std::string_view here() const { return sort_of(file_.case_()).name; }

  /// Children keep their names through the case. A child that is not named is the only one, where the entry is about
  /// what changed, and a new one otherwise.
  void children(const pb::FieldDescriptor& field) {
    const auto& reflection = *message_->GetReflection();
    auto known = names_in(file_, "child");
    const bool changes = kind_.name == "circumstances-changed";
    std::size_t number = known.size();
    std::set<std::string> named;
    for (int i = 0; i < reflection.FieldSize(*message_, &field); ++i) {
      auto& child = dynamic_cast<v1::Child&>(*reflection.MutableRepeatedMessage(message_, &field, i));
      if (child.has_child()) {
        if (!named.insert(child.child()).second) {
          findings_.add(Code::already_recorded, "Two children have the same name here. Give each their own.", {},
                        fmt::format("{}/{}/child", pointer(field), i));
        }
        if (changes && !known.empty() && !contains(known, child.child())) {
          unknown("child", child.child(), fmt::format("{}/{}/child", pointer(field), i));
        }
        continue;
      }
      if (changes && known.size() == 1) {
        child.set_child(known.front());
        continue;
      }
      do {
        child.set_child(fmt::format("child-{}", ++number));
      } while (contains(known, child.child()) || !named.insert(child.child()).second);
      if (!child.has_pseudonym()) child.set_pseudonym(fmt::format("Child {}", number));
    }
  }

  void ages(const pb::FieldDescriptor& field) {
    const auto& reflection = *message_->GetReflection();
    for (int i = 0; i < reflection.FieldSize(*message_, &field); ++i) {
      auto& child = dynamic_cast<v1::Child&>(*reflection.MutableRepeatedMessage(message_, &field, i));
      fill_age(child, find_child(file_, child.child()), incident_on_);
    }
  }

  const v1::CaseFile& file_;
  const Kind& kind_;
  Findings& findings_;
  std::string incident_on_;  ///< as far as it is known; empty where it is not
  pb::Message* message_;
};

/// Whether a meeting was quorate follows from who came, where nobody said.
void fill_quorum(v1::MeetingHeld& held, const Partnership& partnership) {
  if (held.has_quorate() || held.attendance().empty()) return;
  held.set_quorate(quorum_of({held.attendance().begin(), held.attendance().end()}, partnership).quorate);
}

/// A later version of a genogram is one, where nobody says what it is.
void fill_sort(v1::DocumentFiled& filed, const v1::CaseFile& file) {
  if (filed.has_sort()) return;
  for (const auto& named : file.named()) {
    if (named.genogram() && named.name() == filed.document()) filed.set_sort(v1::DOCUMENT_SORT_GENOGRAM);
  }
}

/// What is checked, shared or shown is the version that is the newest by then, whatever is drafted or taken back later.
template <class Said>
void fill_version(Said& said, const v1::CaseFile& file) {
  const auto* product = find_product(file, said.product());
  if (!said.has_version() && product != nullptr) said.set_version(product->version());
}

/// The same of the check of a report.
void fill_version(v1::ReportRehearsed& rehearsed, const v1::CaseFile& file) {
  const auto* review = find_review(file, rehearsed.review());
  const int version = review == nullptr ? 0 : present_version(*review);
  if (!rehearsed.has_version() && version > 0) rehearsed.set_version(version);
}

/// Where nobody says who has the advance copy, it went to all who have to have it.
void fill_bodies(v1::AdvanceCopySent& copy) {
  if (!copy.to().empty()) return;
  for (const auto& body : must_tell("advance-copy-sent").bodies) copy.add_to(body.id);
}

/// The next round is as often after this one as the group looks, where nobody said.
void fill_months(v1::MonitoringRoundHeld& held, const Partnership& partnership) {
  const auto* group = find_group(partnership, held.monitored_by());
  if (!held.has_next_after() && group != nullptr) held.set_next_after(group->every_months);
}

/// Where nobody says to whom, the group hears that comes after the one that watches over the action.
void fill_who_hears(v1::ActionEscalated& escalated, const v1::CaseFile& file, const Partnership& partnership) {
  const auto* action = find_action(file, escalated.action());
  if (!escalated.to().empty() || action == nullptr) return;
  const auto* group = find_group(partnership, action->monitored_by());
  if (group != nullptr && !group->escalates_to.empty()) escalated.set_to(group->escalates_to);
}

}  // namespace

v1::Entry prepare(const v1::CaseFile& file, v1::Entry entry, const Occasion& occasion, Findings& findings) {
  if (!entry.has_occurred_on()) entry.set_occurred_on(occasion.today.iso());
  if (kind_of(entry)->decision) {
    if (entry.decided_by().empty()) entry.add_decided_by(occasion.who);
    if (!entry.has_decided_on()) entry.set_decided_on(entry.occurred_on());
  }
  Preparation(file, entry, findings).run();
  if (entry.has_learning_captured()) name_findings(file, *entry.mutable_learning_captured(), findings);
  if (entry.has_audit_design_settled())
    prepare_design(*entry.mutable_audit_design_settled(), entry.occurred_on(), occasion.law);
  if (entry.has_advance_copy_sent()) fill_bodies(*entry.mutable_advance_copy_sent());
  if (entry.has_report_rehearsed()) fill_version(*entry.mutable_report_rehearsed(), file);
  if (entry.has_product_checked()) fill_version(*entry.mutable_product_checked(), file);
  if (entry.has_product_shared()) fill_version(*entry.mutable_product_shared(), file);
  if (entry.has_learning_event_held()) fill_version(*entry.mutable_learning_event_held(), file);
  if (entry.has_document_filed()) fill_sort(*entry.mutable_document_filed(), file);
  if (entry.has_meeting_held()) fill_quorum(*entry.mutable_meeting_held(), occasion.law.partnership());
  const auto& partnership = occasion.law.partnership();
  if (entry.has_monitoring_round_held()) fill_months(*entry.mutable_monitoring_round_held(), partnership);
  if (entry.has_action_escalated()) fill_who_hears(*entry.mutable_action_escalated(), file, partnership);
  return entry;
}

}  // namespace review
