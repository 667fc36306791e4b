#include <catch2/catch.hpp>
#include <memory>

#include "libreview/access/embargoed.hpp"
#include "libreview/embargo/coverage.hpp"
#include "libreview/rehearsal/identity_blot.hpp"
#include "tests/support/small_case.hpp"

/// What is blotted out of words of a case, and what stays. Invented people.
namespace review::test {
namespace {

using Entries = std::vector<v1::Entry>;

/// What is recorded of a child.
const char* const family =
    "{'incidentLogged':{'localAuthorityAwareOn':'2026-03-02','harm':'DEATH','abuseOrNeglect':'SUSPECTED',"
    "'children':[{'ageYears':7,'pseudonym':'Child Rose','name':'Jasmine Grace Will-Kowalczyk','bornOn':'2019-03-04',"
    "'address':'12 Acacia Avenue, Northtown, NT1 2AB','school':'Oakfield Primary School','nhsNumber':'943 476 5919'}],"
    "'family':[{'relation':'mother','name':'Rose Whitfield','bornOn':'1990-12'}]}}";

std::shared_ptr<const IdentityBlot> blot_of(const Entries& record) {
  v1::CaseFile now;
  now.add_children()->set_pseudonym("Child Rose");
  return std::make_shared<const IdentityBlot>(now, [record] { return std::make_shared<const Entries>(record); });
}

std::string left_of(const std::string& text, bool prose = true) {
  static const auto blot = blot_of({entry(family)});
  return blot->blotted(text, prose);
}

}  // namespace

TEST_CASE("a name is blotted out of words whole, in part, with an s, misspelt and in any letters", "[unit]") {
  CHECK(left_of("We met Jasmine Grace Will-Kowalczyk there.") == "We met [under embargo] there.");
  CHECK(left_of("We met Kowalczyk.") == "We met [under embargo].");
  CHECK(left_of("Jasmine\u2019s coat") == "[under embargo]\u2019s coat");
  CHECK(left_of("It was Whitfeild's.") == "It was [under embargo]'s.");
  CHECK(left_of("JASMINE and jasmine and Jasmin\u00e9") == "[under embargo] and [under embargo] and [under embargo]");
}

TEST_CASE("a word that most texts hold is a name only with a capital", "[unit]") {
  CHECK(left_of("She will say so.") == "She will say so.");
  CHECK(left_of("Will says so.") == "[under embargo] says so.");
  CHECK(left_of("Grace was seen.") == "[under embargo] was seen.");
  CHECK(left_of("from-will.pdf", false) == "from-[under embargo].pdf");
}

TEST_CASE("days of birth, addresses, schools and NHS numbers are blotted out however they are written", "[unit]") {
  for (const auto* written : {"2019-03-04", "4 March 2019", "4th of March 2019", "04/03/2019", "4.3.19", "March 2019",
                              "4 March", "December 1990", "12 Acacia Avenue", "Acacia Ave", "NT1 2AB", "nt12ab",
                              "Oakfield", "Oakfield Primary School", "9434765919", "943 476 5919"}) {
    INFO(written);
    CHECK(left_of(std::string("It says ") + written + " there.") == "It says [under embargo] there.");
  }
  CHECK(left_of("On 5 March 2020, at 14 Birch Road.") == "On 5 March 2020, at 14 Birch Road.");
}

TEST_CASE("a pseudonym stays, and what is told of nobody", "[unit]") {
  CHECK(left_of("Child Rose was with her mother.") == "Child Rose was with her mother.");
  CHECK(left_of("Child Rose was with Rose.") == "Child Rose was with [under embargo].");
  CHECK(left_of("The police rang. A plan was made at the meeting.") ==
        "The police rang. A plan was made at the meeting.");
  CHECK(left_of("").empty());
}

TEST_CASE("the record is read once, and only when there is something to look through", "[unit]") {
  int reads = 0;
  const IdentityBlot blot({}, [&reads] {
    ++reads;
    return std::make_shared<const Entries>(Entries{entry(family)});
  });
  CHECK(blot.blotted("").empty());
  CHECK(reads == 0);
  CHECK(blot.blotted("Jasmine") == "[under embargo]");
  CHECK(blot.blotted("Whitfield") == "[under embargo]");
  CHECK(reads == 1);
}

TEST_CASE("what was recorded once and corrected is blotted out too, and so is who was spoken to", "[unit]") {
  auto correction = entry(
      "{'entryCorrected':{'entry':'one','reason':'mistyped','replacement':{'noteAdded':"
      "{'text':'A call.','spokeTo':'Zebedee Larkspur, CAMHS'}}}}");
  const auto blot = blot_of({entry(family), correction});
  CHECK(blot->blotted("Larkspur rang from CAMHS.") == "[under embargo] rang from CAMHS.");
}

/// What is left of a text where the record holds this entry.
std::string left_by(const std::string& record, const std::string& text) {
  return blot_of({entry(record)})->blotted(text);
}

TEST_CASE("short and ordinary names of a line are blotted out where they have a capital", "[unit]") {
  const auto siblings =
      std::string("{'safetyConfirmed':{'by':'social-worker-1','siblings':['Leo, Mia, Grace, Ivy and Jack']}}");
  CHECK(left_by(siblings, "Leo and Mia were at home, with Ivy.") ==
        "[under embargo] and [under embargo] were at home, with [under embargo].");
  CHECK(left_by(siblings, "Grace and Jack: days of grace") == "[under embargo] and [under embargo]: days of grace");
  CHECK(left_by(siblings, "LEO and leo") == "[under embargo] and leo");
  CHECK(left_by("{'familyContacted':{'who':'The mother, Faith'}}", "The mother is called Faith.") ==
        "The mother is called [under embargo].");
}

TEST_CASE("a name in capitals is a name, and what a body is called for short is none", "[unit]") {
  const auto note = std::string("{'noteAdded':{'text':'A call.','spokeTo':'Jane SMITH, CAMHS, NXT'}}");
  CHECK(left_by(note, "Smith rang from CAMHS.") == "[under embargo] rang from CAMHS.");
  const auto blot = blot_of({entry(note), entry("{'agencyReturnRequested':{'agencies':['nxt']}}")});
  CHECK(blot->blotted("SMITH of NXT rang.") == "[under embargo] of NXT rang.");
  CHECK(left_by(note, "SMITH of NXT rang.") == "[under embargo] of [under embargo] rang.");
}

std::string logged_with(const std::string& more) {
  return "{'incidentLogged':{'localAuthorityAwareOn':'2026-03-02','harm':'DEATH','abuseOrNeglect':'SUSPECTED'," + more +
         "}}";
}

TEST_CASE("a house without a number or a street, and a place with a name of its own, are blotted out", "[unit]") {
  const auto cottage =
      logged_with("'place':'Kestrel Lodge','children':[{'ageYears':7,'address':'Rose Cottage, Long Hay'}]");
  CHECK(left_by(cottage, "They moved from Rose Cottage to Kestrel Lodge, by Long Hay.") ==
        "They moved from [under embargo] to [under embargo], by [under embargo].");
  CHECK(left_by(logged_with("'place':'Larkspring'"), "It was in Larkspring.") == "It was in [under embargo].");
  CHECK(left_by(logged_with("'place':'home'"), "She went home. Home is safe.") == "She went home. Home is safe.");
}

std::string left_at(const std::string& address, const std::string& text) {
  return left_by(logged_with("'children':[{'ageYears':7,'address':'" + address + "'}]"), text);
}

TEST_CASE("a house and a town of one word are blotted out, in any letters", "[unit]") {
  CHECK(left_at("Fernleigh, Oakham", "Oakham: they left Fernleigh. fernleigh's roof, in OAKHAM.") ==
        "[under embargo]: they left [under embargo]. [under embargo]'s roof, in [under embargo].");
  CHECK(left_at("fernleigh, oakham LE15 6AA", "At Fernleigh, Oakham.") == "At [under embargo], [under embargo].");
}

TEST_CASE("a house or a town that is a word of English is blotted out only with a capital", "[unit]") {
  const std::string address = "Willow, Reading";
  CHECK(left_at(address, "They live in Reading, at Willow.") == "They live in [under embargo], at [under embargo].");
  const std::string plain = "Reading takes long. They were reading below a willow. Is reading hard? Reading is not.";
  CHECK(left_at(address, plain) == plain);
  const std::string recorded_small = "They read in Reading.";
  CHECK(left_at("willow, reading", recorded_small) == recorded_small);
  CHECK(left_at("Lodge, Oakham", "The lodge was let. Lodge fees. It was at Lodge.") ==
        "The lodge was let. Lodge fees. It was at [under embargo].");
}

TEST_CASE("what stands alone in an address and is no name of a place stays in every text", "[unit]") {
  const std::string text = "Of 12 families in the UK the Mother was Unknown, and none was at 4.";
  CHECK(left_at("12, Oakham, UK", text) == text);
  CHECK(left_at("Unknown", text) == text);
  CHECK(left_at("4, Mother", text) == text);
}

TEST_CASE("under an embargo on what tells who somebody is, every text of an entry is without it", "[unit]") {
  Coverage coverage;
  coverage.identity = true;
  coverage.blots = {blot_of({entry(family)})};
  auto told = entry(
      "{'note':'Of Jasmine.','evidence':'By Jasmine.','entryCorrected':{'entry':'one','reason':'For Jasmine.',"
      "'replacement':{'noteAdded':{'text':'To Jasmine.'}}}}");
  CHECK(holds_covered(told, coverage));
  REQUIRE(withhold(told, coverage));
  CHECK(told.note() == "Of [under embargo].");
  CHECK(told.evidence() == "By [under embargo].");
  CHECK(told.entry_corrected().reason() == "For [under embargo].");
  CHECK(told.entry_corrected().replacement().note_added().text() == "To [under embargo].");
  CHECK_FALSE(withhold(told, coverage));
  auto out = entry("{'reportPublished':{'title':'On Jasmine','address':'https://example.org/kowalczyk.pdf'}}");
  REQUIRE(withhold(out, coverage));
  CHECK(out.report_published().title() == "On [under embargo]");
  CHECK(out.report_published().address().empty());
  auto plain = entry("{'noteAdded':{'text':'A plan was made.'}}");
  CHECK_FALSE(holds_covered(plain, coverage));
}

}  // namespace review::test
