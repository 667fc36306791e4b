#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <charconv>

#include "libreview/base/page_token_unread.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/record_json.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::refuse_at;
using review::Result;
using review::Right;

constexpr std::size_t usual_size = 50;

/// What is asked: in the body, for the words are personal data and belong in no address.
struct Wish {
  std::string words;
  std::size_t size = usual_size;
  std::size_t from = 0;
};

Result<void> take(Wish& wish, std::string_view name, const json::value& value) {
  if (name == "pageSize") {
    if (!value.is_int64() || value.get_int64() < 0) {
      return refuse_at(Code::wrong_type, "pageSize is a whole number, 0 or more.", "/pageSize");
    }
    const auto size = static_cast<std::size_t>(value.get_int64());
    wish.size = size == 0 ? usual_size : std::min(size, static_cast<std::size_t>(review::most_finds));
    return {};
  }
  if (name != "words" && name != "pageToken")
    return refuse_at(Code::unknown_field, "There is no field of this name here.", review::pointer_to(name));
  if (!value.is_string())
    return refuse_at(Code::wrong_type, fmt::format("{} is text.", name), review::pointer_to(name));
  const std::string text(value.get_string());
  if (name == "words") {
    wish.words = text;
  } else if (!text.empty()) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), wish.from);
    if (error != std::errc() || end != text.data() + text.size()) {
      return review::refuse(review::page_token_unread());
    }
  }
  return {};
}

Result<Wish> wish_of(const Call& call) {
  const auto body = json_body(call);
  if (!body) return review::refuse(body.error());
  const auto* object = body->if_object();
  if (object == nullptr) return review::refuse(Code::wrong_type, "Send an object.");
  Wish wish;
  for (const auto& [key, value] : *object) {
    if (const auto taken = take(wish, key, value); !taken) return review::refuse(taken.error());
  }
  if (!object->contains("words")) return refuse_at(Code::missing_field, "Say which words to search for.", "/words");
  return wish;
}

json::object write(const review::Find& find) {
  json::array pseudonyms;
  for (const auto& name : find.pseudonyms) pseudonyms.push_back(json::string(name));
  json::array words;
  for (const auto& piece : find.words) {
    words.push_back(json::object{{"text", piece.text}, {"match", piece.match}});
  }
  json::object out;
  put_record(out, find.case_id);
  const json::object more{{"pseudonyms", std::move(pseudonyms)},
                          {"stage", review::short_name_of(find.stage, review::v1::Stage_descriptor())},
                          {"words", std::move(words)}};
  for (const auto& [key, value] : more) out[key] = value;
  if (find.entry.empty()) return out;
  out["entry"] = find.entry;
  out["kind"] = find.kind;
  out["label"] = review::find_kind(find.kind)->label;
  out["occurredOn"] = find.occurred_on;
  return out;
}

Response search_cases(Call& call) {
  const auto wish = wish_of(call);
  if (!wish) return refused(call, wish.error());
  const auto found = call.desk().search(wish->words, call.reader, call.moment, {wish->from, wish->size});
  if (!found) return refused(call, found.error());
  const auto total = found->finds.size();
  const auto from = std::min(wish->from, total);
  const auto to = std::min(from + wish->size, total);
  json::array finds;
  for (auto i = from; i < to; ++i) finds.push_back(write(found->finds[i]));
  return json_answer(200, json::object{{"finds", std::move(finds)},
                                       {"total", total},
                                       {"more", found->more},
                                       {"nextPageToken", to < total ? std::to_string(to) : std::string()}});
}

}  // namespace

std::vector<Endpoint> search_endpoints() {
  return {{"POST",
           "/v1/cases:search",
           "searchCases",
           "Cases and entries that hold all the words, as far as the reader may see them, best first",
           {Right::read_cases},
           Use::read,
           {},
           "SearchWish",
           "FindList",
           200,
           search_cases}};
}

}  // namespace reviewd
