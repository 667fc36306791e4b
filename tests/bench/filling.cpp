#include "tests/bench/filling.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "libreview/calendar/london.hpp"
#include "libreview/journal/transaction.hpp"
#include "reviewd/storage/open_storage.hpp"
#include "tests/support/small_case.hpp"

namespace review::bench {
namespace {

const Reader coordinator{"coordinator-1", Role::coordinator};

Moment moment_of(const std::string& day) {
  const auto date = test::day(day);
  return {start_of_london_day(date) + std::chrono::hours(12), date};
}

template <class Value>
Value must(Result<Value> result) {
  if (!result) throw std::runtime_error(result.error().says);
  return std::move(*result);
}

/// What is recorded of a case over the years, again and again.
constexpr std::array<const char*, 8> usual = {
    "{'noteAdded':{'text':'An invented note: spoke to the school about what was seen, and agreed when to speak "
    "next.'}}",
    "{'immediateActionTaken':{'what':'An invented action was taken with the family on the same day.','by':'POLICE'}}",
    "{'familyContacted':{'who':'A parent','by':'reviewer-1','method':'A visit','offer':'To meet the reviewer'}}",
    "{'meetingHeld':{'attendance':[{'person':'member-1','agency':'police'},{'person':'member-2','agency':"
    "'city-hospital'}],'quorate':true,'recommends':'LCSPR'}}",
    "{'positionRecorded':{'agency':'police','recommends':'LCSPR','reasons':'An invented reason of some length.'}}",
    "{'informed':{'who':['SAFEGUARDING_PARTNERS'],'about':'What was found','how':'By telephone'}}",
    "{'learningCaptured':{'findings':[{'finding':'An invented finding: what was known in one place was not in "
    "another.'}]}}",
    "{'briefingShared':{'with':['all-schools']}}"};

}  // namespace

Filling::Filling(const std::filesystem::path& file)
    : storage_(must(reviewd::open_storage(must(Store::open(file)), {}))) {
  if (!storage_->desk().rebuild_views(false)) throw std::runtime_error("The views cannot be made.");
}

void Filling::together(const std::function<void()>& work) {
  Transaction transaction(storage_->journal());
  work();
  if (!transaction.commit()) throw std::runtime_error("What was made cannot be kept.");
}

std::string Filling::open(const std::string& day, int number, const std::string& summary) {
  Recording recording{"", {}, coordinator, {}, {}, {}, moment_of(day)};
  recording.entry = test::entry(fmt::format(
      "{{'incidentLogged':{{'localAuthorityAwareOn':'{}','harm':'{}','abuseOrNeglect':'SUSPECTED','occurredIn':'{}',"
      "'summary':'{}','children':[{{'child':'child-1','pseudonym':'Child {}','ageYears':{}}}]}}}}",
      day, number % 2 == 0 ? "SERIOUS_HARM" : "DEATH", fmt::format("area-{}", number % 150), summary, number,
      number % 17));
  return must(storage_->desk().record(recording)).case_id;
}

void Filling::add(const std::string& case_id, const std::string& day, const std::string& entry) {
  Recording recording{case_id, test::entry(entry), coordinator, {}, {}, {}, moment_of(day)};
  recording.match = {Match::Kind::version, storage_->desk().version(case_id)};
  (void)must(storage_->desk().record(recording));
}

void Filling::begin_rapid_review(const std::string& case_id, const std::string& day) {
  add(case_id, day, "{'panelNotified':{'reference':'SIN-EXAMPLE-1','informed':['SAFEGUARDING_PARTNERS']}}");
  add(case_id, day,
      "{'agencyReturnRequested':{'agencies':['police','city-hospital','north-school'],'dueOn':'2026-03-24'}}");
}

void Filling::fill_up(const std::string& case_id, const std::string& day, int entries) {
  for (int have = storage_->desk().version(case_id); have < entries; ++have) {
    add(case_id, day, usual.at(static_cast<std::size_t>(have) % usual.size()));
  }
}

}  // namespace review::bench
