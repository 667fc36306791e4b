#include "reviewd/storage/store_failure.hpp"

#include <boost/core/demangle.hpp>
#include <typeinfo>

#include "libreview/journal/altered_entry.hpp"

namespace reviewd {

using review::Code;
using review::Refusal;

Refusal store_full() {
  return {Code::store_full, "The disk of the store is full. Nothing was stored; reading goes on."};
}

Refusal store_broken() {
  return {Code::read_only,
          "The store could not do this. Nothing was stored. If it happens again, quote the request id."};
}

Refusal too_much_waits() { return {Code::busy, "Too much waits at this moment. Try again in a few seconds."}; }

Refusal refusal_of(const std::exception& failure) {
  if (dynamic_cast<const review::AlteredEntry*>(&failure) == nullptr) return store_broken();
  return {Code::read_only,
          "An entry of this record does not agree with its digests. It is not shown, and nothing is added to the "
          "record. Ask the administrator to run journal verify."};
}

std::string log_words(const std::exception& failure) {
  const auto* altered = dynamic_cast<const review::AlteredEntry*>(&failure);
  return altered != nullptr ? altered->what() : boost::core::demangle(typeid(failure).name());
}

}  // namespace reviewd
