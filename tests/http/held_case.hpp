#pragma once

#include <string>
#include <vector>

#include "tests/http/embargo_support.hpp"

/// A case with a report, words about it and a named child, to be put under an embargo; and whether any of it comes out.
namespace review::service_test {

/// What tells who a child is, as it is recorded and as `repeated` has it.
inline const std::vector<std::string> told_of_child = {"thistledown", "thisledown",   "oakenshawe", "marrowfield",
                                                       "2017-03-09",  "9 march 2017", "000 0018",   "9990000018"};
/// Words that stand in the report, in what is said of it and in what tells who a child is, and nowhere else.
inline const std::vector<std::string> canaries = {"quillfeather", "sallowthorpe", "pennywhistle", "grimbledon",
                                                  "thistledown",  "thisledown",   "oakenshawe",   "marrowfield",
                                                  "2017-03-09",   "9 march 2017", "000 0018",     "9990000018"};
/// Free words that say of Child A what is recorded in fields: whole, in part, misspelt, and otherwise written.
inline const std::string repeated =
    "Thistledown's mother saw Child A, born on 9 March 2017 and known as Thisledown (NHS 9990000018 or 999 000 0018), "
    "leave Marrowfield for Oakenshawe Lane.";

inline const std::string comments =
    R"({"draftCommented":{"version":1,"comments":"The sallowthorpe finding is too strong."}})";

/// An embargo to be looked at by 1 July 2026. `covers` and `readers` are the elements of JSON lists.
[[nodiscard]] std::string embargo(const std::string& covers, const std::string& readers);

/// In a practice store, on Monday 1 June 2026.
struct Held {
  explicit Held(const DaemonWish& wish = {});

  Practice practice;
  std::string id;

  /// An embargo on the report and on identifying facts, by the coordinator of the case.
  void place(const std::string& readers = R"("named-reader","second-reader")");
  [[nodiscard]] std::string at(const std::string& below) const { return "/v1/cases/" + id + below; }
};

/// Every address of the API that could carry something of the case: see `addresses_of`.
[[nodiscard]] std::vector<std::string> addresses(Held& held);
/// The addresses that patterns stand for in the case: with each of its documents and of its entries, where a pattern
/// names one. What it names that is not there is `none`.
[[nodiscard]] std::vector<std::string> addresses_of(const std::vector<std::string>& patterns, Held& held);

/// No word of what is covered is in the answer, in whatever letters.
void tells_nothing(const HttpAnswer& answer, const std::string& what, const std::vector<std::string>& of = canaries);

}  // namespace review::service_test
