#include "libreview/access/role.hpp"
#include "tests/http/chronology_support.hpp"
#include "tests/http/held_case.hpp"
#include "tests/http/meeting_support.hpp"

/// What tells who a child is, said again in free words of every sort, under an embargo on nothing else.
namespace review::service_test {
namespace {

std::string person_id_of(const boost::json::object& entry) { return entry.at("entry").as_string().c_str(); }

/// A case in which people typed names wherever something can be typed.
struct Told : Held {
  std::string again = practice.open();  ///< another case, on the same theme
  std::string meeting;
  boost::json::object note;
  std::string document;

  Told() {
    practice.day("2026-06-02");
    auto& caller = practice.coordinator;
    for (const auto* person : {"named-reader", "pat"}) static_cast<void>(practice.daemon.issue(person, "reader"));
    note = practice.add(
        id, with(R"({"noteAdded":{"text":"@","spokeTo":"Zebedee Larkspurling"},"note":"@","evidence":"@"})"));
    practice.add(id, R"({"noteAdded":{"text":"Larkspurling rang back."}})");
    practice.add(id, with(R"({"entryCorrected":{"entry":")" + person_id_of(note) +
                          R"(","reason":"@","replacement":{"noteAdded":{"text":"@"}}}})"));
    const auto mistaken = practice.add(id, with(R"({"noteAdded":{"text":"@"}})"));
    practice.add(id, with(R"({"entryWithdrawn":{"entry":")" + person_id_of(mistaken) +
                          R"(","reason":"MISTAKE","reasons":"@"}})"));
    practice.add(id, with(R"({"challengeRaised":{"text":"@"}})"));
    practice.add(id, with(R"({"learningCaptured":{"findings":[{"finding":"@","why":"@"}]}})"));
    practice.add(id, with(R"({"recommendationMade":{"text":"@","to":["POLICE"],"themes":["information-sharing"]}})"));
    practice.add(id, with(R"({"recommendationAnswered":{"by":"POLICE","answer":"REJECTED","reasons":"@"}})"));
    practice.add(id, with(R"({"actionAgreed":{"what":"@","measure":"@","owner":"POLICE","dueOn":"2026-09-01"}})"));
    practice.add(id, with(R"({"actionUpdated":{"progress":"AMBER","update":"@","evidence":"@"}})"));
    practice.add(id, with(R"({"actionEscalated":{"to":"BOARD","why":"@"}})"));
    practice.add(again, with(R"({"recommendationMade":{"text":"Say it again.","themes":["information-sharing"]}})"));
    practice.add(id, with(R"({"agencyReturnRequested":{"agencies":["police"],"dueOn":"2026-06-02","period":"@"}})"));
    practice.day("2026-06-05");
    practice.add(id, with(R"({"latenessExplained":{"clock":"agency-return:police","reason":"@"}})"));
    practice.add(id,
                 with(R"({"proceedingsOpened":{"kind":"CRIMINAL","askedOf":"POLICE","contact":"@","advice":"@"}})"));
    practice.add(id, with(R"({"courtOrderRecorded":{"court":"@","kind":"@","binds":"@","advice":"@"}})"));
    const auto filed =
        file_document(caller, id, "thistledown-oakenshawe.pdf", repeated, small_pdf("nothing"), "agency", "police");
    REQUIRE(filed.status == 201);
    document = filed.text("/document");
    meeting = call_meeting(practice, {id}, "2026-06-05");
    add_to(caller, meeting, with(R"({"itemMinuted":{"item":")" + id + R"(","minutes":"@"}})"));
    REQUIRE(caller.post(at(":proposeExport"), with(R"({"recipient":"@","reason":"@"})")).status == 201);
    auto chair = somebody(practice, "the-chair", "chair");
    REQUIRE(chair.post(at(":breakGlass"), with(R"({"ground":"child-at-risk","reasons":"@"})")).status == 201);
    practice.add(id, with(R"({"embargoPlaced":{"covers":["IDENTIFYING_FACTS"],"reason":"@","authority":"@",)"
                          R"("reviewOn":"2026-07-01","readers":["named-reader"]}})"));
  }

  /// The text with the words in place of each `@`.
  static std::string with(std::string text) {
    for (auto found = text.find('@'); found != std::string::npos; found = text.find('@'))
      text.replace(found, 1, repeated);
    return text;
  }

  [[nodiscard]] std::vector<std::string> everywhere() {
    auto all = addresses(*this);
    for (const auto& below :
         {"", "/entries?pageSize=200", "/entries?asAt=2026-06-02", "?asAt=2026-06-05", "/documents",
          "/clocks/agency-return:police", "/clocks/agency-return:police?asAt=2026-06-05", "/embargoes/embargo-1/reads"})
      all.push_back(at(below));
    for (const auto* list :
         {"/v1/approvals", "/v1/glass", "/v1/drafts", "/v1/meetings", "/v1/challenges", "/v1/cases/-/clocks",
          "/v1/embargoes:csv", "/v1/actions", "/v1/actions:csv", "/v1/recommendations", "/v1/recommendations:csv",
          "/v1/actions/monitoring?from=2026-04-01&to=2026-06-30",
          "/v1/actions/monitoring:csv?from=2026-04-01&to=2026-06-02"})
      all.emplace_back(list);
    all.push_back("/v1/meetings/" + meeting);
    all.push_back("/v1/meetings/" + meeting + "/entries");
    all.push_back(at("/documents/" + document));
    all.push_back(at("/repeats"));
    all.push_back("/v1/cases/" + again + "/repeats");
    return all;
  }
};

