#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "tools/reviewctl/problem.hpp"

namespace reviewctl {

/// A request in the words of the service. Fields that are empty are not sent.
struct Ask {
  std::string method;
  std::string target;  ///< path and query, already escaped
  std::string body{};
  std::string content_type = "application/json";
  std::string if_match{};
  std::string idempotency_key{};
};

/// What came back, whatever its status.
struct Answered {
  int status = 0;
  std::string body;
};

/// What answers as reviewd does: the daemon itself, or its endpoints over a store that nobody holds.
class Service {
 public:
  Service() = default;
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;
  virtual ~Service() = default;

  /// An answer of any status; a problem where there was none at all.
  virtual Outcome<Answered> send(const Ask& ask) = 0;
};

/// The body of an answer in the 200s; else its problem.
Outcome<std::string> ask_bytes(Service& service, const Ask& ask);
/// The same as JSON.
Outcome<boost::json::value> ask_json(Service& service, const Ask& ask);

/// Which part of a list is wanted.
struct ListWish {
  std::string path;  ///< `/v1/cases`
  std::string name;  ///< what the answer calls the list: `cases`
  std::string filter{};
  std::string order_by{};
  std::string as_at{};
  int limit = 0;  ///< 0: all
};

/// The elements of a list, page after page.
Outcome<std::vector<boost::json::value>> ask_list(Service& service, const ListWish& wish);

}  // namespace reviewctl
