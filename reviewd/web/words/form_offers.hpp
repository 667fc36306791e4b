#pragma once

#include <google/protobuf/descriptor.h>

#include <boost/json/value.hpp>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/words/register.hpp"

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

  /// From the API's register of agencies. A registered agency that is a body of the law stands for it.
  void take_agencies(const boost::json::value& agencies);
  /// From the API's list of people.
  void take_people(const boost::json::value& people);
  /// From the choices of the API for the list of cases: the local authorities.
  void take_areas(const boost::json::value& choices);
  /// From the law of the API: the bodies that must sign.
  void take_signers(const boost::json::value& law);
  /// From the law of the API: the lists of themes that apply on the day.
  void take_themes(const boost::json::value& law, const std::string& today);
  /// From the law of the API: the templates of audits, with their standards.
  void take_audit_templates(const boost::json::value& law);
  /// From an audit of the API: its priorities, criteria, standards, cases and the lessons of its log.
  void take_audit(const boost::json::value& audit);
  /// From the law of the API: the questions of scrutiny and the points of quality that are asked on the day. Taken
  /// before the entries, which tell those that are attached.
  void take_questions(const boost::json::value& law, const std::string& today);
  /// From the law of the API: the headings of a learning product that is drafted on the day.
  void take_headings(const boost::json::value& law, const std::string& today);
  /// From what the API suggests for the text of the message at the path.
  void take_suggestions(const std::string& path, const boost::json::value& suggested);
  /// Agencies and people are called as the register has them.
  void take_register(Register known) { known_ = std::move(known); }
  [[nodiscard]] const Register& known() const { return known_; }

  /// What is offered for a field; empty where anything may be written.
  [[nodiscard]] const std::vector<Offer>& of(const google::protobuf::FieldDescriptor& field) const;
  /// The questions that the law asks: value is the criterion, label the question.
  [[nodiscard]] const std::vector<Offer>& criteria() const { return criteria_; }
  /// The themes, by the title of their list.
  [[nodiscard]] const std::vector<std::pair<std::string, std::vector<Offer>>>& theme_lists() const {
    return theme_lists_;
  }
  /// The themes that were suggested for the message at the path, with what made them.
  [[nodiscard]] const std::vector<Offer>& suggested(const std::string& path) const;
  /// What people call a value of the field; the value itself where nothing else is known.
  [[nodiscard]] std::string words(const google::protobuf::FieldDescriptor& field, const std::string& value) const;
  /// The value that a person meant who typed `text` for a field: what is offered under that name; else the reference
  /// that the name becomes, since the record knows agencies, areas and people by short names. What is a value already
  /// stays, and so does what no reference can be made of.
  [[nodiscard]] std::string meant(const google::protobuf::FieldDescriptor& field, const std::string& text) const;

 private:
  void put_attached(const boost::json::value& entry);

  std::map<std::string, std::vector<Offer>> by_sort_;
  std::vector<Offer> criteria_;
  std::vector<std::pair<std::string, std::vector<Offer>>> theme_lists_;
  std::map<std::string, std::vector<Offer>> suggested_;
  Register known_;
};

/// The bodies that law files and rules know by name.
[[nodiscard]] const std::vector<Offer>& bodies_of_law();

/// What asks for somebody who is not among those offered: `Another agency: type its name`; empty where nobody else can
/// be meant.
[[nodiscard]] std::string other_words(const google::protobuf::FieldDescriptor& field);
/// An example of what can be typed where a field offers nothing; empty for most.
[[nodiscard]] std::string example_words(const google::protobuf::FieldDescriptor& field);

/// The field refers to something that the case has: a review, proceedings, a meeting. Where it has none, nothing can be
/// answered.
[[nodiscard]] bool is_of_case(const google::protobuf::FieldDescriptor& field);
/// Whether the form of a kind offers entries, or things that only entries name.
[[nodiscard]] bool wants_entries(const review::Kind& kind);
/// Whether the kind names questions of scrutiny, or points of quality.
[[nodiscard]] bool asks_questions(const review::Kind& kind);
[[nodiscard]] bool wants_timetable(const review::Kind& kind);
/// Whether the form of a kind offers what an audit consists of.
[[nodiscard]] bool wants_audit(const review::Kind& kind);

}  // namespace reviewd
