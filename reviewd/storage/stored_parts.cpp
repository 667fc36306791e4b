#include "reviewd/storage/stored_parts.hpp"

#include <stdexcept>

namespace reviewd {

Response StoredParts::operator()() const { throw std::logic_error("an answer in parts is worked out of the store"); }

}  // namespace reviewd
