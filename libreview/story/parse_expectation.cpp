#include "libreview/story/parse_expectation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "libreview/story/clock_details.hpp"
#include "libreview/story/words.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/plan_answer.pb.h"

namespace review {
namespace {

namespace pb = google::protobuf;

/// Reads the words after `expect` from left to right.
class Reading {
 public:
  Reading(const std::vector<std::string>& words, const RuleBook& law) : words_(words), law_(law) {}

  Result<Expectation> read() {
    if (at_end()) return refuse(Code::malformed, "Say what is expected.");
    const std::string first = take();
    Result<void> done = first == "no"        ? absent()
                        : first == "not"     ? negated()
                        : first == "nothing" ? nothing()
                                             : present(first);
    if (!done) return refuse(done.error());
    if (!at_end() && words_[at_].rfind("case=", 0) == 0) asked_.letter = take().substr(5);
    if (!at_end()) return unknown(words_[at_]);
    return std::move(asked_);
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ == words_.size(); }
  [[nodiscard]] bool at_details() const { return !at_end() && words_[at_].rfind("case=", 0) != 0; }
  std::string take() { return at_end() ? std::string() : words_[at_++]; }
  static tl::unexpected<Refusal> unknown(const std::string& word) {
    return refuse(Code::malformed, fmt::format("\"{}\" is not expected here.", word));
  }

  Result<void> absent() {
    const std::string what = take();
    if (what == "clock") {
      asked_.subject = Subject::no_clock;
      return clock_name();
    }
    if (what == "irregularity") return plain(Subject::no_irregularity);
    if (what == "case") return plain(Subject::no_case);
    if (what == "alert") return alert_name(Subject::no_alert);
    if (what == "warning") return warning(Subject::no_warning);
    return unknown(what);
  }

  Result<void> negated() {
    const std::string what = take();
    if (what == "held") return plain(Subject::not_held);
    if (what == "next") return kind(Subject::not_next);
    return unknown(what);
  }

  Result<void> nothing() {
    const std::string what = take();
    return what == "overdue" ? plain(Subject::nothing_overdue) : unknown(what);
  }

  Result<void> present(const std::string& what) {
    if (what == "clock") return clock();
    if (what == "stage") return choice(Subject::stage, *v1::Stage_descriptor());
    if (what == "panel-view") return choice(Subject::panel_view, *v1::PanelView_descriptor());
    if (what == "held") return take() == "by" ? named(Subject::held_by) : unknown(what);
    if (what == "irregularity") return code();
    if (what == "overdue") return overdue();
    if (what == "next") return kind(Subject::next);
    if (what == "child") return fields(Subject::child, *v1::Child::descriptor());
    if (what == "action") return fields(Subject::action, *v1::Action::descriptor());
    if (what == "recommendation") return fields(Subject::recommendation, *v1::Recommendation::descriptor());
    if (what == "product") return fields(Subject::product, *v1::Product::descriptor());
    if (what == "answer") return answer();
    if (what == "plan") return details(Subject::plan, *v1::PlanCounts::descriptor());
    if (what == "objective") return fields(Subject::objective, *v1::PlanObjective::descriptor());
    if (what == "authority") return named(Subject::authority);
    if (what == "area") return area();
    if (what == "decision") return decision();
    if (what == "version") return named(Subject::version);
    if (what == "timetable") return timetable();
    if (what == "entry") return entry();
    if (what == "alert") return alert();
    if (what == "slips") return slips();
    if (what == "warning") return warning(Subject::warning);
    if (what == "finding") return finding();
    if (what == "findings") return findings();
    if (what == "figure") return figure();
    return unknown(what);
  }

  Result<void> plain(Subject subject) {
    asked_.subject = subject;
    return {};
  }

  Result<void> named(Subject subject) {
    if (at_end()) return refuse(Code::malformed, "A word is missing at the end of the line.");
    asked_.subject = subject;
    asked_.name = take();
    return {};
  }

  Result<void> choice(Subject subject, const pb::EnumDescriptor& type) {
    if (const auto done = named(subject); !done) return done;
    if (find_value(type, choice_name(asked_.name)) != nullptr) return {};
    return refuse(Code::malformed, fmt::format("There is no {} {}.", choice_word(type.name()), asked_.name));
  }

  Result<void> code() {
    if (const auto done = named(Subject::irregularity); !done) return done;
    if (find_code(asked_.name) != nullptr) return {};
    return refuse(Code::malformed, fmt::format("There is no refusal {}.", asked_.name));
  }

