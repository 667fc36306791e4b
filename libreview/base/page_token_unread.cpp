#include "libreview/base/page_token_unread.hpp"

#include "libreview/base/refuse_at.hpp"

namespace review {

Refusal page_token_unread() {
  return refusal_at(Code::malformed, "This page token cannot be read. Begin again without it.", "/pageToken");
}

}  // namespace review
