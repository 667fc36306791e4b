#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("An entry is added, and people are told what it did to the clocks", "[cli]") {
  const Office office;
  const auto id = office.open();
  const auto added = office.done("entry add " + id + " panel-notified --informed SAFEGUARDING_PARTNERS").data;
  CHECK_THAT(added, Catch::Contains("in case 26-0001, which is now at version 2.\n"));
  CHECK_THAT(added, Catch::Contains("notify-panel stops. Done on Thu 2 April 2026, in time for Mon 13 April 2026.\n"));
  CHECK_THAT(added, Catch::Contains("rapid-review starts. Due on Mon 27 April 2026. 15 working days left.\n"));
  const auto json = office.done("entry add " + id + " note-added --text 'An invented note.' --output json");
  CHECK(json.at("/noteAdded/text") == "An invented note.");
  CHECK(json.at("/caseVersion") == "3");
  CHECK(json.at("/recordedBy") == "people/a-coordinator");
}

TEST_CASE("A decision names the version that it was made on", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id + " panel-notified");
  const std::string decision = "entry add " + id + " notification-withdrawn --reasons 'It was found to be medical.'";
  const auto without = office(decision);
  CHECK(without.exit == 4);
  CHECK_THAT(without.talk, Catch::Contains("precondition-missing") && Catch::Contains("--version N"));
  const auto stale = office(decision + " --version 1");
  CHECK(stale.exit == 4);
  CHECK_THAT(stale.talk, Catch::Contains("stale") && Catch::Contains("reviewctl case show"));
  const auto preview = office(decision + " --version 2 --validate-only");
  CHECK(preview.exit == 0);
  CHECK_THAT(preview.data, Catch::Contains("rapid-review cancels."));
  CHECK(office.done("case show " + id + " --output json").at("/version") == "2");
  CHECK(office.done(decision + " --version 2 --output json").at("/caseVersion") == "3");
  CHECK_THAT(office.done("case show " + id).data,
             Catch::Contains("Decision          notification withdrawn, on 2026-04-02, by a-coordinator\n"));
}

TEST_CASE("A rule is set aside by its code, with reasons and by somebody", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id + " panel-notified");
  const std::string again = "entry add " + id + " panel-notified";
  const auto refused = office(again);
  CHECK(refused.exit == 4);
  CHECK_THAT(refused.talk, Catch::Contains("already-recorded") && Catch::Contains("--despite already-recorded"));
  const auto bare = office(again + " --despite already-recorded --version 2");
  CHECK(bare.exit == 2);
  CHECK_THAT(bare.talk, Catch::Contains("give --despite-reasons and --authorised-by"));
  const auto taken = office(again +
                            " --despite already-recorded --despite-reasons 'Sent twice.' --authorised-by a-lead "
                            "--version 2");
  CAPTURE(taken.talk);
  CHECK(taken.exit == 0);
  CHECK_THAT(taken.data, Catch::Contains("Irregularity: already-recorded\n"));
  CHECK_THAT(office.done("case show " + id).data,
             Catch::Contains("Irregularity      already-recorded, on 2026-04-02, authorised by a-lead\n"));
}

TEST_CASE("An entry comes from a file, with or without its kind", "[cli]") {
  const Office office;
  const auto id = office.open();
  const auto file = (office / "entry.json").string();
  write_file(file, R"({"noteAdded":{"text":"From a file."}})");
  CHECK(office.done("entry add " + id + " --output json --file " + file).at("/noteAdded/text") == "From a file.");
  CHECK(
      office.done("entry add " + id + " note-added --text Over. --output json --file " + file).at("/noteAdded/text") ==
      "Over.");
  write_file(file, R"({"noteAdded":{"text":"cut)");
  const auto cut = office("entry add " + id + " --file " + file);
  CHECK(cut.exit == 2);
  CHECK_THAT(cut.talk, Catch::Contains("This is not JSON"));
  const auto none = office("entry add " + id);
  CHECK(none.exit == 2);
  CHECK_THAT(none.talk, Catch::Contains("Name the kind of entry"));
}

TEST_CASE("Lists in an option are cut at commas, and messages are made of parts", "[cli]") {
  const Office office;
  const auto id = office.open();
  const auto decided =
      office("entry add " + id +
             " notification-decided --decision notify --reasons 'All three, as the partners agreed.' --criterion "
             "'criterion=abuse-or-neglect,met=yes,reason=\"Invented, with a comma.\"' --criterion "
             "criterion=died-or-seriously-harmed,met=yes --criterion criterion=area-or-residence,met=yes --decided-by "
             "a-lead,b-lead --version 1 --output json");
  CAPTURE(decided.talk);
  REQUIRE(decided.exit == 0);
  CHECK(decided.at("/notificationDecided/criteria/0/reason") == "Invented, with a comma.");
  CHECK(decided.at("/notificationDecided/criteria/2/criterion") == "area-or-residence");
  CHECK(decided.at("/decidedBy") == R"(["a-lead","b-lead"])");
}

TEST_CASE("The record of a case is listed, oldest first", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id + " note-added --text Invented.");
  const auto table = lines_of(office.done("entry list " + id).data);
  REQUIRE(table.size() == 3);
  CHECK_THAT(table[1], Catch::Contains("people/a-coordinator  incident-logged"));
  CHECK_THAT(table[2], Catch::StartsWith("2026-04-02  2026-04-02 "));
  const auto json = office.done("entry list " + id + " --output json");
  CHECK(json.at("/entries/1/noteAdded/text") == "Invented.");
  const auto csv = lines_of(office.done("entry list " + id + " --output csv").data);
  CHECK(csv.at(0) == "occurredOn,recordedTime,recordedBy,kind,standing,entry");
  CHECK(lines_of(office.done("entry list " + id + " --limit 1 --output ndjson").data).size() == 1);
  const auto note = json.at("/entries/1/entry");
  office.done("entry add " + id + " entry-withdrawn --entry " + note + " --reason mistake");
  CHECK_THAT(office.done("entry list " + id).data, Catch::Contains("withdrawn"));
}

TEST_CASE("One entry is shown with all that it says", "[cli]") {
  const Office office;
  const auto id = office.open();
  const auto entry = office.done("entry list " + id + " --output json").at("/entries/0/entry");
  const auto shown = office.done("entry show " + id + " " + entry).data;
  for (const auto* line :
       {"Incident logged (incident-logged)\n", "recorded-by                     people/a-coordinator\n",
        "local-authority-aware-on        2026-04-02\n", "harm                            DEATH\n",
        "children                        child=child-1, pseudonym=Child A, ageWeeks=12\n"}) {
    CHECK_THAT(shown, Catch::Contains(line));
  }
  CHECK(office.done("entry show " + id + " " + entry + " --output json").at("/entry") == entry);
  CHECK(office("entry show " + id + " nosuch").exit == 3);
  const auto note = office.done("entry add " + id + " note-added --text Invented. --output json").at("/entry");
  office.done("entry add " + id + " entry-withdrawn --entry " + note + " --reason wrong-person");
  const auto hidden = office.done("entry show " + id + " " + note).data;
  CHECK_THAT(hidden, Catch::Contains(", whose content is hidden\n") && !Catch::Contains("Invented."));
  CHECK_THAT(office.done("entry list " + id).data, Catch::Contains("  hidden  "));
}

}  // namespace
}  // namespace review::cli_test
