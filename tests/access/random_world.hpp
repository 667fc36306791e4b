#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/access/model.hpp"
#include "tests/http/service_support.hpp"

namespace review::access_test {

/// A service with some dozens of people in every role and some dozens of cases, in which they stand as chance has it;
/// and the same told to the model.
class RandomWorld {
 public:
  RandomWorld(unsigned seed, int cases);

  struct Asker {
    Asking who;
    test::HttpCaller caller;
  };

  /// A number below `sides`.
  [[nodiscard]] int roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
  template <class All>
  [[nodiscard]] auto& one_of(All& all) {
    return all[static_cast<std::size_t>(roll(static_cast<int>(all.size())))];
  }
  /// Another day from now on.
  void next_day();

  [[nodiscard]] const std::string& day() const { return day_; }
  [[nodiscard]] const std::vector<ToldCase>& cases() const { return cases_; }
  [[nodiscard]] std::vector<Asker>& askers() { return askers_; }

  [[nodiscard]] static const std::vector<std::string>& agencies();

 private:
  void make_case();
  void make_people();
  void make_tokens(const std::string& person, const std::string& role);
  void open_in_emergencies();
  /// Records an entry and tells the model of it. False where a rule refused it: chance asks for all sorts of things.
  bool tell(ToldCase& of, const std::string& body, ToldEntry entry);
  void file_document(ToldCase& of, const std::string& agency, const std::string& meeting);
  [[nodiscard]] std::string any_person();

  service_test::Practice practice_;
  std::mt19937 dice_;
  std::string day_ = "2026-03-02";
  std::vector<ToldCase> cases_;
  std::vector<std::pair<std::string, std::string>> people_;  ///< and their roles
  std::vector<Asker> askers_;
};

}  // namespace review::access_test
