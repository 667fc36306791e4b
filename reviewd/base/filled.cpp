#include "reviewd/base/filled.hpp"

#include <sstream>

#include "reviewd/base/templates.hpp"
#include "reviewd/base/view_data.hpp"

namespace reviewd {

std::string filled(std::string_view name, const View& view) {
  std::ostringstream text;
  parsed_template(name).render(view_data(view), text);
  return std::move(text).str();
}

}  // namespace reviewd
