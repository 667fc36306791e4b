#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/figures/figure_question.hpp"
#include "libreview/figures/figure_table.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {

/// Cases in memory, counted as the yearly report counts them. Each is a SmallCase; the first is 26-0001 here.
class CountedYear {
 public:
  /// A case that begins on that day; it stays where it is.
  SmallCase& begin(std::string_view day);
  /// The reference that the case has here.
  [[nodiscard]] static std::string reference(std::size_t number);
  /// The review of one case covers others: what the service records in those. By number, from 1.
  void join(std::size_t lead, const std::vector<std::size_t>& others, std::string_view day);

  /// The cases as they were recorded by the end of a day.
  [[nodiscard]] std::vector<CountedCase> cases(Date as_at) const;
  [[nodiscard]] std::vector<FigureTable> pack(std::string_view from, std::string_view to, std::string_view as_at) const;

 private:
  std::deque<SmallCase> cases_{};
  std::map<std::size_t, std::vector<v1::Entry>> joined_{};
};

/// An incident that the authority knows of on the day of the case. `facts` are more fields of it, each with a comma
/// before it.
std::string incident_on(std::string_view day, std::string_view harm, std::string_view abuse, std::string_view facts);

/// Records of a logged case the notification, the panel's meeting, the decision, the signatures, the submission and the
/// Panel's agreement, each on its day.
void rapid_review(SmallCase& one, std::string_view notified, std::string_view met, std::string_view sent,
                  std::string_view outcome);

/// The number in a table of the pack; throws where there is none.
int number_in(const std::vector<FigureTable>& pack, std::string_view table, std::string_view row,
              std::string_view column = "all");
const FigureTable& table_in(const std::vector<FigureTable>& pack, std::string_view table);

/// The whole pack in words, for comparing.
std::string written(const std::vector<FigureTable>& pack);

}  // namespace review::test
