#include <catch2/catch.hpp>
#include <string>

#include "libreview/law/england.hpp"
#include "libreview/law/law_check.hpp"
#include "tests/unit/law_small.hpp"

namespace review::law_test {
namespace {

const std::string small =
    "[[audit-template]]\nid = \"small\"\ntitle = \"Small\"\n"
    "[[audit-template.version]]\nfrom = 2020-04-01\ncriteria = [\"new: It is new\"]\n"
    "cites = [{ source = \"act\" }]\ngrade = \"S\"\n"
    "[[audit-template.version.line]]\nid = \"seen\"\narea = \"Seen\"\nquestion = \"Was the child seen?\"\n"
    "standards = [\"at-home: Seen at home\", \"alone: Seen alone\"]\n"
    "[[audit-template.version]]\nfrom = 2024-04-01\n"
    "cites = [{ source = \"act\" }]\ngrade = \"S\"\n"
    "[[audit-template.version.line]]\nid = \"seen\"\narea = \"Seen\"\nquestion = \"Was the child seen?\"\n"
    "standards = [\"at-home: Seen at home\"]\n";

Date on(std::string_view iso) { return Date::parse(iso).value(); }

RuleBook book_of(const std::string& templates) {
  SmallLaw law;
  law.audit_standards = templates;
  auto book = law.read();
  REQUIRE(book);
  return *book;
}

std::string faults(const std::string& templates) {
  std::string all;
  for (const auto& fault : law_check(book_of(templates), {"incident-logged", "informed"}, {}))
    all += fault.where + ": " + fault.says + "\n";
  return all;
}

TEST_CASE("A template has the standards of the day on which a design is settled", "[unit][law]") {
  const auto book = book_of(small);
  const auto* found = book.audit_template("small");
  REQUIRE(found != nullptr);
  CHECK(found->on(on("2020-03-31")) == nullptr);
  REQUIRE(found->on(on("2024-03-31")) != nullptr);
  CHECK(found->on(on("2024-03-31"))->standards().size() == 2);
  CHECK(found->on(on("2024-04-01"))->standards().size() == 1);
  CHECK(found->on(on("2020-04-01"))->line_of("alone")->id == "seen");
  CHECK(found->on(on("2020-04-01"))->line_of("asleep") == nullptr);
  CHECK(book.audit_template("large") == nullptr);
  CHECK(faults(small).empty());
}

TEST_CASE("Law check finds what is wrong with templates of audits", "[unit][law]") {
  const std::string version = "audit template small, version of 2020-04-01: ";
  CHECK(faults(with(small, "alone: Seen", "at-home: Seen")) == version + "at-home is there twice\n");
  CHECK(faults(with(small, "alone: Seen", "All One: Seen")) ==
        version + "All One is no name of small letters, digits and hyphens\n");
  CHECK(faults(with(small, "\"at-home: Seen at home\", \"alone: Seen alone\"", "")) ==
        version + "seen has no standards\n");
  CHECK(faults(with(small, "2024-04-01", "2020-04-01")) == "audit template small: has versions out of order\n");
  CHECK(faults(with(small, "\"act\"", "\"acts\"")) != "");
  CHECK(faults(small + "[[audit-template]]\nid = \"empty\"\ntitle = \"Empty\"\n") ==
        "audit template empty: has no version\n");
}

TEST_CASE("A standard without a name is no law", "[unit][law]") {
  SmallLaw law;
  law.audit_standards = with(small, "alone: Seen alone", "Seen alone");
  CHECK_FALSE(law.read());
}

TEST_CASE("A partnership adds templates of its own", "[unit][law]") {
  SmallLaw law;
  law.audit_standards = small;
  law.overlay = "id = \"own\"\nname = \"Own\"\n" + with(small, "id = \"small\"", "id = \"ours\"");
  const auto book = law.read();
  REQUIRE(book);
  REQUIRE(book->audit_template("ours") != nullptr);
  CHECK(book->audit_template("ours")->local);
  CHECK_FALSE(book->audit_template("small")->local);
  CHECK(book->audit_template("ours")->versions.front().cites.size() == 1);
}

TEST_CASE("The audit of cases has 22 standards under five lines of enquiry", "[unit][law]") {
  const auto book = england();
  const auto* found = book.audit_template("multi-agency-case-audit");
  REQUIRE(found != nullptr);
  const auto* version = found->on(on("2015-09-01"));
  REQUIRE(version != nullptr);
  std::string sizes;
  for (const auto& line : version->lines) sizes += std::to_string(line.standards.size()) + " ";
  CHECK(sizes == "4 7 3 4 4 ");
  REQUIRE(version->standards().size() == 22);
  CHECK(version->standards()[7].id == "feedback-received");
  CHECK(version->standards()[19].id == "supervision-regular");
}

}  // namespace
}  // namespace review::law_test
