#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "reviewd/http/request.hpp"

namespace reviewd {

/// A question of a form that no schema of entries makes.
struct Question {
  enum class Sort { line, area, day, choice, ticks };
  std::string name;
  std::string label;
  std::string hint{};
  Sort sort = Sort::line;
  std::string value{};  ///< of a day, ISO, or what was typed in its boxes; of ticks, each on a line
  std::vector<std::pair<std::string, std::string>> choices{};  ///< value and words
  int lines = 5;                                               ///< of an area
  std::string label_of{};  ///< what the label is about, for who does not see the question above
};

struct FormButton {
  std::string deed;  ///< sent as `do`
  std::string words;
  bool secondary = false;
};

/// A form; without buttons there is none.
struct PlainForm {
  std::string action{};
  std::vector<Question> questions{};
  std::vector<FormButton> buttons{};
  std::vector<std::pair<std::string, std::string>> hidden{};
  bool asks = false;  ///< it changes nothing: its answers stand in the address
};

/// What the API found wrong with a form.
struct PlainFaults {
  boost::json::array summary{};                  ///< for the error summary
  std::map<std::string, std::string> by_name{};  ///< by question
};

/// Puts a form into a section's view.
void add_form(boost::json::object& view, const PlainForm& form, const PlainFaults& faults);

/// The faults that a refusal of the API names, at the questions of the form.
[[nodiscard]] PlainFaults faults_of(const boost::json::value& problem, const std::vector<Question>& questions);

/// The day in the three boxes of a question, ISO; what was typed where that is no day, empty where nothing was.
/// A partial one may be a month or a year.
[[nodiscard]] std::string day_typed(const NameValues& form, const std::string& name, bool partial = false);

}  // namespace reviewd
