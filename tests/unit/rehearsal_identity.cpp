#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "libreview/law/england.hpp"
#include "libreview/law/read_rehearsal.hpp"
#include "libreview/rehearsal/close_spelling.hpp"
#include "libreview/rehearsal/find_identity.hpp"

namespace review {
namespace {

/// Invented people.
const std::vector<Identity>& family() {
  using enum IdentityKind;
  static const std::vector<Identity> all = {{name, "Jane Anne Smith-Jones", "Child 1"},
                                            {name, "Grace Brown", "mother"},
                                            {name, "Tomasz Kowalczyk", "father"},
                                            {name, "José O'Brien", "Child 2"},
                                            {name, "James Whitfield", "uncle"},
                                            {name, "Bo Li", "carer"},
                                            {name, "Baby Not Known", "Child 3"},
                                            {date_of_birth, "2019-03-04", "Child 1"},
                                            {address, "12 Acacia Avenue, Northtown, NT1 2AB", "Child 1"},
                                            {school, "Oakfield Primary School", "Child 1"},
                                            {school, "St Example's Nursery", "Child 2"},
                                            {nhs_number, "943 476 5919", "Child 1"}};
  return all;
}

std::vector<IdentityFinding> found_in(const std::string& text, bool prose = true) {
  return find_identity(family(), {{"Page 1", text, prose}}, rehearsal_rules());
}

/// `NAME EXACT [Grace Brown]`, with `?` where it is to be looked at; one after the other.
std::string told(const std::string& text, bool prose = true) {
  std::string all;
  for (const auto& one : found_in(text, prose)) {
    all += fmt::format("{}{} {}{} [{}]", all.empty() ? "" : ", ", identity_kind_name(one.kind), writing_name(one.how),
                       one.look ? "?" : "", one.excerpt.match);
  }
  return all;
}

TEST_CASE("A name is found whatever its case, accents, apostrophes and hyphens", "[unit]") {
  CHECK(told("Here lived Jane Anne Smith-Jones.") == "NAME EXACT [Jane Anne Smith-Jones]");
  CHECK(told("Here lived JANE SMITH-JONES.") == "NAME EXACT [JANE SMITH-JONES]");
  CHECK(told("Here lived jane smith jones.") == "NAME EXACT [jane smith jones]");
  CHECK(told("It was Smith-Jones, Jane.") == "NAME EXACT [Smith-Jones, Jane]");
  CHECK(told("We met Jané there.") == "NAME PART [Jané]");
  CHECK(told("The OBrien family.") == "NAME PART [OBrien]");
  CHECK(told("We met Jose.") == "NAME PART [Jose]");
}

TEST_CASE("A name is found with an apostrophe behind it", "[unit]") {
  CHECK(told("It was Kowalczyk's house.") == "NAME POSSESSIVE [Kowalczyk]");
  CHECK(told("It was Kowalczyk’s house.") == "NAME POSSESSIVE [Kowalczyk]");
  CHECK(told("It was James' house.") == "NAME POSSESSIVE [James]");
}

TEST_CASE("Parts of a name are found alone, those with a hyphen too", "[unit]") {
  CHECK(told("We met Jane.") == "NAME PART [Jane]");
  CHECK(told("We met Ms Smith-Jones.") == "NAME PART [Smith-Jones]");
  CHECK(told("We met Mr Jones.") == "NAME PART [Jones]");
  CHECK(told("We met Bo and bo.") == "NAME PART [Bo]");
}

TEST_CASE("A name that was misspelt is found, a word of English is not", "[unit]") {
  for (const auto* wrong : {"Kowalcyzk", "Kowalczik", "Kowlczik", "Whitfeild", "Whitefield", "Jnae", "Jaane"}) {
    CHECK(told(fmt::format("There we met {}.", wrong)) == fmt::format("NAME MISSPELT [{}]", wrong));
  }
  for (const auto* other : {"Kowal", "Whitehall", "Janine", "Plane", "June", "Joan", "Jack", "Bones", "Place"}) {
    INFO(other);
    CHECK(told(fmt::format("There we met {}.", other)).empty());
  }
  // A word that stands in small letters elsewhere in the document is a word.
  CHECK(told("The lane was dark. We saw the Lane there.").empty());
}

TEST_CASE("A name that is also a word is found, and to be looked at", "[unit]") {
  for (const auto* text : {"Grace said so.", "GRACE said so.", "grace said so.", "Then Grace said so.",
                           "Then GRACE came.", "Grace was born on 14 February 2019.", "It was late.\n\nGrace slept."}) {
    INFO(text);
    CHECK(told(text).starts_with("NAME PART? ["));
  }
  for (const auto* text : {"Grace's bed.", "Grace’s bed.", "GRACE'S bed.", "grace's bed.", "It was Grace's bed."}) {
    INFO(text);
    CHECK(told(text).starts_with("NAME POSSESSIVE? ["));
  }
  CHECK(told("Grace") == "NAME PART? [Grace]");
  // What most texts hold is that word in small letters; with a capital it may be the name, also first in a sentence.
  CHECK(told("The brown dog.").empty());
  CHECK(told("Brown said so.") == "NAME PART? [Brown]");
  CHECK(told("BROWN said so.") == "NAME PART? [BROWN]");
  CHECK(told("There we saw Grace.") == "NAME PART? [Grace]");
  CHECK(told("We saw Mrs. Brown.") == "NAME PART? [Brown]");
  CHECK(told("Grace Brown came.") == "NAME EXACT [Grace Brown]");
}

TEST_CASE("Titles and relations are no names", "[unit]") {
  CHECK(told("The baby was not known to the Baby Clinic. Not Known.").empty());
}

TEST_CASE("Names are found in the names of files and in addresses", "[unit]") {
  CHECK(told("JaneSmithJones_report.pdf", false) == "NAME EXACT [JaneSmithJones]");
  CHECK(told("jane-smith-jones-v2.docx", false) == "NAME EXACT [jane-smith-jones]");
  CHECK(told("kowalczyk2.pdf", false) == "NAME PART [kowalczyk]");
  CHECK(told("tkowalczyk.pdf", false) == "NAME PART [tkowalczyk]");
  CHECK(told("https://example.org/reviews/grace-brown", false) == "NAME EXACT [grace-brown]");
  CHECK(told("kowalcyzk-final.pdf", false) == "NAME MISSPELT [kowalcyzk]");
}

TEST_CASE("Initials are found in capitals, and to be looked at", "[unit]") {
  CHECK(told("It was T.K. who came.") == "NAME INITIALS? [T.K]");
  CHECK(told("It was TK who came.") == "NAME INITIALS? [TK]");
  CHECK(told("It was tk who came, T - K, and K.T.").empty());
}

TEST_CASE("A date of birth is found however it is written", "[unit]") {
  CHECK(told("Born 2019-03-04.") == "DATE_OF_BIRTH EXACT [2019-03-04]");
  for (const auto* written :
       {"4 March 2019", "4th of March 2019", "4th March, 2019", "04/03/2019", "4.3.19", "04-03-2019", "March 4, 2019",
        "March 4th 2019", "20190304", "04032019", "4 Mar 2019", "2019/03/04"}) {
    CHECK(told(fmt::format("Born {}.", written)) == fmt::format("DATE_OF_BIRTH DATE_WRITTEN_OTHERWISE [{}]", written));
  }
  for (const auto* part : {"March 2019", "4 March", "03/04/2019"}) {
    CHECK(told(fmt::format("Born {}.", part)) == fmt::format("DATE_OF_BIRTH PART? [{}]", part));
  }
  for (const auto* other :
       {"5 March 2019", "4 April 2019", "4 March 2018", "4.3.20", "March 2018", "2019", "04/13/2019"}) {
    INFO(other);
    CHECK(told(fmt::format("Born {}.", other)).empty());
  }
}

TEST_CASE("Addresses, schools and NHS numbers are found", "[unit]") {
  CHECK(told("At 12 Acacia Avenue.") == "ADDRESS EXACT [12 Acacia Avenue]");
  CHECK(told("At 12, acacia ave.") == "ADDRESS EXACT [12, acacia ave]");
  CHECK(told("In Acacia Avenue.") == "ADDRESS PART [Acacia Avenue]");
  CHECK(told("At nt1 2ab.") == "ADDRESS EXACT [nt1 2ab]");
  CHECK(told("At NT12AB.") == "ADDRESS EXACT [NT12AB]");
  CHECK(told("Acacia trees; NT1 2AC; 12 Oak Avenue.").empty());
  CHECK(told("At Oakfield Primary School.") == "SCHOOL EXACT [Oakfield Primary School]");
  CHECK(told("At Oakfield.") == "SCHOOL PART [Oakfield]");
  CHECK(told("At Oakfeild.") == "SCHOOL MISSPELT [Oakfeild]");
  CHECK(told("At a primary school, and at the nursery.").empty());
  CHECK(told("NHS number 9434765919.") == "NHS_NUMBER EXACT [9434765919]");
}

TEST_CASE("The same in one place is told once, with how often and whose it may be", "[unit]") {
  const std::vector<Identity> two{{IdentityKind::name, "Ann Kowalczyk", "Child 1"},
                                  {IdentityKind::name, "Tomasz Kowalczyk", "father"}};
  const auto found =
      find_identity(two, {{"Page 1", "Kowalczyk here, Kowalczyk there."}, {"Page 2", "Kowalczyk."}}, rehearsal_rules());
  REQUIRE(found.size() == 2);
  CHECK(found[0].times == 2);
  CHECK(found[0].whose == std::vector<std::string>{"Child 1", "father"});
  CHECK(found[1].place == "Page 2");
}

TEST_CASE("What is found says no more than the text: not the name behind a part of it", "[unit]") {
  for (const auto& one : found_in("The report speaks of Jnae, of Jones and of 4 March.")) {
    const auto all = one.excerpt.before + one.excerpt.match + one.excerpt.after;
    CHECK(all.find("Anne") == std::string::npos);
    CHECK(all.find("2019") == std::string::npos);
  }
}

TEST_CASE("Broken text and control characters are read to their end", "[unit]") {
  CHECK(told("\xff\xfeKowalczyk\x01\x02") == "NAME PART [Kowalczyk]");
  CHECK(told(std::string("\0Kowalczyk", 10)) == "NAME PART [Kowalczyk]");
  CHECK(told("Ko\xc2\xadwalczyk") == "NAME PART [Ko\xc2\xadwalczyk]");
}

TEST_CASE("Faults of spelling are counted up to what is asked", "[unit]") {
  CHECK(spelling_faults("jane", "jane", 2) == 0);
  CHECK(spelling_faults("jane", "jnae", 2) == 1);
  CHECK(spelling_faults("jane", "jan", 2) == 1);
  CHECK(spelling_faults("jane", "june", 2) == 1);
  CHECK(spelling_faults("kowalczyk", "kowlczik", 2) == 2);
  CHECK(spelling_faults("jane", "plenty", 2) == 3);
  CHECK(spelling_faults("", "ab", 2) == 2);
}

TEST_CASE("Every source that the rules of the check cite is known", "[unit]") {
  const auto law = england();
  const auto& rules = rehearsal_rules();
  CHECK_FALSE(rules.cites.empty());
  for (const auto& cite : rules.cites) CHECK(law.source(cite.source) != nullptr);
  CHECK(rules.grade == "local");
}

TEST_CASE("A page of ordinary text holds none of these names", "[unit]") {
  // What a practitioner would write, in which nobody is named.
  const std::string page = R"(Executive summary

The safeguarding partners agreed in spring that a local review should look at how agencies worked together. Practitioners
spoke openly about what made their work hard, and about what helped. Health visitors, teachers and social workers each knew
something that others did not. Nobody had the whole picture.

Good practice was seen. A nurse asked again when an answer did not make sense. The school kept clear notes. Police officers
stayed with the family through the night. In June a plan was made, and May and July were quiet months.

What got in the way? Meetings were short. Letters went to an old address. Some records were kept on paper. Managers were
new in post, and there was little time to think. When staff left, their knowledge left with them. Children were seen, but
rarely alone. Fathers were not asked. Brothers and sisters were thought of late.

The Panel said that the learning is clear, and that places where families meet professionals should change first.
The street was closed on the day.)";
  CHECK(told(page).empty());
}

}  // namespace
}  // namespace review
