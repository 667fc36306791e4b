#include "reviewd/api/case_asked.hpp"

#include "libreview/vocabulary/names.hpp"

namespace reviewd {

review::Result<std::string> case_asked(const Call& call) {
  const auto text = call.request.parameter("case").value_or("");
  if (text.empty()) return std::string();
  if (auto known = call.desk().check_names({{"case", "=", text}}, {"case"}, call.reader, call.moment, "/case"); !known)
    return review::refuse(std::move(known.error()));
  return review::bare_reference(text).value_or(text);
}

}  // namespace reviewd
