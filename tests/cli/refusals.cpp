#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

struct Refused {
  std::string role;
  std::string line;
  int exit;
  std::vector<std::string> says;
};

const Refused by_the_service[] = {
    {"coordinator",
     "case log --harm deth --local-authority-aware-on 2026-04-31",
     2,
     {"--local-authority-aware-on: This must be a day such as", "--harm: Choose one of DEATH",
      "--abuse-or-neglect: Answer"}},
    {"coordinator", "entry add 26-0001 note-added", 2, {"missing-field", "at --text (/noteAdded/text)"}},
    {"coordinator",
     "entry add 26-0001 note-added --text Invented. --occurred-on 2027-01-01",
     4,
     {"dated-in-the-future", "at --occurred-on (/occurredOn)"}},
    {"coordinator",
     "entry add 26-0001 rapid-review-submitted",
     4,
     {"notification-required", "frequently asked questions"}},
    {"coordinator", "entry add 26-0009 note-added --text Invented.", 3, {"not-found"}},
    {"coordinator", "case show 26-0009", 3, {"There is no case of this reference"}},
    {"coordinator", "case show ../../v1/cases", 3, {"not-found"}},
    {"coordinator", "clocks explain 26-0001 no-such-clock", 3, {"not-found"}},
    {"coordinator", "token list", 5, {"not-permitted"}},
    {"reader", "entry add 26-0001 note-added --text Invented.", 5, {"not-permitted", "Ask a review coordinator"}},
    {"reader", "practice today 2026-05-01", 5, {"not-permitted"}},
    {"administrator", "case show 26-0001", 5, {"not-permitted"}},
    {"nobody", "case list", 5, {"unauthenticated", "REVIEW_TOKEN", "--token-file"}},
};

TEST_CASE("A refusal of the service is told with the flag at fault, and has its exit code", "[cli]") {
  const Office office;
  REQUIRE(office.open() == "26-0001");
  for (const auto& refused : by_the_service) {
    CAPTURE(refused.role, refused.line);
    const auto ran = office.as(refused.role, refused.line);
    CHECK(ran.exit == refused.exit);
    CHECK(ran.data.empty());
    CHECK_THAT(ran.talk, Catch::StartsWith("reviewctl: "));
    for (const auto& says : refused.says) CHECK_THAT(ran.talk, Catch::Contains(says));
  }
  CHECK(office.as("reader", "case show 26-0001").exit == 0);
}

TEST_CASE("Where JSON is asked for, a refusal is problem details", "[cli]") {
  const Office office;
  auto ran = office("case log --harm deth --output json");
  CHECK(ran.exit == 2);
  CHECK(ran.data.empty());
  ran.data = ran.talk;
  CHECK(ran.at("/status") == "400");
  CHECK(ran.at("/code") == "not-a-choice");
  CHECK(ran.at("/violations/0/pointer") == "/incidentLogged/harm");
  CHECK_FALSE(ran.at("/requestId").empty());
  auto misused = ctl("calendar add --output json");
  misused.data = misused.talk;
  CHECK_THAT(misused.at("/detail"), Catch::Contains("DATE is missing"));
}

TEST_CASE("No service, a strange one, and an address that would show the token", "[cli]") {
  const TemporaryFolder folder;
  write_file(folder / "token", "rvw_invented");
  const std::string token = " --token-file " + (folder / "token").string();
  const auto closed = ctl("case list --server http://127.0.0.1:1" + token);
  CHECK(closed.exit == 1);
  CHECK_THAT(closed.talk, Catch::Contains("does not answer") && Catch::Contains("Is reviewd running there?"));
  for (const auto* server : {"http://reviews.example.org", "127.0.0.1:8080", "ftp://127.0.0.1", "http://", ""}) {
    CAPTURE(server);
    const auto ran = ctl(words_of("case list" + token) + Words{"--server", server});
    CHECK(ran.exit == 2);
    CHECK_THAT(ran.talk, !Catch::Contains("rvw_invented"));
  }
  write_file(folder / "token", "rvw_a\nX-Other: 1");
  CHECK(ctl("case list --server http://127.0.0.1:1" + token).exit == 2);
  CHECK(ctl("case list --server http://127.0.0.1:1 --token-file " + (folder / "none").string()).exit == 1);
}

struct Misuse {
  std::string line;
  std::string says;
};

const Misuse misuses[] = {
    {"", "reviewctl NOUN VERB [options]"},
    {"frob", "frob is none of its words.\nreviewctl help lists"},
    {"calender add", "Did you mean calendar?"},
    {"case sho 26-0001", "case has no verb sho. Did you mean show?"},
    {"case", "case show"},
    {"case show", "CASE is missing: The reference of the case"},
    {"case show 26-0001 26-0002", "This belongs to no option: 26-0002."},
    {"case list --colour red", "There is no option --colour."},
    {"case log --local-authority-awareon 2026-04-02", "Did you mean --local-authority-aware-on?"},
    {"case log --harm", "--harm needs a value: death|serious-harm|other."},
    {"case log --child pseudonym=x,agYears=3", "agYears is no part of it. Did you mean ageYears?"},
    {"case log --child pseudonym=x,ageYears=three", "--child is a whole number, not three"},
    {"case log --media-interest perhaps", "--media-interest is yes or no, not perhaps"},
    {"case log --harm death --harm other", "--harm is given more than once"},
    {"case list --limit 1 --limit 2", "--limit is given more than once"},
    {"case log --kind note-added", "--kind is one of incident-logged, learning-referred"},
    {"case log --children [{", "This is not JSON"},
    {"entry add 26-0001 panel-notifed", "There is no kind of entry panel-notifed. Did you mean panel-notified?"},
    {"entry add 26-0001 note-added --text one two", "Put a text of several words in quotes."},
    {"entry add 26-0001 note-added --text one --version two", "two is not a whole number"},
    {"clocks list --state overdu", "Did you mean overdue?"},
    {"clocks list 26-0001 --filter x=1", "--filter is for the clocks of all cases"},
    {"case list --output xml", "--output is one of table, json, ndjson, csv, not xml"},
    {"case show 26-0001 --output csv", "--output is one of table, json, ndjson, not csv"},
    {"store init", "Name the store: --store FILE."},
    {"store backup", "Say where the backup goes: --to FILE."},
    {"token issue --person a-officer", "--person NAME --role ROLE"},
    {"token issue --person a-officer --role king", "--role is one of administrator, coordinator, reader, chair,"},
    {"journal head --store x.db --server http://127.0.0.1:1", "Give --store or --server, not both."},
};

TEST_CASE("A command line that is wrong says what to do about it, with exit 2", "[cli]") {
  const auto& misuse = GENERATE(from_range(std::begin(misuses), std::end(misuses)));
  CAPTURE(misuse.line);
  const auto ran = ctl(misuse.line);
  CHECK(ran.exit == 2);
  CHECK(ran.data.empty());
  CHECK_THAT(ran.talk, Catch::Contains(misuse.says));
}

}  // namespace
}  // namespace review::cli_test
