#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "libreview/access/field_class.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "review/v1/entries.pb.h"

namespace review {
namespace {

namespace pb = google::protobuf;

TEST_CASE("Every field in the table of classes exists, and is there once", "[unit]") {
  std::set<std::string_view> seen;
  for (const auto field : classed_fields()) {
    INFO(field);
    CHECK(pb::DescriptorPool::generated_pool()->FindFieldByName("review.v1." + std::string(field)) != nullptr);
    CHECK(seen.insert(field).second);
  }
}

TEST_CASE("No field that is stored sealed is without a class", "[unit]") {
  int sealed = 0;
  for (const auto* file : {v1::Entry::descriptor()->file(), v1::Child::descriptor()->file()}) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      for (int j = 0; j < file->message_type(i)->field_count(); ++j) {
        const auto& field = *file->message_type(i)->field(j);
        if (!is_sealed(field)) continue;
        INFO(field.full_name());
        CHECK(class_of(field).has_value());
        ++sealed;
      }
    }
  }
  CHECK(sealed > 20);
}

TEST_CASE("Where a child lives is left out of an entry, also in what corrects another", "[unit]") {
  v1::Entry entry;
  auto& corrected = *entry.mutable_entry_corrected();
  auto& incident = *corrected.mutable_replacement()->mutable_incident_logged();
  incident.set_place("canary");
  auto& child = *incident.add_children();
  child.set_pseudonym("Child A");
  child.set_name("An invented name");
  child.set_address("canary");
  child.set_placement("canary");
  child.set_school("canary");
  CHECK(classes_in(entry) ==
        std::set<FieldClass>{FieldClass::pseudonyms, FieldClass::identifiers, FieldClass::placement_addresses});
  leave_out(entry, FieldClass::placement_addresses);
  CHECK(entry.SerializeAsString().find("canary") == std::string::npos);
  CHECK(child.name() == "An invented name");
  CHECK(classes_in(entry) == std::set<FieldClass>{FieldClass::pseudonyms, FieldClass::identifiers});
  std::set<std::string_view> names;
  for (const auto one : field_classes()) names.insert(field_class_name(one));
  CHECK(names.size() == field_classes().size());
  CHECK(field_class_name(FieldClass::placement_addresses) == "placement-addresses");
}

}  // namespace
}  // namespace review
