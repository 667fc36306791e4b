#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "reviewd/web/return_link/return_steps.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// What is wrong with one box of the form.
struct ReturnFault {
  std::string name;  ///< of the question, or of its part: `chronology.0.on`
  std::string says;
};

/// The boxes of a step, filled from the draft.
[[nodiscard]] Typed typed_from(const ReturnStep& step, const boost::json::object& draft);
/// Puts the answers of a step into the draft; one that is empty now goes out of it.
void take_answers(const ReturnStep& step, const Typed& typed, boost::json::object& draft);
/// Days that are none; and, where `all` is wanted, questions that must be answered and are not.
[[nodiscard]] std::vector<ReturnFault> faults_of(const ReturnStep& step, const Typed& typed, bool all);

/// The boxes as rows of the template `form_row`.
[[nodiscard]] boost::json::array return_rows(const ReturnStep& step, const Typed& typed,
                                             const std::vector<ReturnFault>& faults);
/// The faults as rows of the template `form_errors`.
[[nodiscard]] boost::json::array fault_rows(const ReturnStep& step, const std::vector<ReturnFault>& faults);

/// The answers of a step as rows of a summary: `key`, `value`.
[[nodiscard]] boost::json::array answer_rows(const ReturnStep& step, const boost::json::object& draft);

}  // namespace reviewd
