#include "reviewd/web/words/joined_words.hpp"

#include <boost/json/array.hpp>

#include "reviewd/web/words/members.hpp"

namespace reviewd {

std::string joined_words(const boost::json::value& object, std::string_view list,
                         const std::function<std::string(const std::string&)>& words) {
  std::string all;
  for (const auto& one : list_in(object, list)) {
    if (!one.is_string()) continue;
    const std::string text(one.get_string());
    all += (all.empty() ? "" : ", ") + (words ? words(text) : text);
  }
  return all;
}

}  // namespace reviewd
