#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "libreview/clocks/reading.hpp"
#include "libreview/record/admit.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/next_entries.hpp"
#include "libreview/record/references.hpp"
#include "libreview/record/stage_table.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

namespace pb = google::protobuf;

/// Makes entries that might be recorded in a case: some fit, some do not. The same seed makes the same ones.
class Coordinator {
 public:
  explicit Coordinator(unsigned seed) : dice_(seed) {}

  [[nodiscard]] int roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
  [[nodiscard]] std::string day_around(Date today, int before, int after) {
    return today.plus_days(roll(before + after + 1) - before).iso();
  }

  [[nodiscard]] v1::Entry entry(const Kind& kind, const SmallCase& one) {
    v1::Entry made;
    if (roll(3) == 0) made.set_occurred_on(day_around(one.today(), 12, 0));
    if (kind.decision && roll(4) == 0) made.add_decided_by("bea");
    fill(*made.GetReflection()->MutableMessage(&made, kind.field), one);
    return made;
  }

 private:
  void fill(pb::Message& message, const SmallCase& one) {
    const auto& type = *message.GetDescriptor();
    for (int i = 0; i < type.field_count(); ++i) {
      const auto& field = *type.field(i);
      const auto& rules = rules_of(field);
      const bool named = !rules.names().empty();
      if (!rules.required() && roll(named ? 12 : 2) != 0) continue;
      if (rules.from_server() || field.name() == "replacement") continue;
      const int times = field.is_repeated() ? 1 + roll(3) : 1;
      for (int n = 0; n < times; ++n) put(message, field, one);
    }
  }

  void put(pb::Message& message, const pb::FieldDescriptor& field, const SmallCase& one) {
    const auto& reflection = *message.GetReflection();
    switch (field.cpp_type()) {
      case pb::FieldDescriptor::CPPTYPE_MESSAGE:
        fill(field.is_repeated() ? *reflection.AddMessage(&message, &field)
                                 : *reflection.MutableMessage(&message, &field),
             one);
        break;
      case pb::FieldDescriptor::CPPTYPE_ENUM: {
        const auto* value = field.enum_type()->value(1 + roll(field.enum_type()->value_count() - 1));
        field.is_repeated() ? reflection.AddEnum(&message, &field, value) : reflection.SetEnum(&message, &field, value);
        break;
      }
      case pb::FieldDescriptor::CPPTYPE_BOOL:
        reflection.SetBool(&message, &field, roll(2) == 0);
        break;
      case pb::FieldDescriptor::CPPTYPE_INT32:
        reflection.SetInt32(&message, &field, 1 + roll(3));
        break;
      default:
        if (auto text = text_for(field, one); !text.empty()) {
          field.is_repeated() ? reflection.AddString(&message, &field, text)
                              : reflection.SetString(&message, &field, text);
        }
    }
  }

  [[nodiscard]] std::string one_of(const std::vector<std::string>& names) {
    return names.empty() ? std::string() : names[static_cast<std::size_t>(roll(static_cast<int>(names.size())))];
  }

