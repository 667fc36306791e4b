#include "libreview/vocabulary/parse_json.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/object.hpp>
#include <cmath>
#include <string>
#include <vector>

namespace review {
namespace {

namespace json = boost::json;

constexpr std::size_t max_depth = 32;

/// Builds the value and notices what Boost's own handler lets pass.
class Handler {
 public:
  explicit Handler(json::storage_ptr memory) : value(memory), memory_(std::move(memory)) {}

  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code& ec) { return open(json::object(memory_), ec); }
  bool on_array_begin(json::error_code& ec) { return open(json::array(memory_), ec); }
  bool on_object_end(std::size_t, json::error_code& ec) { return close(ec); }
  bool on_array_end(std::size_t, json::error_code& ec) { return close(ec); }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return more(part); }
  bool on_key(json::string_view part, std::size_t, json::error_code& ec) {
    text_.append(part.data(), part.size());
    auto& object = stack_.back().value.get_object();
    if (object.empty()) object.reserve(members_before_.at(stack_.size()));
    if (object.contains(text_)) return refuse("it names the same field twice", ec);
    stack_.back().key = std::move(text_);
    text_.clear();
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return more(part); }
  bool on_string(json::string_view part, std::size_t, json::error_code& ec) {
    if (text_.empty()) return put(json::value(part, memory_), ec);
    text_.append(part.data(), part.size());
    const bool went = put(json::value(text_, memory_), ec);
    text_.clear();
    return went;
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, json::error_code& ec) {
    return put(json::value(number, memory_), ec);
  }
  bool on_uint64(std::uint64_t number, json::string_view, json::error_code& ec) {
    return put(json::value(number, memory_), ec);
  }
  bool on_double(double number, json::string_view, json::error_code& ec) {
    if (!std::isfinite(number)) return refuse("it has a number that is too large", ec);
    return put(json::value(number, memory_), ec);
  }
  bool on_bool(bool yes, json::error_code& ec) { return put(json::value(yes, memory_), ec); }
  bool on_null(json::error_code& ec) { return put(json::value(nullptr, memory_), ec); }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

  json::value value;
  std::string fault;

 private:
  struct Level {
    json::value value;
    std::string key;
  };

  bool refuse(const char* why, json::error_code& ec) {
    fault = why;
    ec = json::error::syntax;
    return false;
  }
  bool more(json::string_view part) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool open(json::value container, json::error_code& ec) {
    if (stack_.size() >= max_depth) return refuse("it is nested more than 32 levels deep", ec);
    stack_.push_back(Level{std::move(container), {}});
    return true;
  }
  bool close(json::error_code& ec) {
    json::value done = std::move(stack_.back().value);
    if (const auto* object = done.if_object()) members_before_.at(stack_.size()) = object->size();
    stack_.pop_back();
    return put(std::move(done), ec);
  }
  bool put(json::value part, json::error_code&) {
    if (stack_.empty()) {
      value = std::move(part);
    } else if (auto* object = stack_.back().value.if_object()) {
      object->emplace(stack_.back().key, std::move(part));
    } else {
      stack_.back().value.get_array().push_back(std::move(part));
    }
    return true;
  }

  json::storage_ptr memory_;
  std::vector<Level> stack_;
  /// How many members the last object at each depth had. The next one in a list mostly has as many; it takes no more
  /// room than was earned.
  std::array<std::size_t, max_depth + 1> members_before_{};
  std::string text_;
};

}  // namespace

Result<json::value> parse_json(std::string_view text, json::storage_ptr memory) {
  json::parse_options options;
  options.max_depth = max_depth + 1;
  json::basic_parser<Handler> parser(options, std::move(memory));
  json::error_code ec;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), ec);
  if (ec) {
    const auto& fault = parser.handler().fault;
    return refuse(Code::malformed, fmt::format("This is not JSON that can be accepted: {} (near byte {}).",
                                               fault.empty() ? ec.message() : fault, used));
  }
  for (const char c : text.substr(used)) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      return refuse(Code::malformed, fmt::format("There is something after the JSON value (near byte {}).", used));
    }
  }
  return std::move(parser.handler().value);
}

}  // namespace review
