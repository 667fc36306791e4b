#include "reviewd/web/words/answer_words.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {

std::vector<std::string> answer_words(const boost::json::value& record, std::string_view recommendation,
                                      const Register& known) {
  std::vector<std::string> all;
  for (const auto& made : list_in(record, "recommendations")) {
    if (text_in(made, "recommendation") != recommendation) continue;
    for (const auto& body : list_in(made, "bodies")) {
      const auto on = text_in(body, "on");
      all.push_back(fmt::format("{}: {}{}", known.agency(text_in(body, "by")),
                                choice_words("RecommendationState", text_in(body, "state")),
                                on.empty() ? "" : " on " + day_words(on)));
    }
  }
  return all;
}

}  // namespace reviewd
