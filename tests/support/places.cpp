#include "tests/support/places.hpp"

namespace review::test {

std::string source_folder() { return REVIEW_SOURCE_DIR; }

std::string build_folder() { return REVIEW_BUILD_DIR; }

}  // namespace review::test
