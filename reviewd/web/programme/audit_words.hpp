#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <string>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the parts of an audit are called on a page, from what the API answers.
class AuditWords {
 public:
  AuditWords(const boost::json::value& audit, const Register& known);

  /// `Neglect` for `neglect`; the name, written out, where its words are gone.
  [[nodiscard]] std::string priority(const std::string& name) const;
  [[nodiscard]] std::string line(const std::string& name) const;
  /// `5. The practitioner can find the threshold guidance`.
  [[nodiscard]] std::string standard(const std::string& name) const;
  /// The same without the number.
  [[nodiscard]] std::string criterion(const std::string& name) const;
  [[nodiscard]] std::string agency(const std::string& name) const { return known_.agency(name); }

 private:
  const Register& known_;
  std::map<std::string, std::string> priorities_;
  std::map<std::string, std::string> lines_;
  std::map<std::string, std::string> standards_;
  std::map<std::string, std::string> criteria_;
};

/// `9 of 11 (82%)`; that it did not apply, or that nobody answered yet, where nothing is to be shared out. A share
/// never stands without what it is of.
[[nodiscard]] std::string reached_words(const boost::json::value& tally);

}  // namespace reviewd