std::vector<std::string> told() {
  auto all = told_of_child;
  all.emplace_back("larkspurling");
  return all;
}

TEST_CASE("What tells who a child is comes out in no free words, by any address, whatever the role", "[service]") {
  Told made;
  const auto all = made.everywhere();
  for (const auto role : roles()) {
    const std::string name(role_name(role));
    auto caller = somebody(made.practice, "some-" + name, name);
    if (role != Role::administrator) made.practice.add(made.id, member_of("some-" + name, "police"));
    for (const auto& address : all) tells_nothing(caller.get(address), name + " GET " + address, told());
    auto report = caller.get("/v1/actions/monitoring/exceptions:odt?from=2026-04-01&to=2026-06-30");
    if (report.status == 200) {
      report.body = words_of_text(report.body);
      CHECK_FALSE(report.body.empty());
    }
    tells_nothing(report, name + " exception report", told());
    for (const auto& word : told()) {
      const auto found = caller.post("/v1/cases:search", fmt::format(R"({{"words":"{}"}})", word));
      if (found.status == 200) CHECK(found.json().at("total") == 0);
    }
    tells_nothing(caller.post("/v1/cases:search", R"({"words":"mother"})"), name + " search", told());
    for (const auto& word : told()) {
      const auto found = caller.post("/v1/recommendations:nearest", fmt::format(R"({{"text":"{}"}})", word));
      if (found.status == 200) CHECK(found.json().at("nearest").as_array().empty());
    }
    const auto near =
        caller.post("/v1/recommendations:nearest", R"({"text":"mother child lane leave saw born known"})");
    // Who reads recommendations is shown this one, and reads what is left of it.
    CHECK(near.text("/nearest/0/text").empty() == (near.status != 200));
    tells_nothing(near, name + " nearest", told());
  }
}

TEST_CASE("What is left of words under an embargo can be read, and says that something is not", "[service]") {
  Told made;
  auto reader = somebody(made.practice, "some-reader", "reader");
  const auto entries = reader.get(made.at("/entries?pageSize=200"));
  CHECK(says(entries,
             "[under embargo]'s mother saw Child A, born on [under embargo] and known as [under embargo] (NHS "
             "[under embargo] or [under embargo]), leave [under embargo] for [under embargo]."));
  CHECK(says(entries, "[under embargo] rang back."));
  const auto found = reader.post("/v1/cases:search", R"({"words":"rang back"})");
  CHECK(found.json().at("total") == 1);
  CHECK(says(found, "[under embargo]"));
  CHECK(says(reader.get(made.at("/documents")), "[under embargo]"));
  CHECK(says(reader.get("/v1/meetings/" + made.meeting), "[under embargo]"));
  CHECK(says(reader.get(made.at("/clocks/agency-return:police")), "[under embargo]"));
  CHECK(says(reader.get(made.at("/proceedings")), "[under embargo]"));
}

TEST_CASE("A named reader reads the words as they were typed, and that is on record", "[service]") {
  Told made;
  auto named = somebody(made.practice, "named-reader", "reader");
  const auto reads = [&] {
    return made.practice.coordinator.get(made.at("/embargoes/embargo-1/reads")).json().at("reads").as_array().size();
  };
  std::size_t before = 0;
  CHECK(reads() == before);
  for (const auto& address : {made.at("/entries?kinds=noteAdded"), made.at("/clocks/agency-return:police"),
                              made.at("/documents"), made.at("/proceedings"), "/v1/meetings/" + made.meeting}) {
    const auto shown = named.get(address);
    INFO(address << "\n" << shown.body);
    CHECK(says(shown, "Thisledown"));
    CHECK(reads() == ++before);
  }
}

