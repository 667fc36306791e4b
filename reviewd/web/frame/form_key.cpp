#include "reviewd/web/frame/form_key.hpp"

#include "libreview/store/random_id.hpp"
#include "libreview/store/system_random.hpp"

namespace reviewd {

std::string new_form_key() {
  review::SystemRandom random;
  return review::random_id(random);
}

}  // namespace reviewd
