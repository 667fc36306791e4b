#pragma once

#include "reviewd/http/router.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/sign_in/site.hpp"

namespace reviewd {

/// One request of a page, shared by the threads that work on it.
struct Site::Asked {
  Request request;
  RouteMatch match;
  NameValues form;  ///< what a form sent
  Answer answer;

  [[nodiscard]] std::string route() const { return match.route == nullptr ? std::string("page") : match.route->name; }
};

}  // namespace reviewd
