#include "libreview/store/engine.hpp"

#include <sqlite3.h>

namespace review {

std::string_view engine_version() { return sqlite3_libversion(); }

}  // namespace review