TEST_CASE("Who was shown nothing that an embargo covers stands in no record of its reads", "[service]") {
  Held held;
  held.place(R"("named-reader","coordinator-1")");
  auto named = somebody(held.practice, "named-reader", "reader");
  auto& caller = held.practice.coordinator;
  const auto reads = [&] {
    return caller.get(held.at("/embargoes/embargo-1/reads?pageSize=200")).json().at("reads").as_array().size();
  };
  const auto before = reads();
  for (const auto* below :
       {"/entries?kinds=embargoPlaced,embargoExtended,embargoLifted", "/entries?orderBy=recordedTime+desc&pageSize=1",
        "/entries?kinds=quillfeather", "/entries?orderBy=quillfeather", "/documents/none"}) {
    INFO(below);
    static_cast<void>(named.get(held.at(below)));
    CHECK(reads() == before);
  }
  // What is refused by what the service itself looks at is weighed, and shown to nobody.
  for (const auto* asked :
       {R"({"reportRehearsed":{"review":"review-1","document":"document-1","left":0}})",
        R"({"reportPublished":{"review":"review-1","document":"document-1","title":"Thistledown Oakenshawe"}})"}) {
    INFO(asked);
    const auto answer =
        caller.post(held.at("/entries"), asked, {{"If-Match", if_match(held.practice.version(held.id))}});
    CHECK(answer.status >= 400);
    CHECK(reads() == before);
  }
  CHECK(says(named.get(held.at("/entries?kinds=draftCommented")), "sallowthorpe"));
  CHECK(reads() == before + 1);
  CHECK(says(named.get(held.at("/documents/document-1")), "Pennywhistle"));
  CHECK(reads() == before + 2);
}

TEST_CASE("Of what holds a report, and of what scrutineers said, only what is shown is on record as read",
          "[service]") {
  Held held;
  held.place(R"("named-reader","coordinator-1")");
  auto& caller = held.practice.coordinator;
  const auto reads_more = [&](const std::string& address) {
    const auto reads = [&] {
      return caller.get(held.at("/embargoes/embargo-1/reads?pageSize=200")).json().at("reads").as_array().size();
    };
    const auto before = reads();
    INFO(address);
    REQUIRE(caller.get(address).status == 200);
    return reads() - before;
  };
  // The case has words that the embargo covers, and so have fields that these answers do not show.
  held.practice.add(held.id, R"({"proceedingsOpened":{"kind":"CRIMINAL","contact":"The officer in the case"},)"
                             R"("note":"Thistledown was named in court."})");
  held.practice.add(held.id, R"({"courtOrderRecorded":{"court":"A crown court"},"evidence":"Thistledown's file"})");
  held.practice.add(held.id, R"({"challengeRaised":{"text":"Was the family asked?"}})");
  held.practice.add(held.id, R"({"scrutinyGiven":{"how":"ATTENDED","comments":"Thistledown was not heard."}})");
  const std::string statement = "/v1/scrutiny/statements/2026";
  CHECK(reads_more(held.at("/proceedings")) == 0);
  CHECK(reads_more("/v1/challenges") == 0);
  CHECK(reads_more(statement) == 0);
  held.practice.add(held.id, R"({"proceedingsOpened":{"kind":"INQUEST","contact":"Thistledown's aunt"}})");
  CHECK(reads_more(held.at("/proceedings")) == 1);
  held.practice.add(held.id, R"({"challengeAnswered":{"answer":"Thistledown's aunt was asked."}})");
  CHECK(reads_more("/v1/challenges") == 1);
  CHECK(reads_more(statement) == 0);
}

TEST_CASE("A list for a spreadsheet, which has no reasons, reads none", "[service]") {
  Told made;
  auto named = somebody(made.practice, "named-reader", "reader");
  const auto reads = [&] {
    return made.practice.coordinator.get(made.at("/embargoes/embargo-1/reads")).json().at("reads").as_array().size();
  };
  CHECK(says(named.get("/v1/cases/-/clocks:csv"), "agency-return:police"));
  CHECK(reads() == 0);
  CHECK(says(named.get("/v1/cases/-/clocks"), "Thisledown"));
  CHECK(reads() == 1);
}

TEST_CASE("Nobody corrects words that are blotted for them", "[service]") {
  Told made;
  made.practice.refused(made.id, corrected(made.note, note), "not-permitted");
}

TEST_CASE("To ask what would be tells nothing of a name that is guessed", "[service]") {
  Told made;
  auto& caller = made.practice.coordinator;
  const auto would =
      caller.post(made.at("/entries?validateOnly=true"), R"({"noteAdded":{"text":"Is it Thistledown?"}})",
                  {{"If-Match", if_match(made.practice.version(made.id))}});
  REQUIRE(would.status == 200);
  CHECK(says(would, "Is it Thistledown?"));
  const auto late = caller.post(made.at("/entries?validateOnly=true"),
                                R"({"latenessExplained":{"clock":"agency-return:police","reason":"Of Thistledown."}})",
                                {{"If-Match", if_match(made.practice.version(made.id))}});
  REQUIRE(late.status == 200);
  CHECK_FALSE(says(late, "[under embargo]"));
  for (const auto* guess : {"Thistledown", "Somebody else"}) {
    const auto minuted =
        caller.post("/v1/meetings/" + made.meeting + "/entries?validateOnly=true",
                    fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"{}"}}}})", made.id, guess));
    REQUIRE(minuted.status == 200);
    CHECK_FALSE(says(minuted, "[under embargo]"));
    CHECK(says(minuted, guess));
  }
  auto chair = somebody(made.practice, "another-chair", "chair");
  const auto glass =
      chair.post(made.at(":breakGlass"), R"({"ground":"child-at-risk","reasons":"Thistledown, of some length."})");
  CHECK(says(glass, "Thistledown"));
}

}  // namespace
}  // namespace review::service_test