  Result<void> kind(Subject subject) {
    if (const auto done = named(subject); !done) return done;
    if (find_kind(asked_.name) != nullptr) return {};
    return refuse(Code::malformed, fmt::format("There is no kind of entry {}.", asked_.name));
  }

  Result<void> known_clock(const std::string& id) {
    if (law_.clock(id.substr(0, id.find(':'))) != nullptr) return {};
    return refuse(Code::malformed, fmt::format("The law has no clock {}.", id));
  }

  Result<void> clock_name() {
    if (const auto done = named(asked_.subject); !done) return done;
    return known_clock(asked_.name);
  }

  Result<void> day(const std::string& word) {
    const auto day = day_in_words(words_, at_);
    if (!day) return refuse(day.error());
    at_ += 4;
    asked_.details[word] = day->iso();
    return {};
  }

  Result<void> clock() {
    asked_.subject = Subject::clock;
    if (const auto done = clock_name(); !done) return done;
    const std::string state = take();
    if (find_value(*v1::ClockState_descriptor(), choice_name(state)) == nullptr) {
      return refuse(Code::malformed, fmt::format("\"{}\" is no state of a clock.", state));
    }
    asked_.details["state"] = choice_name(state);
    while (at_details()) {
      const std::string word = take();
      const auto& all = clock_details();
      const auto detail =
          std::find_if(all.begin(), all.end(), [&](const ClockDetail& one) { return one.word == word; });
      if (detail == all.end()) return unknown(word);
      if (detail->written == Written::day) {
        if (const auto done = day(word); !done) return done;
      } else if (detail->written == Written::nothing) {
        asked_.details[word] = "yes";
      } else if (at_end()) {
        return refuse(Code::malformed, fmt::format("Nothing stands after \"{}\".", word));
      } else {
        asked_.details[word] = unquoted(take());
      }
    }
    return {};
  }

  Result<void> overdue() {
    asked_.subject = Subject::overdue;
    while (at_details()) {
      asked_.names.push_back(take());
      if (const auto done = known_clock(asked_.names.back()); !done) return done;
    }
    if (asked_.names.empty()) return refuse(Code::malformed, "Name the overdue clocks, or expect nothing overdue.");
    return {};
  }

  Result<void> fields(Subject subject, const pb::Descriptor& type) {
    if (const auto done = named(subject); !done) return done;
    return details(subject, type);
  }

  Result<void> details(Subject subject, const pb::Descriptor& type) {
    asked_.subject = subject;
    while (at_details()) {
      const std::string word = take();
      const auto equals = find_outside_quotes(word, '=');
      if (!equals) return unknown(word);
      const std::string name = snake(word.substr(0, *equals));
      if (type.FindFieldByName(name) == nullptr) return unknown(word);
      asked_.details[name] = unquoted(word.substr(*equals + 1));
    }
    return {};
  }

  /// What a body says to a recommendation.
  Result<void> answer() {
    if (const auto done = named(Subject::answer); !done) return done;
    asked_.details["body"] = take();
    const std::string state = take();
    if (find_value(*v1::RecommendationState_descriptor(), choice_name(state)) == nullptr) return unknown(state);
    asked_.details["state"] = state;
    return {};
  }

  Result<void> area() {
    if (const auto done = named(Subject::area); !done) return done;
    const std::string role = take();
    if (find_value(*v1::AreaRole_descriptor(), choice_name(role)) == nullptr) return unknown(role);
    asked_.details["role"] = role;
    if (at_details() && words_[at_] == "leads") asked_.details[take()] = "yes";
    return {};
  }

  /// The newest decision, whichever sort it is of, and those before it, newest first.
  Result<void> decision() {
    if (const auto done = named(Subject::decision); !done) return done;
    asked_.names.push_back(asked_.name);
    while (at_details()) {
      if (const std::string word = take(); word != "after") return unknown(word);
      asked_.names.push_back(take());
    }
    for (const auto& name : asked_.names) {
      const bool known = find_value(*v1::Outcome_descriptor(), choice_name(name)) != nullptr ||
                         find_value(*v1::ReferralOutcome_descriptor(), choice_name(name)) != nullptr ||
                         find_value(*v1::NotificationDecision_descriptor(), choice_name(name)) != nullptr ||
                         find_kind(name) != nullptr;
      if (!known) return refuse(Code::malformed, fmt::format("There is no decision {}.", name));
    }
    return {};
  }

