#include "reviewd/documents/text_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <optional>

namespace reviewd {
namespace {

namespace json = boost::json;

std::optional<std::string> text_at(const json::object& one, std::string_view key) {
  const auto* value = one.if_contains(key);
  const auto* text = value == nullptr ? nullptr : value->if_string();
  if (text == nullptr) return std::nullopt;
  return std::string(*text);
}

bool put_one_text(const json::value& value, DocumentText& into) {
  const auto* one = value.if_object();
  if (one == nullptr) return false;
  auto place = text_at(*one, "place");
  auto text = text_at(*one, "text");
  const auto* prose = one->if_contains("prose");
  if (!place || !text || prose == nullptr || !prose->is_bool()) return false;
  into.texts.push_back({std::move(*place), std::move(*text), prose->get_bool()});
  return true;
}

bool put_one_unread(const json::value& value, DocumentText& into) {
  const auto* one = value.if_object();
  if (one == nullptr) return false;
  auto place = text_at(*one, "place");
  auto says = text_at(*one, "says");
  if (!place || !says) return false;
  into.unread.push_back({std::move(*place), std::move(*says)});
  return true;
}

bool put_all(const json::object& root, std::string_view key, bool (*put)(const json::value&, DocumentText&),
             DocumentText& into) {
  const auto* value = root.if_contains(key);
  const auto* all = value == nullptr ? nullptr : value->if_array();
  if (all == nullptr) return false;
  for (const auto& one : *all) {
    if (!put(one, into)) return false;
  }
  return true;
}

}  // namespace

std::string text_json(const DocumentText& text) {
  json::array texts;
  for (const auto& one : text.texts) {
    texts.push_back(json::object{{"place", one.place}, {"text", one.text}, {"prose", one.prose}});
  }
  json::array unread;
  for (const auto& one : text.unread) unread.push_back(json::object{{"place", one.place}, {"says", one.says}});
  return json::serialize(json::object{{"texts", std::move(texts)}, {"unread", std::move(unread)}});
}

bool put_text_json(const std::string& text, DocumentText& into) {
  boost::system::error_code failed;
  json::parse_options options;
  // A file may say anything: what is not UTF-8 in it is looked through as it stands.
  options.allow_invalid_utf8 = true;
  const auto root = json::parse(text, failed, {}, options);
  DocumentText found;
  const bool good = !failed && root.is_object() && put_all(root.get_object(), "texts", put_one_text, found) &&
                    put_all(root.get_object(), "unread", put_one_unread, found);
  if (good) into = std::move(found);
  return good;
}

}  // namespace reviewd
