#include <google/protobuf/descriptor.pb.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "libreview/base/embedded.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/case_file.pb.h"
#include "review/v1/clock.pb.h"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

namespace pb = google::protobuf;

using Types = std::vector<const pb::Descriptor*>;
using Choices = std::set<const pb::EnumDescriptor*>;

void reach(const pb::Descriptor& type, Types& found, Choices& choices) {
  for (const auto* known : found) {
    if (known == &type) return;
  }
  found.push_back(&type);
  for (int i = 0; i < type.field_count(); ++i) {
    if (const auto* inner = type.field(i)->message_type()) reach(*inner, found, choices);
    if (const auto* choice = type.field(i)->enum_type()) choices.insert(choice);
  }
}

struct Reached {
  Types types;
  Choices choices;
};

/// The entry, the answers and everything that they are made of.
const Reached& vocabulary() {
  static const Reached all = [] {
    Reached reached;
    for (const auto* root : {v1::Entry::descriptor(), v1::Case::descriptor(), v1::Clock::descriptor(),
                             v1::ClockChange::descriptor(), v1::Timetable::descriptor()}) {
      reach(*root, reached.types, reached.choices);
    }
    return reached;
  }();
  return all;
}

/// The same with the state that is stored, which nobody outside reads.
const Reached& everything() {
  static const Reached all = [] {
    Reached reached = vocabulary();
    reach(*v1::CaseFile::descriptor(), reached.types, reached.choices);
    return reached;
  }();
  return all;
}

template <class Check>
void each_field(const Types& types, Check check) {
  for (const auto* type : types) {
    for (int i = 0; i < type->field_count(); ++i) check(*type->field(i));
  }
}

/// The schema as it is compiled in, which has its comments.
const pb::DescriptorPool& commented() {
  static const auto* pool = [] {
    static pb::DescriptorPool built;
    pb::FileDescriptorSet files;
    const auto bytes = embedded("descriptors/review-v1.bin");
    if (bytes && files.ParseFromString(std::string(*bytes))) {
      for (const auto& file : files.file()) static_cast<void>(built.BuildFile(file));
    }
    return &built;
  }();
  return *pool;
}

template <class Described>
std::string comment_of(const Described* described) {
  pb::SourceLocation place;
  if (described == nullptr || !described->GetSourceLocation(&place)) return {};
  return place.leading_comments;
}

std::set<std::string> words_of(const std::string& snake_name) {
  std::set<std::string> words;
  std::string word;
  for (const char c : snake_name + "_") {
    if (c != '_') {
      word += c;
    } else {
      words.insert(word);
      word.clear();
    }
  }
  return words;
}

}  // namespace

TEST_CASE("every field of an entry or an answer says what people call it", "[unit]") {
  each_field(vocabulary().types, [](const pb::FieldDescriptor& field) {
    INFO(field.full_name());
    CHECK_FALSE(rules_of(field).label().empty());
  });
}

TEST_CASE("every message, field, choice and value of the schema has a comment", "[unit]") {
  const auto& pool = commented();
  REQUIRE(pool.FindMessageTypeByName("review.v1.Entry") != nullptr);
  for (const auto* type : everything().types) {
    INFO(type->full_name());
    CHECK_FALSE(comment_of(pool.FindMessageTypeByName(type->full_name())).empty());
  }
  each_field(everything().types, [&](const pb::FieldDescriptor& field) {
    INFO(field.full_name());
    CHECK_FALSE(comment_of(pool.FindFieldByName(field.full_name())).empty());
  });
  for (const auto* choice : everything().choices) {
    const auto* described = pool.FindEnumTypeByName(choice->full_name());
    INFO(choice->full_name());
    REQUIRE(described != nullptr);
    CHECK_FALSE(comment_of(described).empty());
    for (int i = 0; i < described->value_count(); ++i) {
      INFO(described->value(i)->name());
      CHECK_FALSE(comment_of(described->value(i)).empty());
    }
  }
}

TEST_CASE("a name is written alike in C++, in JSON and in law files", "[unit]") {
  REQUIRE(kinds().size() == 102);
  REQUIRE(meeting_kinds().size() == 8);
  REQUIRE(programme_kinds().size() == 67);
  REQUIRE(every_kind().size() == 146);
  for (const auto& kind : every_kind()) {
    const std::string name = kind.field->name();
    INFO(name);
    CHECK(snake(kind.field->message_type()->name()) == name);
    CHECK(kind.json == camel(name));
    CHECK(kind.name == kebab(name));
    CHECK(kind.label == rules_of(*kind.field).label());
    CHECK_FALSE(kind.label.empty());
    CHECK(find_kind(kind.json) == &kind);
    CHECK(find_kind(kind.name) == &kind);
    CHECK(find_kind(name) == &kind);
  }
  CHECK(find_kind("no-such-kind") == nullptr);
  each_field(vocabulary().types, [](const pb::FieldDescriptor& field) {
    INFO(field.full_name());
    CHECK(field.json_name() == camel(field.name()));
    CHECK(snake(field.json_name()) == field.name());
    CHECK(snake(kebab(field.name())) == field.name());
  });
}

