#include "reviewd/settings/fingerprint.hpp"

#include "libreview/base/embedded.hpp"
#include "libreview/store/digest.hpp"

namespace reviewd {

std::string fingerprint(const Config& config) {
  std::string all = config.overlay_text + '\n' + config.closures_text;
  for (const auto name : review::embedded_names("law/")) all += review::embedded(name).value_or("");
  all += review::embedded("descriptors/review-v1.bin").value_or("");
  all += review::embedded("digests/folding").value_or("");
  return review::to_hex(review::sha256({all}));
}

}  // namespace reviewd
