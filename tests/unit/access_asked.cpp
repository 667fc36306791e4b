#include <catch2/catch.hpp>

#include "libreview/access/entry_access.hpp"
#include "libreview/access/sight.hpp"

namespace review {
namespace {

const Date day = *Date::parse("2026-03-02");

Reader asked_by_link() {
  Reader reader{"b-jones", Role::agency_contact, "east-school"};
  reader.cases = {"26-0001"};
  reader.asked = {"26-0001"};
  return reader;
}

v1::CaseFile case_named(const char* reference) {
  v1::CaseFile file;
  file.set_case_(reference);
  return file;
}

v1::Entry return_of(const char* agency) {
  v1::Entry entry;
  entry.set_on_behalf_of(agency);
  entry.mutable_agency_return_received()->set_agency(agency);
  return entry;
}

TEST_CASE("A link lets its contact answer in its case alone, sealed or not, and not once excluded", "[unit]") {
  const auto reader = asked_by_link();
  auto file = case_named("26-0001");
  CHECK(sees(reader, file, day));
  CHECK_FALSE(sees(reader, case_named("26-0002"), day));
  file.set_sealed(true);
  CHECK(sees(reader, file, day));
  auto& conflict = *file.add_conflicts();
  conflict.set_person("b-jones");
  conflict.set_managed(v1::CONFLICT_MANAGED_EXCLUDED);
  CHECK_FALSE(sees(reader, file, day));
}

TEST_CASE("By a link a contact records the return of the own agency, and nothing else", "[unit]") {
  const auto reader = asked_by_link();
  const auto file = case_named("26-0001");
  CHECK(records_entry(reader, file, return_of("east-school"), day));
  CHECK_FALSE(records_entry(reader, file, return_of("west-school"), day));
  v1::Entry note;
  note.mutable_note_added()->set_text("Invented.");
  CHECK_FALSE(records_entry(reader, file, note, day));
}

}  // namespace
}  // namespace review