TEST_CASE("absent is not the same as false, nought or empty", "[unit]") {
  each_field(vocabulary().types, [](const pb::FieldDescriptor& field) {
    INFO(field.full_name());
    if (field.is_repeated()) return;
    CHECK(field.has_presence());
    if (field.message_type() == nullptr) CHECK(field.has_optional_keyword());
  });
}

TEST_CASE("the schema has no number that JSON would spoil, and nothing without a name", "[unit]") {
  each_field(everything().types, [](const pb::FieldDescriptor& field) {
    INFO(field.full_name());
    const auto type = field.cpp_type();
    CHECK((type == pb::FieldDescriptor::CPPTYPE_INT32 || type == pb::FieldDescriptor::CPPTYPE_BOOL ||
           type == pb::FieldDescriptor::CPPTYPE_ENUM || type == pb::FieldDescriptor::CPPTYPE_STRING ||
           type == pb::FieldDescriptor::CPPTYPE_MESSAGE));
    CHECK(field.type() != pb::FieldDescriptor::TYPE_BYTES);
    CHECK_FALSE(field.is_map());
    if (field.message_type() != nullptr) CHECK(field.message_type()->full_name() != "google.protobuf.Any");
  });
}

TEST_CASE("a list is of texts, choices or messages, which are all that the reader reads", "[unit]") {
  each_field(vocabulary().types, [](const pb::FieldDescriptor& field) {
    if (!field.is_repeated()) return;
    INFO(field.full_name());
    CHECK(field.cpp_type() != pb::FieldDescriptor::CPPTYPE_INT32);
    CHECK(field.cpp_type() != pb::FieldDescriptor::CPPTYPE_BOOL);
  });
}

TEST_CASE("a choice carries the name of its list, and its zero never travels", "[unit]") {
  for (const auto* choice : everything().choices) {
    INFO(choice->full_name());
    std::string prefix = snake(choice->name()) + "_";
    for (auto& c : prefix) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    for (int i = 0; i < choice->value_count(); ++i) {
      const auto* value = choice->value(i);
      INFO(value->name());
      CHECK(value->name().rfind(prefix, 0) == 0);
      if (value->number() == 0) {
        CHECK(value->name() == prefix + "UNSPECIFIED");
        CHECK(find_value(*choice, "UNSPECIFIED") == nullptr);
      } else {
        CHECK(find_value(*choice, short_name(*value)) == value);
        CHECK_FALSE(value->options().GetExtension(v1::choice).empty());
      }
    }
  }
}

TEST_CASE("every text says how it is written", "[unit]") {
  each_field(vocabulary().types, [](const pb::FieldDescriptor& field) {
    INFO(field.full_name());
    const bool text = field.cpp_type() == pb::FieldDescriptor::CPPTYPE_STRING;
    CHECK((rules_of(field).form() != v1::FORM_UNSPECIFIED) == text);
  });
}