  [[nodiscard]] std::string text_for(const pb::FieldDescriptor& field, const SmallCase& one) {
    const auto& rules = rules_of(field);
    switch (rules.form()) {
      case v1::DATE:
      case v1::PARTIAL_DATE:
        return rules.may_be_ahead() ? day_around(one.today(), 2, 60) : day_around(one.today(), 12, 0);
      case v1::BODY:
        return one_of({"POLICE", "LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "PANEL", "SECRETARY_OF_STATE", "BOARD"});
      case v1::CODE:
        return field.name() == "clock" ? "rapid-review" : "A1";
      case v1::KIND:
        return one_of({"panel-notified", "rapid-review-decided", "report-published"});
      case v1::ID:
        return reference(field, one);
      default:
        return "some words";
    }
  }

  [[nodiscard]] std::string reference(const pb::FieldDescriptor& field, const SmallCase& one) {
    const std::string& name = field.name();
    if (!rules_of(field).names().empty()) return fmt::format("{}-x{}", rules_of(field).names(), roll(6));
    if (name == "child" || name == "sibling_of") return fmt::format("child-{}", 1 + roll(3));
    if (name == "children") return one_of(names_in(one.file(), "child"));
    if (name == "step") return one_of({"meeting", "draft"});
    if (name == "criterion") return one_of(criteria_of(field));
    if (name == "agency" || name == "agencies") return one_of({"north-school", "city-hospital"});
    if (name == "themes") return one_of({"neglect", "information-sharing"});
    if (name == "request") return {};
    for (const char* sort : {"review", "proceedings", "order", "embargo", "action", "challenge", "meeting",
                             "recommendation", "document", "product"}) {
      if (name == sort) return one_of(names_in(one.file(), sort));
    }
    return one_of({"ann", "bea", "cem"});
  }

  [[nodiscard]] std::vector<std::string> criteria_of(const pb::FieldDescriptor&) {
    std::vector<std::string> ids;
    for (const auto& criterion : law().criteria()) ids.push_back(criterion.id);
    return ids;
  }

  std::mt19937 dice_;
};

/// Every criterion of the decision answered, so that some decisions pass.
void answer_criteria(v1::Entry& entry) {
  auto* answers = entry.has_rapid_review_decided()   ? entry.mutable_rapid_review_decided()->mutable_criteria()
                  : entry.has_notification_decided() ? entry.mutable_notification_decided()->mutable_criteria()
                                                     : nullptr;
  if (answers == nullptr) return;
  answers->Clear();
  for (const auto& criterion : law().criteria()) {
    if (criterion.decision != (entry.has_rapid_review_decided() ? "review" : "notification")) continue;
    auto& answer = *answers->Add();
    answer.set_criterion(criterion.id);
    answer.set_met(v1::MET_YES);
  }
}

/// Adds `despite` for every rule against the entry, if all of them can be set aside.
bool set_aside(v1::Entry& entry, const std::vector<Refusal>& objections) {
  std::set<std::string> codes;
  for (const auto& refusal : objections) {
    if (!code_row(refusal.code).overridable) return false;
    codes.insert(std::string(code_name(refusal.code)));
  }
  for (const auto& code : codes) {
    auto& despite = *entry.add_despite();
    despite.set_code(code);
    despite.set_reasons("it happened");
    despite.set_authorised_by("bea");
  }
  return !codes.empty();
}

/// The kinds that the next entries hold open, and those that they do not, before an entry.
std::map<std::string, std::string> held_open(const SmallCase& one) {
  std::map<std::string, std::string> why;
  for (const auto& next : next_entries(one.file(), one.occasion())) why[next.kind()] = next.why();
  return why;
}

/// Whether the entry says which of several objects it is about.
bool picks_one_of_several(const v1::Entry& entry, const v1::CaseFile& file) {
  const auto& message = kind_message(entry);
  for (const char* sort : {"review", "proceedings", "order", "embargo", "action", "meeting"}) {
    const auto* field = message.GetDescriptor()->FindFieldByName(sort);
    if (field == nullptr || field->is_repeated() || !message.GetReflection()->HasField(message, field)) continue;
    if (names_in(file, sort).size() > 1) return true;
  }
  return false;
}

/// Kinds whose content can make them fit where the bare kind does not.
bool depends_on_content(const v1::Entry& entry, const v1::CaseFile& file) {
  return picks_one_of_several(entry, file) || entry.decided_by_size() > 0 ||
         (entry.has_panel_notified() && entry.panel_notified().children_size() > 0) || entry.has_case_closed();
}

struct Walk {
  std::map<std::string, int> taken;
  int refused = 0;
};

/// What counts, and what stays of what was withdrawn, laid on one by one.
v1::CaseFile laid_on(const std::vector<v1::Entry>& entries) {
  v1::CaseFile file;
  const auto counted = effective(entries);
  for (const auto& entry : entries) {
    const auto counts = std::ranges::find(counted, entry.entry(), &v1::Entry::entry);
    if (counts != counted.end()) apply(file, *counts);
    if (!entry.has_entry_withdrawn()) continue;
    leave(file, *std::ranges::find(entries, entry.entry_withdrawn().entry(), &v1::Entry::entry), entry);
  }
  file.set_version(entries.back().case_version());
  return file;
}

void check_standing(const SmallCase& one) {
  const auto folded = fold(one.entries());
  REQUIRE(difference(folded, one.file()) == "");
  REQUIRE_NOTHROW(readings(folded, law(), calendar(), one.today()));
  REQUIRE(difference(laid_on(one.entries()), folded) == "");
}

void correct_something(SmallCase& one, Coordinator& coordinator, Walk& walk) {
  const auto& target =
      one.entries()[static_cast<std::size_t>(coordinator.roll(static_cast<int>(one.entries().size())))];
  const auto& kind = *kind_of(target);
  v1::Entry correction;
  if (coordinator.roll(2) == 0 || kind.name == "entry-corrected" || kind.name == "entry-withdrawn") {
    correction.mutable_entry_withdrawn()->set_entry(target.entry());
    correction.mutable_entry_withdrawn()->set_reason(v1::WITHDRAWAL_REASON_MISTAKE);
  } else {
    auto& corrected = *correction.mutable_entry_corrected();
    corrected.set_entry(target.entry());
    corrected.set_reason("mistyped");
    *corrected.mutable_replacement() = coordinator.entry(kind, one);
    answer_criteria(*corrected.mutable_replacement());
  }
  const auto recorded = one.record(correction);
  if (!recorded) {
    ++walk.refused;
    return;
  }
  ++walk.taken[kind_of(correction)->name];
  check_standing(one);
}

void walk(unsigned seed, int steps, Walk& walk) {
  Coordinator coordinator(seed);
  SmallCase one("2026-01-05");
  one.must(seed % 4 == 0 ? "{'learningReferred':{'referredBy':'north-school','concern':'x','children':[{}]}}"
                         : "{'occurredOn':'2026-01-05','incidentLogged':{'localAuthorityAwareOn':'2026-01-05',"
                           "'harm':'DEATH','abuseOrNeglect':'SUSPECTED','children':[{}]}}");
  for (int step = 1; step <= steps; ++step) {
    INFO("seed " << seed << " step " << step);
    one.on(one.today().plus_days(coordinator.roll(3)).iso());
    one.as(coordinator.roll(2) == 0 ? "ann" : "bea");
    if (coordinator.roll(30) == 0) {
      correct_something(one, coordinator, walk);
      continue;
    }
    const auto& kind = kinds()[static_cast<std::size_t>(coordinator.roll(static_cast<int>(kinds().size())))];
    if (kind.name == "entry-corrected" || kind.name == "entry-withdrawn" || kind.name == "conflict-declared") continue;
    if (kind.name == "case-closed" && coordinator.roll(3) != 0) continue;
    auto entry = coordinator.entry(kind, one);
    answer_criteria(entry);
    const bool asked = step % 6 == 0;
    const auto open = asked ? held_open(one) : std::map<std::string, std::string>();
    const auto before = one.file().version();
    auto recorded = one.record(entry);
    if (!recorded && coordinator.roll(4) == 0 && set_aside(entry, objections(one.file(), entry, one.occasion()))) {
      recorded = one.record(entry);
      REQUIRE(recorded);
      REQUIRE(recorded->irregularities_size() == entry.despite_size());
    }
    if (!recorded) {
      ++walk.refused;
      // A rule of the process says no, or fields that say different things, and then at one of them.
      const auto& refusal = recorded.error();
      INFO(code_row(refusal.code).name << " " << kind.name);
      REQUIRE((code_row(refusal.code).status == 409 || !refusal.violations.empty()));
      REQUIRE(one.file().version() == before);
      continue;
    }
    ++walk.taken[kind.name];
    REQUIRE(one.file().version() == before + 1);
    if (asked && entry.despite_size() == 0 && open.contains(kind.json) && !depends_on_content(entry, one.file())) {
      INFO(kind.name << " was taken although: " << open.at(kind.json));
      REQUIRE(open.at(kind.json).empty());
    }
    if (step % 40 == 0) check_standing(one);
  }
  check_standing(one);
}

}  // namespace

TEST_CASE("whatever is recorded in whatever order, a case folds to what it was", "[unit]") {
  Walk all;
  for (unsigned seed = 1; seed <= 30; ++seed) walk(seed, 300, all);
  CHECK(all.refused > 0);
  // The walks come by every kind. Conflicts are left out, since one would silence its person for the rest of the walk;
  // a join comes from another case; lifting takes two people in the right order, questions are those of the law's bank,
  // and a product is shared, or told at an event, only as it was checked, which scenarios tell.
  const std::set<std::string> told_by_scenarios = {"embargo-lifted", "questions-attached", "question-answered",
                                                   "product-shared", "learning-event-held"};
  std::vector<std::string> missing;
  for (const auto& kind : kinds()) {
    if (all.taken[kind.name] == 0 && !told_by_scenarios.contains(kind.name)) missing.push_back(kind.name);
  }
  CHECK(missing == std::vector<std::string>{"conflict-declared", "review-joined"});
}

TEST_CASE("what the next entries hold open, the table of stages takes", "[unit]") {
  SmallCase one;
  const auto compare = [&] {
    for (const auto& next : next_entries(one.file(), one.occasion())) {
      INFO(next.kind() << ": " << next.why());
      if (next.why().empty()) CHECK(stage_takes(find_kind(next.kind())->name, one.file().stage()));
      CHECK_FALSE(next.label().empty());
    }
  };
  const auto why = [&](const std::string& kind) { return held_open(one).at(kind); };
  one.must(incident);
  compare();
  CHECK(why("panelNotified").empty());
  CHECK(why("rapidReviewSubmitted").find("notification") != std::string::npos);
  CHECK(why("draftReceived").find("There is no review") == 0);
  one.on("2026-03-04").must("{'panelNotified':{}}");
  compare();
  CHECK_FALSE(why("panelNotified").empty());
  CHECK(why("rapidReviewDecided").empty());
  CHECK(held_open(one).count("incidentLogged") == 0);
  CHECK(held_open(one).count("learningReferred") == 0);
}

}  // namespace review::test
