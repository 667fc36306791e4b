#include "reviewd/http/answer_head.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>
#include <utility>

#include "reviewd/http/ascii.hpp"

namespace reviewd {
namespace {

namespace http = boost::beast::http;

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> defaults = {{
    {"Cache-Control", "no-store"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
}};

bool is_field_value(std::string_view value) { return std::none_of(value.begin(), value.end(), is_control); }

std::string http_date(std::chrono::system_clock::time_point now) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

}  // namespace

bool is_sendable(const Response& response) {
  return response.is_whole() && response.status >= 200 && response.status <= 599 &&
         is_field_value(response.content_type) &&
         std::all_of(response.headers.begin(), response.headers.end(),
                     [](const auto& header) { return is_token(header.first) && is_field_value(header.second); });
}

std::string answer_head(const Response& response, const AnswerFrame& frame) {
  http::response_header<> header;
  header.version(11);
  header.result(static_cast<unsigned>(response.status));
  header.set(http::field::date, http_date(frame.now));
  header.set("X-Request-Id", frame.request_id);
  for (const auto& [name, value] : defaults) {
    header.set(boost::string_view(name.data(), name.size()), boost::string_view(value.data(), value.size()));
  }
  if (frame.close) header.set(http::field::connection, "close");
  if (!has_no_content(response.status)) {
    if (!response.content_type.empty()) header.set(http::field::content_type, response.content_type);
    header.set(http::field::content_length, std::to_string(response.body.size()));
  }
  for (const auto& [name, value] : defaults) {
    const bool given = std::any_of(response.headers.begin(), response.headers.end(),
                                   [&](const auto& each) { return same_ignoring_case(each.first, name); });
    if (given) header.erase(boost::string_view(name.data(), name.size()));
  }
  for (const auto& [name, value] : response.headers) header.insert(name, value);
  http::fields::writer writer(header, header.version(), header.result_int());
  return boost::beast::buffers_to_string(writer.get());
}

}  // namespace reviewd
