#include "reviewd/api/listing.hpp"

#include <sodium.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "libreview/base/page_token_unread.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/parse_json.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Refusal;
using review::refuse;
using review::refuse_at;
using review::Result;

constexpr int usual_size = 50;
constexpr int most_size = 200;

/// How many elements come before the first page.
Result<std::size_t> skipped(const Call& call) {
  const auto text = call.request.parameter("skip");
  if (!text) return std::size_t{0};
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), count);
  if (error != std::errc() || end != text->data() + text->size()) {
    return refuse_at(Code::malformed, "skip is a whole number, 0 or more.", "/skip");
  }
  return count;
}

std::string base64url(const std::string& bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();
  return text;
}

std::string from_base64url(const std::string& text) {
  std::string bytes(text.size(), '\0');
  std::size_t length = 0;
  const int failed =
      sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                        &length, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  bytes.resize(failed == 0 ? length : 0);
  return bytes;
}

/// What a token was made for: the list, its filter and its order.
std::string list_of(const Call& call) {
  return call.request.path + "?" + call.request.parameter("filter").value_or("") + "&" +
         call.request.parameter("orderBy").value_or("") + "&" + call.request.parameter("asAt").value_or("");
}

std::string make_token(const Call& call, const std::string& day, const std::vector<std::string>& after) {
  json::array key;
  for (const auto& part : after) key.push_back(json::value(json::string(part)));
  return base64url(json::serialize(json::array{json::string(list_of(call)), json::string(day), key}));
}

struct Token {
  std::string day;
  std::vector<std::string> after;
};

Result<Token> read_token(const Call& call, const std::string& text) {
  const auto value = review::parse_json(from_base64url(text));
  const auto* parts = value ? value->if_array() : nullptr;
  const bool shaped = parts != nullptr && parts->size() == 3 && (*parts)[0].is_string() && (*parts)[1].is_string() &&
                      (*parts)[2].is_array();
  if (!shaped || std::string_view((*parts)[0].get_string()) != list_of(call)) {
    return refuse_at(Code::malformed, "This page token belongs to another list. Begin again without it.", "/pageToken");
  }
  Token token{std::string((*parts)[1].get_string()), {}};
  for (const auto& part : (*parts)[2].get_array()) {
    if (!part.is_string()) return refuse(review::page_token_unread());
    token.after.emplace_back(part.get_string());
  }
  return token;
}

}  // namespace

Result<int> page_size(const Call& call) {
  const auto text = call.request.parameter("pageSize");
  if (!text) return usual_size;
  int size = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), size);
  const bool digits = !text->empty() && text->find_first_not_of("0123456789") == std::string::npos;
  if (digits && error == std::errc::result_out_of_range) return most_size;
  if (error != std::errc() || end != text->data() + text->size() || size < 0) {
    return refuse_at(Code::malformed, "pageSize is a whole number, 0 or more.", "/pageSize");
  }
  return size == 0 ? usual_size : std::min(size, most_size);
}

Result<review::ListQuery> list_query(const Call& call, std::string_view ordered_by) {
  auto terms = review::parse_filter(call.request.parameter("filter").value_or(""));
  if (!terms) return refuse_at(Code::malformed, terms.error().says, "/filter");
  auto order = review::parse_order(call.request.parameter("orderBy").value_or(""), ordered_by);
  if (!order) return refuse_at(Code::malformed, order.error().says, "/orderBy");
  const auto size = page_size(call);
  if (!size) return refuse(size.error());
  review::ListQuery query{std::move(*terms), std::move(*order), call.moment.today, *size, {}};
  if (const auto text = call.request.parameter("pageToken"); text && !text->empty()) {
    auto token = read_token(call, *text);
    if (!token) return refuse(token.error());
    const auto day = review::Date::parse(token->day);
    if (!day || token->after.empty()) return refuse(review::page_token_unread());
    query.today = *day;
    query.after = std::move(token->after);
  }
  return query;
}

std::string page_token(const Call& call, const review::ListQuery& query, const std::vector<std::string>& next) {
  return next.empty() ? std::string() : make_token(call, query.today.iso(), next);
}

Result<Cut> cut(const Call& call, std::size_t size) {
  const auto wanted = page_size(call);
  if (!wanted) return refuse(wanted.error());
  auto from = skipped(call);
  if (!from) return refuse(from.error());
  if (const auto text = call.request.parameter("pageToken"); text && !text->empty()) {
    const auto token = read_token(call, *text);
    if (!token) return refuse(token.error());
    if (token->after.size() != 1) return refuse(review::page_token_unread());
    const auto& number = token->after.front();
    std::from_chars(number.data(), number.data() + number.size(), *from);
  }
  *from = std::min(*from, size);
  const std::size_t to = std::min(*from + static_cast<std::size_t>(*wanted), size);
  return Cut{*from, to, to < size ? make_token(call, "", {std::to_string(to)}) : std::string()};
}

}  // namespace reviewd
