#include <fmt/format.h>
#include <sodium.h>

#include <cstdlib>

#include "libreview/calendar/london.hpp"
#include "libreview/journal/transaction.hpp"
#include "reviewd/storage/open_storage.hpp"

// Makes a practice store of many cases, to time the daemon on: `make_store FILE CASES`. Every case has an incident and
// nine in ten a notification in time; of the rest the clock to notify runs over. Prints a coordinator's token.

namespace {

review::Recording incident(int number, const review::Moment& moment) {
  review::Recording recording{"", {}, {"bench", review::Role::coordinator}, {}, {}, {}, moment};
  auto& logged = *recording.entry.mutable_incident_logged();
  logged.set_local_authority_aware_on(moment.today.iso());
  logged.set_harm(number % 2 == 0 ? review::v1::HARM_SERIOUS_HARM : review::v1::HARM_DEATH);
  logged.set_abuse_or_neglect(review::v1::ABUSE_OR_NEGLECT_SUSPECTED);
  logged.set_occurred_in(fmt::format("area-{}", number % 150));
  logged.add_children()->set_age_years(number % 18);
  logged.mutable_children(0)->set_child("child-1");
  logged.set_summary("An invented incident for timing.");
  return recording;
}

review::Recording notification(const std::string& case_id, const review::Moment& moment) {
  review::Recording recording{case_id, {}, {"bench", review::Role::coordinator}, {}, {}, {}, moment};
  recording.entry.mutable_panel_notified()->add_informed("SAFEGUARDING_PARTNERS");
  return recording;
}

int make(const std::string& file, int cases) {
  auto store = review::Store::create(file, true);
  if (!store) throw std::runtime_error(store.error().says);
  const auto opened_storage = reviewd::open_storage(std::move(*store), {});
  if (!opened_storage) throw std::runtime_error(opened_storage.error().says);
  auto& storage = **opened_storage;
  if (!storage.desk().rebuild_views(false)) return 1;
  const auto first = review::Date::parse("2024-01-02").value();
  for (int number = 0; number < cases;) {
    const auto day = first.plus_days(number / (cases / 700 + 1));
    review::Transaction transaction(storage.journal());
    for (int i = 0; i < 64 && number < cases; ++i, ++number) {
      const review::Moment moment{review::start_of_london_day(day) + std::chrono::hours(12), day};
      const auto opened = storage.desk().record(incident(number, moment));
      if (!opened) throw std::runtime_error(opened.error().says);
      if (number % 10 != 0 && !storage.desk().record(notification(opened->case_id, moment))) return 1;
    }
    if (!transaction.commit()) return 1;
  }
  const auto token = storage.tokens().issue({"bench", "coordinator", "bench"}, reviewd::now(std::nullopt).now);
  if (!token) return 1;
  fmt::print("{}\n", token->line);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 || sodium_init() < 0) {
    fmt::print(stderr, "make_store FILE CASES\n");
    return 2;
  }
  try {
    return make(argv[1], std::atoi(argv[2]));
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