TEST_CASE("what says something about a person is marked personal", "[unit]") {
  const std::set<std::string> telling = {
      "name",      "names",   "born",       "address",  "school",    "nhs",       "contact", "faith",
      "ethnicity", "sex",     "gender",     "language", "placement", "summary",   "cause",   "place",
      "concern",   "minutes", "note",       "notes",    "relation",  "siblings",  "agenda",  "disability",
      "author",    "items",   "conditions", "finding",  "evidence",  "household", "binds"};
  // The words of the name that no person stands behind, each looked at.
  const std::set<std::string> not_of_a_person = {
      "review.v1.RapidReviewDecided.local_name",   // of a sort of review
      "review.v1.ReportPublished.address",         // of a web page
      "review.v1.ReportReplaced.address",          // of a web page
      "review.v1.EmbargoLiftProposed.conditions",  // free text: sealed as such
      "review.v1.EmbargoLiftProposed.evidence",    // free text: sealed as such
      "review.v1.EmbargoLifted.evidence",          // free text: sealed as such
      "review.v1.ActionUpdated.evidence",          // free text: sealed as such
      "review.v1.ActionRechecked.evidence",        // free text: sealed as such
      "review.v1.ActionRechecked.finding",         // changed, not changed, not known
      "review.v1.Recheck.finding",                 // changed, not changed, not known
      "review.v1.Action.evidence_entry",           // of an entry
      "review.v1.KnownDate.evidence",              // free text: sealed as such
      "review.v1.Hold.name",                       // of proceedings, an order or an embargo
      "review.v1.Warning.name",                    // of proceedings or an order
      "review.v1.ProceedingsConcluded.finding",    // found, not found, not decided
      "review.v1.Proceedings.finding",             // found, not found, not decided
      "review.v1.Case.finding",                    // found, not found, not decided
      "review.v1.ProceedingsStep.took_place_on",   // a day
      "review.v1.BearsOn.finding",                 // the short name of one
      "review.v1.AlignedTo.finding",               // the short name of one
      "review.v1.PlanObjectiveUpdated.evidence",   // free text: sealed as such
      "review.v1.SurveyTie.finding",               // the short name of one
      "review.v1.TrainingAbout.finding",           // the short name of one
      "review.v1.ProductDrafted.address",          // of a web page
      "review.v1.AssuranceReturned.summary",       // free text: sealed as such
  };
  each_field(vocabulary().types, [&](const pb::FieldDescriptor& field) {
    if (field.message_type() != nullptr || not_of_a_person.contains(field.full_name())) return;
    for (const auto& word : words_of(field.name())) {
      INFO(field.full_name() << " has the word " << word);
      if (telling.contains(word)) CHECK(rules_of(field).personal());
    }
  });
  for (const auto& exception : not_of_a_person) {
    INFO(exception);
    CHECK(pb::DescriptorPool::generated_pool()->FindFieldByName(exception) != nullptr);
  }
}

TEST_CASE("everything about a related person is personal, and free text is sealed whatever it is about", "[unit]") {
  const auto* related = v1::RelatedPerson::descriptor();
  for (int i = 0; i < related->field_count(); ++i) CHECK(rules_of(*related->field(i)).personal());
  Types types;
  Choices choices;
  reach(*v1::Entry::descriptor(), types, choices);
  each_field(types, [](const pb::FieldDescriptor& field) {
    INFO(field.full_name());
    const auto form = rules_of(field).form();
    // What an irregularity says the service wrote itself.
    const bool own_words = field.containing_type() == v1::Irregularity::descriptor();
    if (form == v1::TEXT || form == v1::LINE || rules_of(field).personal()) CHECK(is_sealed(field) != own_words);
    // What names and finds an object must be readable without the sealed part.
    if (!rules_of(field).names().empty()) CHECK_FALSE(is_sealed(field));
  });
}

TEST_CASE("a decision says which of its fields give the reasons, and they are there", "[unit]") {
  for (const auto& kind : every_kind()) {
    for (const auto& name : kind.reasoned_by) {
      INFO(kind.name << " " << name);
      const auto* field = kind.field->message_type()->FindFieldByName(name);
      REQUIRE(field != nullptr);
      CHECK(field->cpp_type() == pb::FieldDescriptor::CPPTYPE_STRING);
      CHECK_FALSE(field->is_repeated());
      CHECK(kind.decision);
    }
  }
}

TEST_CASE("the decisions are those of the contract, what seals a case, and who reads what is under embargo", "[unit]") {
  const std::set<std::string> contract = {
      "referral-decided",     "notification-decided",  "notification-withdrawn", "lead-agreed",
      "rapid-review-decided", "decision-reconsidered", "review-converted",       "report-returned",
      "report-accepted",      "embargo-placed",        "embargo-extended",       "embargo-lift-proposed",
      "embargo-lifted",       "report-published",      "publication-declined",   "case-closed",
      "case-sealed",          "unseal-proposed",       "case-unsealed",          "embargo-readers-named"};
  std::set<std::string> found;
  for (const auto& kind : kinds()) {
    if (kind.decision) found.insert(kind.name);
  }
  CHECK(found == contract);
}

TEST_CASE("what the schema cites is a source of the law", "[unit]") {
  for (const auto& kind : every_kind()) {
    INFO(kind.name << " cites " << kind.cites);
    if (!kind.cites.empty()) CHECK(law().source(kind.cites) != nullptr);
  }
  each_field(vocabulary().types, [](const pb::FieldDescriptor& field) {
    const auto& cites = rules_of(field).cites();
    INFO(field.full_name() << " cites " << cites);
    if (!cites.empty()) CHECK(law().source(cites) != nullptr);
  });
}

}  // namespace review::test
