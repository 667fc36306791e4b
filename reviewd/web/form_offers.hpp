#pragma once

#include <google/protobuf/descriptor.h>

#include <boost/json/value.hpp>
#include <map>
#include <string>
#include <vector>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/register.hpp"

namespace reviewd {

/// Something that a field may refer to.
struct Offer {
  std::string value;
  std::string label;
  std::string cites{};  ///< of a criterion: where the law says it
};

/// What the fields of a form may refer to: the children, reviews, meetings and so on of the case, and the criteria that
/// the law asks a decision about.
class Offers {
 public:
  /// From a Case of the API.
  void take_case(const boost::json::value& from);
  /// From a list of entries of the API: meetings, requests, challenges, recommendations and the entries themselves.
  void take_entries(const boost::json::array& entries);
  /// From a Timetable of the API.
  void take_timetable(const boost::json::value& timetable);
  /// From the law of the API, for one kind of decision.
  void take_law(const boost::json::value& law, const review::Kind& kind);

  /// Agencies and people are called as the register has them.
  void take_register(Register known) { known_ = std::move(known); }
  [[nodiscard]] const Register& known() const { return known_; }

  /// What is offered for a field; empty where anything may be written.
  [[nodiscard]] const std::vector<Offer>& of(const google::protobuf::FieldDescriptor& field) const;
  /// The questions that the law asks: value is the criterion, label the question.
  [[nodiscard]] const std::vector<Offer>& criteria() const { return criteria_; }
  /// What people call a value of the field; the value itself where nothing else is known.
  [[nodiscard]] std::string words(const google::protobuf::FieldDescriptor& field, const std::string& value) const;

 private:
  std::map<std::string, std::vector<Offer>> by_sort_;
  std::vector<Offer> criteria_;
  Register known_;
};

/// The bodies that law files and rules know by name.
[[nodiscard]] const std::vector<Offer>& bodies_of_law();

/// Whether something else than what is offered may be meant: another agency.
[[nodiscard]] bool may_be_other(const google::protobuf::FieldDescriptor& field);

/// Whether the form of a kind offers entries, or things that only entries name.
[[nodiscard]] bool wants_entries(const review::Kind& kind);
[[nodiscard]] bool wants_timetable(const review::Kind& kind);

}  // namespace reviewd
