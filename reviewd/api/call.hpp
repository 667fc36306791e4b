#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "libreview/access/disclose.hpp"
#include "libreview/registers/tokens.hpp"
#include "reviewd/http/request.hpp"
#include "reviewd/http/response.hpp"
#include "reviewd/http/router.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Finds somebody again who was known before, as they are known now; nothing where they are not any more.
using FindReader = std::function<std::optional<review::Reader>(Storage&)>;

/// One request of somebody who is known, on the storage thread.
struct Call {
  const Request& request;
  const RouteMatch& match;
  Storage& storage;
  review::Reader reader;
  review::Moment moment;
  const review::Token* token;  ///< by which it is asked; none where a page asks, whose visitor has signed in
  bool on_file = false;        ///< asked on the file itself, by whoever owns the machine, while no service runs
  FindReader find_reader{};    ///< for what is worked out after the call; none where nobody in particular asks

  /// A part of the path, for example `case`.
  [[nodiscard]] std::string path(std::string_view name) const { return std::string(match.parameter(name)); }
  /// The reference of the case or the programme that the path names; empty where it names neither.
  [[nodiscard]] std::string record() const { return path(path("programme").empty() ? "case" : "programme"); }
  [[nodiscard]] review::Desk& desk() const { return storage.desk(); }
};

[[nodiscard]] Response json_answer(int status, const boost::json::value& body);
/// The refusal as problem details.
[[nodiscard]] Response refused(const Call& call, const review::Refusal& refusal);
/// The same with one violation: a query parameter or a header, which are named by a pointer too.
[[nodiscard]] Response refused(const Call& call, review::Code code, std::string says, std::string pointer);

/// `"12"`, for ETag and If-Match.
[[nodiscard]] std::string etag(int version);

/// The query parameter `asAt`, if given; a refusal if it is no day.
[[nodiscard]] review::Result<std::optional<review::Date>> as_at(const Call& call);
/// A query parameter that is true or false; false if absent.
[[nodiscard]] review::Result<bool> flag(const Call& call, std::string_view name);
/// `malformed` where there is no body; else as `parse_json` refuses it.
[[nodiscard]] review::Result<boost::json::value> json_body(const Call& call);

}  // namespace reviewd
