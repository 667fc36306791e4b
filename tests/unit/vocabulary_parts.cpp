#include <fmt/format.h>
#include <google/protobuf/message.h>

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/parts.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

namespace pb = google::protobuf;

/// Fills every field of a message with what its form allows. What is to be sealed carries the word `canary`.
class Filler {
 public:
  void fill(pb::Message& message) {
    const auto& type = *message.GetDescriptor();
    for (int i = 0; i < type.field_count(); ++i) {
      if (type.field(i)->real_containing_oneof() == nullptr) field(message, *type.field(i));
    }
  }
  /// An entry of a kind, with all there is in it; the replacement of a correction is a note.
  [[nodiscard]] v1::Entry entry_of(const Kind& kind) {
    v1::Entry entry;
    fill(entry);
    fill(*entry.GetReflection()->MutableMessage(&entry, kind.field));
    return entry;
  }

 private:
  [[nodiscard]] std::string text(const pb::FieldDescriptor& field) {
    const int n = ++number_;
    switch (rules_of(field).form()) {
      case v1::DATE:
        return fmt::format("{}-{:02}-{:02}", is_sealed(field) ? 1999 : 2026, 1 + n % 12, 1 + n % 28);
      case v1::PARTIAL_DATE:
        return fmt::format("{}-{:02}", is_sealed(field) ? 1999 : 2026, 1 + n % 12);
      case v1::INSTANT:
        return fmt::format("2026-04-02T16:00:00.{:03}Z", n % 1000);
      case v1::ID:
        return fmt::format("{}-{}", is_sealed(field) ? "canary" : "ref", n);
      case v1::BODY:
        return n % 2 == 0 ? "POLICE" : fmt::format("agency-{}", n);
      default:
        return fmt::format("{} {} \"\\/~ \xC3\xAB", is_sealed(field) ? "canary" : "word", n);
    }
  }

  void field(pb::Message& message, const pb::FieldDescriptor& field) {
    const auto& reflection = *message.GetReflection();
    for (int i = 0; i < (field.is_repeated() ? 2 : 1); ++i) {
      const int n = ++number_;
      switch (field.cpp_type()) {
        case pb::FieldDescriptor::CPPTYPE_MESSAGE: {
          auto& inner = field.is_repeated() ? *reflection.AddMessage(&message, &field)
                                            : *reflection.MutableMessage(&message, &field);
          fill(inner);
          if (auto* nested = dynamic_cast<v1::Entry*>(&inner)) nested->mutable_note_added()->set_text("canary");
          break;
        }
        case pb::FieldDescriptor::CPPTYPE_ENUM: {
          const auto* value = field.enum_type()->value(1 + n % (field.enum_type()->value_count() - 1));
          field.is_repeated() ? reflection.AddEnum(&message, &field, value)
                              : reflection.SetEnum(&message, &field, value);
          break;
        }
        case pb::FieldDescriptor::CPPTYPE_BOOL:
          reflection.SetBool(&message, &field, n % 2 == 0);
          break;
        case pb::FieldDescriptor::CPPTYPE_INT32:
          reflection.SetInt32(&message, &field, n % 3 == 0 ? 0 : n);
          break;
        default:
          field.is_repeated() ? reflection.AddString(&message, &field, text(field))
                              : reflection.SetString(&message, &field, text(field));
      }
    }
  }

  int number_ = 0;
};

/// The names of the fields, deep down, that are set and that `wrong` finds.
template <class Wrong>
std::vector<std::string> set_fields(const pb::Message& message, Wrong wrong) {
  std::vector<std::string> found;
  const auto& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  const auto inside = [&](const pb::Message& inner) {
    for (auto& name : set_fields(inner, wrong)) found.push_back(std::move(name));
  };
  for (const auto* field : fields) {
    if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      if (wrong(*field)) found.push_back(field->full_name());
    } else if (field->is_repeated()) {
      for (int i = 0; i < reflection.FieldSize(message, field); ++i)
        inside(reflection.GetRepeatedMessage(message, field, i));
    } else {
      inside(reflection.GetMessage(message, field));
    }
  }
  return found;
}

/// As the parts hold it: without what the leaf holds.
v1::Entry without_leaf(v1::Entry entry) {
  entry.clear_entry();
  entry.clear_case_();
  entry.clear_recorded_time();
  entry.clear_recorded_by();
  entry.clear_case_version();
  entry.clear_corrected_by();
  entry.clear_withdrawn_by();
  return entry;
}

}  // namespace

