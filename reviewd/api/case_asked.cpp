#include "reviewd/api/case_asked.hpp"

#include "libreview/vocabulary/names.hpp"

namespace reviewd {

review::Result<std::string> case_asked(const Call& call) {
  std::string asked;
  for (const std::string name : {"case", "programme"}) {
    const auto text = call.request.parameter(name).value_or("");
    if (text.empty()) continue;
    if (auto known = call.desk().check_names({{name, "=", text}}, {name}, call.reader, call.moment, "/" + name); !known)
      return review::refuse(std::move(known.error()));
    asked = review::bare_reference(text).value_or(text);
  }
  return asked;
}

}  // namespace reviewd
