#include "reviewd/web/frame/plain_refusals.hpp"

#include <boost/json/object.hpp>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

Response no_such_page(const PageCall& call) {
  return refused_page(call, 404, boost::json::object{{"detail", "There is nothing here that you may see."}});
}

Response not_allowed(const PageCall& call) {
  return refused_page(call, 403, boost::json::object{{"detail", "Your role does not allow this."}});
}

}  // namespace reviewd
