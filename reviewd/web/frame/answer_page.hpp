#pragma once

#include <boost/json/value.hpp>
#include <functional>
#include <string>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// What a page shows of an answer of the API. It needs no store.
using ViewOfAnswer = std::function<View(const boost::json::value&)>;

/// The page `name` of an answer that may still be put together (`Response::rest`); the page of the refusal where the
/// API refused.
[[nodiscard]] Response answer_page(const PageCall& call, Response answer, const std::string& name,
                                   const ViewOfAnswer& view_of);

}  // namespace reviewd