  Result<void> timetable() {
    if (const auto done = named(Subject::timetable); !done) return done;
    if (const auto done = day("due"); !done) return done;
    while (at_details()) {
      const std::string word = take();
      if (word == "done") {
        if (const auto done = day(word); !done) return done;
      } else if (word == "moved" || word == "after-national-date") {
        asked_.details[word] = "yes";
      } else {
        return unknown(word);
      }
    }
    return {};
  }

  /// A clock or a watch, with its subject.
  Result<void> alert_name(Subject subject) {
    if (const auto done = named(subject); !done) return done;
    const auto id = asked_.name.substr(0, asked_.name.find(':'));
    if (law_.clock(id) != nullptr || law_.watch(id) != nullptr) return {};
    return refuse(Code::malformed, fmt::format("The law has no clock and no watch {}.", asked_.name));
  }

  Result<void> alert() {
    if (const auto done = alert_name(Subject::alert); !done) return done;
    if (!at_details()) return refuse(Code::malformed, "Say which step is told, for example before-5, due or chase.");
    asked_.details["step"] = take();
    return {};
  }

  /// How often the dates of proceedings slipped, and how many moved days are kept.
  Result<void> slips() {
    if (const auto done = named(Subject::slips); !done) return done;
    if (!at_details()) return refuse(Code::malformed, "Say how often its dates slipped.");
    asked_.details["slips"] = take();
    if (!at_details() || words_[at_] != "kept") return {};
    take();
    if (!at_details()) return refuse(Code::malformed, "Say how many moved days are kept.");
    asked_.details["kept"] = take();
    return {};
  }

  Result<void> warning(Subject subject) {
    if (const auto done = named(subject); !done) return done;
    if (asked_.name == "court-order" || asked_.name == "lifelong-anonymity" || asked_.name == "appeal") return {};
    return refuse(Code::malformed, fmt::format("There is no warning {}.", asked_.name));
  }

  Result<void> finding() {
    if (const auto done = named(Subject::finding); !done) return done;
    if (asked_.name == "none" || find_value(*v1::FactFinding_descriptor(), choice_name(asked_.name)) != nullptr)
      return {};
    return refuse(Code::malformed, fmt::format("There is no finding {}.", asked_.name));
  }

  /// How many there are over all cases of the story, of a theme, of a source, or of both.
  Result<void> findings() {
    if (const auto done = named(Subject::findings); !done) return done;
    while (at_details()) {
      const std::string word = take();
      const auto equals = word.find('=');
      const std::string name = word.substr(0, equals);
      const std::string value = equals == std::string::npos ? "" : word.substr(equals + 1);
      const bool known =
          (name == "theme" && law_.theme(value) != nullptr) ||
          (name == "source" && find_value(*v1::AssuranceSource_descriptor(), choice_name(value)) != nullptr) ||
          (name == "bearing" && find_value(*v1::Bearing_descriptor(), choice_name(value)) != nullptr);
      if (!known) return unknown(word);
      asked_.details[name] = name == "theme" ? value : choice_name(value);
    }
    return {};
  }

  /// A table, a row, a column where it is not that of all, and the number.
  Result<void> figure() {
    if (const auto done = named(Subject::figure); !done) return done;
    const auto& tables = law_.figures().tables;
    if (std::ranges::find(tables, asked_.name, &FigureTableRule::id) == tables.end()) return unknown(asked_.name);
    asked_.details["row"] = take();
    auto number = take();
    asked_.details["column"] = at_details() ? std::exchange(number, take()) : "all";
    asked_.details["number"] = number;
    if (number.empty()) return refuse(Code::malformed, "A word is missing at the end of the line.");
    const bool is_number = number.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? Result<void>() : unknown(number);
  }

  Result<void> entry() {
    if (const auto done = named(Subject::entry); !done) return done;
    const std::string how = take();
    if (how != "corrected" && how != "withdrawn" && how != "hidden" && how != "plain") return unknown(how);
    asked_.details["how"] = how;
    return {};
  }

  const std::vector<std::string>& words_;
  const RuleBook& law_;
  std::size_t at_ = 0;
  Expectation asked_{};
};

}  // namespace

Result<Expectation> parse_expectation(const std::vector<std::string>& words, const RuleBook& law) {
  return Reading(words, law).read();
}

}  // namespace review
