#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "libreview/views/match_words.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/desk_support.hpp"

namespace review::test {
namespace {

std::string note_of(const std::string& text) { return fmt::format("{{'noteAdded':{{'text':'{}'}}}}", text); }

/// `26-0001 noteAdded` for each find; the case alone where it was found itself.
std::vector<std::string> found(DeskOffice& office, const std::string& words) {
  const auto finds = office.desk.search(words, office.reader, office.moment());
  if (!finds) FAIL(finds.error().says);
  std::vector<std::string> all;
  for (const auto& find : finds->finds) all.push_back(find.case_id + (find.kind.empty() ? "" : " " + find.kind));
  return all;
}

using Found = std::vector<std::string>;

TEST_CASE("Words find the entries that hold all of them, each by its beginning", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  office.must(id, note_of("The health visitor saw bruises in Quillfeather Road."));
  office.must(id, note_of("The school was told."));
  const Found one{id + " noteAdded"};
  for (const char* words : {"bruises", "BRUISE", "quill bru", "  health   visitor ", "\"health visitor\""}) {
    INFO(words);
    CHECK(found(office, words) == one);
  }
  CHECK(found(office, "bruises school").empty());
  CHECK(found(office, "\"visitor health\"").empty());
  CHECK(found(office, "\"health visit\"").empty());
  CHECK(found(office, "marrowbone").empty());
  CHECK(found(office, id) == Found{id});
  office.check_views();
}

TEST_CASE("Only what a search shows of an embargo is a read of it", "[unit]") {
  DeskOffice office;
  const auto id =
      office
          .must("",
                "{'incidentLogged':{'localAuthorityAwareOn':'2026-03-02','harm':'DEATH','abuseOrNeglect':'SUSPECTED',"
                "'summary':'A bramble.','children':[{'ageYears':3,'name':'Ottoline Marrowbone'}]}}")
          .case_id;
  office.must(id,
              "{'embargoPlaced':{'covers':['IDENTIFYING_FACTS'],'reason':'A trial is to come.',"
              "'reviewOn':'2026-07-01'}}");
  const auto reads = [&] {
    static_cast<void>(office.desk.take_shown());
    REQUIRE(office.desk.search("bramble", office.reader, office.moment()));
    return office.desk.take_shown().contains({id, "embargo/embargo-1"});
  };
  CHECK(reads());
  // So many that are nearer that the covered one is not shown any more.
  for (int i = 0; i < most_finds; ++i) office.must(id, note_of("Bramble"));
  CHECK_FALSE(reads());
}

TEST_CASE("Nothing that is typed is an operator of the index", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  office.must(id, note_of("Plain words"));
  for (const char* words : {"plain OR marrowbone", "NOT plain", "plain NEAR words", "words : plain", "plain AND (",
                            "^plain\"", "rowid:plain", "\"", "plain* -words", "{words}: plain"}) {
    INFO(words);
    const auto finds = office.desk.search(words, office.reader, office.moment());
    CHECK((finds || finds.error().code == Code::malformed));
  }
  for (const char* words : {"", " ", "a", "- -", "\"\"", "é"}) {
    INFO(words);
    const bool letter_of_two_bytes = std::string(words) == "é";
    CHECK(match_words(words).has_value() == letter_of_two_bytes);
  }
  CHECK_FALSE(match_words(std::string(201, 'a')));
}

TEST_CASE("A case that is named so comes before the entries that say so", "[unit]") {
  DeskOffice office;
  const auto plain = office.open();
  office.must(plain, note_of("Sandwell was told, sandwell, sandwell."));
  const auto named =
      office
          .must("",
                "{'incidentLogged':{'localAuthorityAwareOn':'2026-03-02','harm':'DEATH',"
                "'abuseOrNeglect':'SUSPECTED','occurredIn':'sandwell','children':[{'pseudonym':'Child Q'}]}}")
          .case_id;
  CHECK(found(office, "sandwell") == Found{named, plain + " noteAdded"});
  CHECK(found(office, "child q").front() == named);
}

TEST_CASE("What was corrected is found by the words that count, what was withdrawn by none", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  const auto wrong = office.must(id, note_of("Marrowbone")).entry_id;
  office.must(id, fmt::format("{{'entryCorrected':{{'entry':'{}','reason':'Slip','replacement':{{'noteAdded':{{'text':"
                              "'Thistlewick'}}}}}}}}",
                              wrong));
  CHECK(found(office, "marrowbone").empty());
  CHECK(found(office, "thistlewick") == Found{id + " noteAdded"});
  for (const char* reason : {"MISTAKE", "WRONG_PERSON"}) {
    const auto note = office.must(id, note_of("Ivydene")).entry_id;
    CHECK(found(office, "ivydene") == Found{id + " noteAdded"});
    office.must(id, fmt::format("{{'entryWithdrawn':{{'entry':'{}','reason':'{}'}}}}", note, reason));
    CHECK(found(office, "ivydene").empty());
  }
  office.check_views();
}

TEST_CASE("A search shows, and counts, what the reader may see and nothing else", "[unit]") {
  DeskOffice office;
  const auto mine = office.open();
  const auto other = office.open();
  office.must(mine, note_of("Quillfeather"));
  office.must(other, note_of("Quillfeather"));
  office.must(mine, "{'memberAdded':{'person':'pat','role':'PANEL_MEMBER','from':'2026-03-02'}}");
  REQUIRE(found(office, "quillfeather").size() == 2);
  office.reader = Reader{"pat", Role::panel_member};
  CHECK(found(office, "quillfeather") == Found{mine + " noteAdded"});
  CHECK(found(office, "26") == Found{mine});
  office.reader = Reader{"lee", Role::panel_member};
  CHECK(found(office, "quillfeather").empty());
  office.reader = Reader{"root", Role::administrator};
  CHECK(office.desk.search("quillfeather", office.reader, office.moment()).error().code == Code::not_permitted);
}

bool in_files(const std::filesystem::path& folder, const std::string& words) {
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (bytes.find(words) != std::string::npos) return true;
  }
  return false;
}

TEST_CASE("After an erasure its words are in no file of the store, the index included", "[unit]") {
  const TemporaryFolder folder;
  DeskOffice office(Store::open_or_create(folder / "store.db", true).value());
  const auto id = office.open();
  const auto gone = office.must(id, note_of("The canaryword stands here alone.")).entry_id;
  for (int i = 0; i < 40; ++i) office.must(id, note_of(fmt::format("Other words {} that stay.", i)));
  REQUIRE(found(office, "canaryword").size() == 1);
  REQUIRE(office.store->checkpoint());
  REQUIRE(in_files(folder / "", "canaryword"));
  {
    Transaction transaction(office.journal);
    REQUIRE(office.journal.erase("cases/" + id, gone));
    REQUIRE(office.desk.forget_erased(id));
    REQUIRE(transaction.commit());
  }
  CHECK(found(office, "canaryword").empty());
  CHECK(found(office, "stay").size() == 40);
  REQUIRE(office.journal.scrub());
  CHECK_FALSE(in_files(folder / "", "canaryword"));
  CHECK(in_files(folder / "", "Other words 7"));
}

}  // namespace
}  // namespace review::test
