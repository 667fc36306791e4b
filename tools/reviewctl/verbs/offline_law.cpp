#include "tools/reviewctl/verbs/offline_law.hpp"

#include "libreview/base/embedded.hpp"
#include "libreview/law/bank_holidays.hpp"
#include "libreview/law/england.hpp"
#include "tools/reviewctl/read_file.hpp"

namespace reviewctl {

Option overlay_option() {
  return {"overlay", "FILE", "A partnership's own rules: a file, or sandwell-style, devon-style and so on"};
}

Outcome<review::RuleBook> offline_law(const Arguments& arguments) {
  const auto overlay = arguments.find("overlay");
  if (!overlay) return review::england();
  std::string text;
  if (const auto known = review::embedded("law/overlays/" + *overlay + ".toml")) {
    text = *known;
  } else {
    auto read = read_file(*overlay);
    if (!read) return stop(read.error());
    text = std::move(*read);
  }
  auto law = review::england(review::LawText{*overlay, text});
  if (!law) return stop(law.error());
  return std::move(*law);
}

Outcome<review::Calendar> offline_calendar(const Arguments& arguments) {
  const auto law = offline_law(arguments);
  if (!law) return stop(law.error());
  return review::england_and_wales().with_closures(law->partnership().closures);
}

}  // namespace reviewctl