TEST_CASE("an entry of any kind, with every field it can have, survives writing and reading", "[unit]") {
  Filler filler;
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    const auto entry = filler.entry_of(kind);
    const auto text = boost::json::serialize(write_message(entry));
    const auto parsed = parse_json(text);
    REQUIRE(parsed);
    const auto read = read_entry(*parsed, Origin::record);
    REQUIRE(read);
    CHECK(difference(*read, entry) == "");
    CHECK(boost::json::serialize(write_message(*read)) == text);
  }
}

TEST_CASE("the two parts of an entry, laid over each other, are the entry", "[unit]") {
  Filler filler;
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    const auto entry = filler.entry_of(kind);
    const auto parts = split(entry);
    const auto joined = join(parts.open, parts.sealed);
    REQUIRE(joined);
    CHECK(difference(*joined, without_leaf(entry)) == "");
    const auto again = split(*joined);
    CHECK(again.open == parts.open);
    CHECK(again.sealed == parts.sealed);
  }
}

TEST_CASE("nothing personal and no free text stands in the open part", "[unit]") {
  Filler filler;
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    const auto parts = split(filler.entry_of(kind));
    CHECK(parts.open.find("canary") == std::string::npos);
    CHECK(parts.open.find("1999-") == std::string::npos);
    CHECK(parts.sealed.find("canary") != std::string::npos);
    const auto open = join(parts.open, "");
    REQUIRE(open);
    CHECK(set_fields(*open, [](const pb::FieldDescriptor& field) { return is_sealed(field); }) ==
          std::vector<std::string>{});
    CHECK(kind_of(*open)->name == kind.name);
  }
}

TEST_CASE("the sealed part holds nothing that may be read without it", "[unit]") {
  Filler filler;
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    const auto text = split(filler.entry_of(kind)).sealed;
    CHECK(text.find("ref-") == std::string::npos);
    CHECK(text.find("agency-") == std::string::npos);
    CHECK(text.find("2026-") == std::string::npos);
  }
  CHECK(split(entry("{'caseReopened':{}}")).sealed == "{}");
}

TEST_CASE("a list of messages keeps its places when only some of them have something sealed", "[unit]") {
  const auto given = entry(
      "{'incidentLogged':{'localAuthorityAwareOn':'2026-03-02','harm':'DEATH','abuseOrNeglect':'KNOWN',"
      "'children':[{'child':'child-1'},{'child':'child-2','name':'Invented Name'},{'child':'child-3'}]}}");
  const auto parts = split(given);
  CHECK(parts.open.find("Invented") == std::string::npos);
  const auto joined = join(parts.open, parts.sealed);
  REQUIRE(joined);
  CHECK(difference(*joined, given) == "");
}

TEST_CASE("a request may not set what only the server writes", "[unit]") {
  const boost::json::object base = {{"caseReopened", boost::json::object()}};
  Filler filler;
  const auto full = write_message(filler.entry_of(*find_kind("case-reopened")));
  int refused = 0;
  const auto& type = *v1::Entry::descriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const auto& field = *type.field(i);
    if (!rules_of(field).from_server()) continue;
    INFO(field.name());
    auto request = base;
    request[field.json_name()] = full.at(field.json_name());
    const auto read = read_entry(request, Origin::request);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::unknown_field);
    CHECK(read.error().violations.size() == 1);
    CHECK(read.error().violations.front().pointer == "/" + field.json_name());
    CHECK(read_entry(request, Origin::record));
    ++refused;
  }
  CHECK(refused == 10);
  for (const auto& kind : member_kinds()) {
    const auto& message = *kind.field->message_type();
    for (int i = 0; i < message.field_count(); ++i) {
      const auto& field = *message.field(i);
      if (!rules_of(field).from_server()) continue;
      INFO(field.full_name());
      const boost::json::object inside = {{field.json_name(), "ref-1"}};
      const auto read = read_entry(boost::json::object{{kind.json, inside}}, Origin::request);
      REQUIRE_FALSE(read);
      CHECK(read.error().violations.front().pointer == "/" + kind.json + "/" + field.json_name());
    }
  }
}

TEST_CASE("a store that was tampered with is refused, not guessed at", "[unit]") {
  CHECK_FALSE(join("", ""));
  CHECK_FALSE(join("{", "{}"));
  CHECK_FALSE(join(R"({"caseReopened":{}})", "{"));
  CHECK_FALSE(join("[]", "{}"));
  CHECK_FALSE(join(R"({"caseReopened":{}})", R"({"mood":"sad"})"));
}

}  // namespace review::test
