#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "libreview/embargo/forecast.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/publishable.hpp"
#include "tests/support/small_case.hpp"

/// The earliest day of publication, worked out by hand.
namespace review::test {
namespace {

std::string iso(const std::optional<Date>& one) { return one ? one->iso() : std::string(); }

Forecast made(const SmallCase& one, const std::vector<v1::CaseFile>& joined = {}, const Calendar& days = calendar()) {
  return forecast(one.file(), one.file().reviews(0), joined, law(), days, one.today());
}

const Dependency* of_kind(const Forecast& forecast, const std::string& kind) {
  const auto& all = forecast.depends_on;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.kind == kind; });
  return found == all.end() ? nullptr : &*found;
}

SmallCase accepted_case() {
  SmallCase one;
  one.accepted();
  return one;
}

bool tells(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("the earliest day leaves seven working days for the copy after everything that holds", "[unit]") {
  struct Row {
    const char* expected_end;
    const char* copy_by;
    const char* day;
  };
  const Row rows[] = {
      {"2026-07-10", "2026-07-13", "2026-07-22"},  // a Friday: the copy goes out on Monday
      {"2026-07-14", "2026-07-15", "2026-07-24"},
      {"2026-08", "2026-09-01", "2026-09-10"},     // 31 August is the summer bank holiday and the last day of the month
      {"2026-12-23", "2026-12-24", "2027-01-07"},  // Christmas, Boxing Day in lieu on the 28th, New Year
      {"2027-03", "2027-04-01", "2027-04-12"},     // to 31 March
      {"2027-03-24", "2027-03-25", "2027-04-07"},  // Good Friday is the 26th, Easter Monday the 29th
      {"2027", "2028-01-04", "2028-01-13"},        // 1 January 2028 is a Saturday: its substitute is the 3rd
  };
  for (const auto& row : rows) {
    INFO(row.expected_end);
    auto one = accepted_case();
    one.must(fmt::format("{{'proceedingsOpened':{{'kind':'CRIMINAL','expectedEnd':'{}'}}}}", row.expected_end));
    const auto found = made(one);
    CHECK(iso(found.day) == row.day);
    CHECK(iso(found.copy_by) == row.copy_by);
    CHECK(tells(found.says, "at the earliest, if nothing slips again"));
  }
}

TEST_CASE("where nothing holds the copy goes out today", "[unit]") {
  auto one = accepted_case();  // Wednesday 1 July 2026
  auto found = made(one);
  CHECK(iso(found.day) == "2026-07-10");
  REQUIRE(of_kind(found, "ADVANCE_COPY") != nullptr);
  CHECK(of_kind(found, "ACCEPTANCE") == nullptr);
  one.must("{'advanceCopySent':{'version':1,'to':['PANEL','SECRETARY_OF_STATE','OFSTED']}}");
  found = made(one);
  CHECK(iso(found.day) == "2026-07-10");
  CHECK(of_kind(found, "ADVANCE_COPY") == nullptr);
  one.on("2026-07-18");  // a Saturday: the copy is long with them
  CHECK(iso(made(one).day) == "2026-07-20");
}

TEST_CASE("what is still to be done has the name of its clock and the day it is due; the copy stands there always",
          "[unit]") {
  auto one = accepted_case();
  one.must("{'proceedingsOpened':{'kind':'CRIMINAL'}}");
  auto found = made(one);
  CHECK_FALSE(found.day);
  REQUIRE(of_kind(found, "PREPARATION") != nullptr);
  CHECK(of_kind(found, "PREPARATION")->title == "Have a lawyer read the report");
  CHECK(of_kind(found, "PREPARATION")->why == "It has no day until the day of publication is planned.");
  REQUIRE(of_kind(found, "ADVANCE_COPY") != nullptr);
  CHECK(of_kind(found, "ADVANCE_COPY")->title == "Send the advance copy");
  CHECK(of_kind(found, "ADVANCE_COPY")->why ==
        "It goes to the Panel, the Secretary of State and Ofsted before the day of publication.");
  one.must(fmt::format("{{'publicationPlanned':{{'review':'{}','plannedOn':'2026-09-01'}}}}",
                       one.file().reviews(0).review()));
  CHECK(of_kind(made(one), "PREPARATION")->why.starts_with("Due on "));
}

TEST_CASE("what holds and has no day leaves no day, and says what to ask", "[unit]") {
  auto one = accepted_case();
  one.must("{'proceedingsOpened':{'proceedings':'trial','kind':'CRIMINAL'}}");
  auto found = made(one);
  CHECK_FALSE(found.day);
  CHECK(tells(found.says, "No day can be worked out: one thing that holds the report has no day."));
  CHECK(tells(of_kind(found, "PROCEEDINGS")->why, "Ask."));
  // A trial that is listed says when it begins, and not when all ends; a sentence does.
  one.must("{'proceedingsUpdated':{'node':'TRIAL','listedOn':'2026-11-03'}}");
  CHECK_FALSE(made(one).day);
  one.must("{'proceedingsUpdated':{'node':'SENTENCE','listedOn':'2026-12-04'}}");
  CHECK(iso(of_kind(made(one), "PROCEEDINGS")->day) == "2026-12-04");
  // The trial is taken out: nobody knows when it ends.
  one.must("{'proceedingsUpdated':{'node':'TRIAL','vacated':true}}");
  found = made(one);
  CHECK_FALSE(found.day);
  CHECK(tells(of_kind(found, "PROCEEDINGS")->why, "Trial was taken out of the list"));
  // Listed after the sentence, which will move too: what ends last is no end.
  one.must("{'proceedingsUpdated':{'node':'TRIAL','listedOn':'2027-01-12'}}");
  CHECK_FALSE(made(one).day);
  one.must("{'proceedingsUpdated':{'expectedEnd':'2027-03'}}");
  CHECK(iso(of_kind(made(one), "PROCEEDINGS")->day) == "2027-03-31");
}

TEST_CASE("a listed step that is later than the expected end counts, and a day that is past does not", "[unit]") {
  auto one = accepted_case();
  one.must("{'proceedingsOpened':{'kind':'INQUEST','expectedEnd':'2026-10'}}");
  CHECK(iso(of_kind(made(one), "PROCEEDINGS")->day) == "2026-10-31");
  one.must("{'proceedingsUpdated':{'node':'PRE_INQUEST_REVIEW','listedOn':'2026-11-17'}}");
  CHECK(iso(of_kind(made(one), "PROCEEDINGS")->day) == "2026-11-17");
  one.on("2026-11-17").must("{'proceedingsUpdated':{'node':'PRE_INQUEST_REVIEW'}}");
  const auto found = made(one);
  CHECK_FALSE(found.day);
  CHECK(tells(of_kind(found, "PROCEEDINGS")->why, "They were expected to end (October 2026) and are still open."));
}

TEST_CASE("how often dates slipped and by how much stands with what they hold", "[unit]") {
  auto one = accepted_case();
  one.must("{'proceedingsOpened':{'kind':'CRIMINAL','expectedEnd':'2026-12-18'}}");
  one.must("{'proceedingsUpdated':{'node':'TRIAL','listedOn':'2026-11-03'}}");
  one.must("{'proceedingsUpdated':{'node':'TRIAL','listedOn':'2026-11-10'}}");
  one.must("{'proceedingsUpdated':{'node':'TRIAL','vacated':true}}");
  one.must("{'proceedingsUpdated':{'node':'TRIAL','listedOn':'2027-01-12','expectedEnd':'2027-02-24'}}");
  const auto found = made(one);
  const auto* proceedings = of_kind(found, "PROCEEDINGS");
  REQUIRE(proceedings != nullptr);
  CHECK(tells(proceedings->why, "They are expected to end"));
  CHECK(proceedings->slips == 1);  // the end, and not the trial, which slipped twice, from 3 November to 12 January
  CHECK(proceedings->slipped_days == 68);
}

TEST_CASE("an order, an embargo and an appeal count; an order that allows a report does not", "[unit]") {
  auto one = accepted_case();
  one.must("{'courtOrderRecorded':{'court':'Crown Court','endsOn':'2026-07-10'}}");
  CHECK(iso(made(one).day) == "2026-07-22");
  one.must("{'embargoPlaced':{'covers':['REPORT'],'reason':'A trial.','reviewOn':'2026-07-14'}}");
  auto found = made(one);
  CHECK(iso(found.day) == "2026-07-24");
  CHECK(of_kind(found, "EMBARGO")->not_before);
  CHECK(tells(found.says, "every embargo is lifted by then"));
  one.must("{'proceedingsOpened':{'kind':'CRIMINAL'}}");
  one.must("{'proceedingsConcluded':{'finding':'FOUND','appealUntil':'2026-07-29'}}");
  found = made(one);
  CHECK(iso(of_kind(found, "APPEAL")->day) == "2026-07-29");
  CHECK_FALSE(of_kind(found, "APPEAL")->holds);
  CHECK(iso(found.copy_by) == "2026-07-30");
  CHECK(iso(found.day) == "2026-08-10");
  one.must("{'courtOrderRecorded':{'court':'Family Court','permitsAnonymised':true,'advice':'Counsel'}}");
  CHECK(iso(made(one).day) == "2026-08-10");
  one.must("{'courtOrderRecorded':{'court':'Crown Court'}}");
  CHECK_FALSE(made(one).day);
  one.on("2026-07-15");
  found = made(one);
  CHECK(tells(of_kind(found, "EMBARGO")->why, "The day that it was to be looked at by is past."));
  CHECK(tells(found.says, "2 things"));
}

TEST_CASE("proceedings that ended without a day for an appeal leave a question", "[unit]") {
  auto one = accepted_case();
  one.must("{'proceedingsOpened':{'kind':'INQUEST','proceedings':'inquest'}}");
  one.must("{'proceedingsConcluded':{'proceedings':'inquest'}}");
  CHECK(of_kind(made(one), "APPEAL") == nullptr);
  one.must("{'proceedingsOpened':{'kind':'CRIMINAL','proceedings':'trial'}}");
  const auto ended = one.must("{'proceedingsConcluded':{'proceedings':'trial','finding':'FOUND'}}");
  auto found = made(one);
  const auto* appeal = of_kind(found, "APPEAL");
  REQUIRE(appeal != nullptr);
  CHECK(appeal->name == "trial");
  CHECK_FALSE(appeal->day);
  CHECK_FALSE(appeal->holds);
  CHECK(appeal->why == "Nobody has said until when somebody may appeal. Ask.");
  CHECK(iso(found.day) == "2026-07-10");
  CHECK(tells(found.says, "and what is still to be done is done in time"));
  one.must(
      fmt::format("{{'entryCorrected':{{'entry':'{}','reason':'why','replacement':{{'proceedingsConcluded':"
                  "{{'proceedings':'trial','finding':'FOUND','appealUntil':'2026-07-29'}}}}}}}}",
                  ended));
  found = made(one);
  CHECK(iso(of_kind(found, "APPEAL")->day) == "2026-07-29");
  one.on("2026-07-30");
  CHECK(of_kind(made(one), "APPEAL") == nullptr);
}

TEST_CASE("what holds a joined case holds the review, and is not named to who does not see that case", "[unit]") {
  auto one = accepted_case();
  auto other = accepted_case();
  other.must("{'proceedingsOpened':{'proceedings':'the-inquest','kind':'INQUEST','expectedEnd':'2026-07-10'}}");
  auto joined = other.file();
  joined.set_case_("26-0777");
  auto found = made(one, {joined});
  CHECK(iso(found.day) == "2026-07-22");
  CHECK(of_kind(found, "PROCEEDINGS")->case_id == "26-0777");
  hide_cases(found, {"26-0777"});
  CHECK(iso(found.day) == "2026-07-22");
  CHECK(of_kind(found, "PROCEEDINGS") == nullptr);
  const auto* elsewhere = of_kind(found, "ANOTHER_CASE");
  REQUIRE(elsewhere != nullptr);
  CHECK(elsewhere->case_id.empty());
  CHECK(elsewhere->name.empty());
  CHECK(elsewhere->holds);
  CHECK(elsewhere->slips == 0);
  // A case that holds nothing is not there at all.
  auto nothing = made(one, {[&] {
                        auto file = accepted_case().file();
                        file.set_case_("26-0777");
                        return file;
                      }()});
  hide_cases(nothing, {"26-0777"});
  CHECK(of_kind(nothing, "ANOTHER_CASE") == nullptr);
}

TEST_CASE("no day is guessed beyond the holidays", "[unit]") {
  auto one = accepted_case();
  one.must("{'proceedingsOpened':{'kind':'CRIMINAL','expectedEnd':'2030-12'}}");
  const auto found = made(one);
  CHECK_FALSE(found.day);
  CHECK(tells(found.not_computed, "bank holidays are known only"));
  CHECK(tells(found.says, "No day can be worked out."));
}

TEST_CASE("a review waits for publication until it is published or declined", "[unit]") {
  auto one = accepted_case();
  CHECK(awaits_publication(one.file().reviews(0)));
  one.on("2026-07-02").must("{'publicationDeclined':{'reasons':'A child could be known.'}}");
  CHECK_FALSE(awaits_publication(one.file().reviews(0)));
  SmallCase early;
  early.reviewed("LCSPR").must("{'reviewCommissioned':{'reviewers':['rev-a']}}");
  CHECK(of_kind(made(early), "ACCEPTANCE") != nullptr);
  CHECK(made(early).day);
}

}  // namespace review::test
