#include "reviewd/documents/html_text.hpp"

#include <array>
#include <string>
#include <utility>

#include "reviewd/documents/xml_text.hpp"
#include "reviewd/http/ascii.hpp"

namespace reviewd {
namespace {

bool begins_with(std::string_view text, std::string_view small) {
  if (text.size() < small.size()) return false;
  for (std::size_t i = 0; i < small.size(); ++i) {
    if (lowered(text[i]) != small[i]) return false;
  }
  return true;
}

/// The signs that have names in pages; letters are written as they are.
std::string decoded(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> names{{{"&amp;", "&"},
                                                                                        {"&lt;", "<"},
                                                                                        {"&gt;", ">"},
                                                                                        {"&quot;", "\""},
                                                                                        {"&#39;", "'"},
                                                                                        {"&#x27;", "'"},
                                                                                        {"&apos;", "'"},
                                                                                        {"&rsquo;", "’"},
                                                                                        {"&lsquo;", "‘"},
                                                                                        {"&ndash;", "–"},
                                                                                        {"&nbsp;", " "}}};
  std::string out;
  while (!text.empty()) {
    std::size_t skip = 1;
    std::string_view put = text.substr(0, 1);
    for (const auto& [name, sign] : names) {
      if (text.starts_with(name)) {
        skip = name.size();
        put = sign;
      }
    }
    out += put;
    text.remove_prefix(skip);
  }
  return out;
}

/// What a value of these attributes says, of a tag without its brackets.
void put_attributes(std::string_view tag, DocumentText& into) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> told{
      {{"alt", "Descriptions of pictures"},
       {"title", "Descriptions of pictures"},
       {"aria-label", "Descriptions of pictures"},
       {"content", "Properties of the page"},
       {"value", "Properties of the page"},
       {"href", "Links"},
       {"src", "Links"}}};
  for (auto sign = tag.find('='); sign != std::string_view::npos; sign = tag.find('=', sign + 1)) {
    const auto name_end = tag.find_last_not_of(" \n\t", sign == 0 ? 0 : sign - 1);
    if (name_end == std::string_view::npos) continue;
    const auto name_begin = tag.find_last_of(" \n\t\"'/", name_end);
    const auto name = tag.substr(name_begin + 1, name_end - name_begin);
    const auto value_begin = tag.find_first_not_of(" \n\t", sign + 1);
    if (value_begin == std::string_view::npos) return;
    const char quote = tag[value_begin];
    const bool quoted = quote == '"' || quote == '\'';
    const auto from = quoted ? value_begin + 1 : value_begin;
    const auto to = quoted ? tag.find(quote, from) : tag.find_first_of(" \n\t", from);
    const auto value = tag.substr(from, to == std::string_view::npos ? to : to - from);
    for (const auto& [known, place] : told) {
      if (name.size() == known.size() && begins_with(name, known)) {
        put_text(into, std::string(place), decoded(value), false);
      }
    }
    if (to == std::string_view::npos) return;
    sign = to;
  }
}

/// Tags inside a line; all others end it.
bool is_inline(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const auto name = tag.substr(0, tag.find_first_of(" \n\t/>"));
  static constexpr std::array<std::string_view, 10> names{"a",    "b", "i",   "em",  "strong",
                                                          "span", "u", "sup", "sub", "mark"};
  for (const auto one : names) {
    if (name.size() == one.size() && begins_with(name, one)) return true;
  }
  return false;
}

}  // namespace

bool is_html(std::string_view text) {
  const auto first = text.find_first_not_of(" \r\n\t");
  if (first == std::string_view::npos) return false;
  text.remove_prefix(first);
  return begins_with(text, "<!doctype") || begins_with(text, "<html") || begins_with(text, "<head") ||
         begins_with(text, "<body") || begins_with(text, "<div") || begins_with(text, "<p") || begins_with(text, "<h1");
}

DocumentText html_text(std::string_view source) {
  DocumentText found;
  std::string shown;
  while (!source.empty()) {
    const auto open = source.find('<');
    shown += decoded(source.substr(0, open));
    if (open == std::string_view::npos) break;
    source.remove_prefix(open);
    const bool is_comment = source.starts_with("<!--");
    const auto* const ending = is_comment                       ? "-->"
                               : begins_with(source, "<script") ? "</script"
                               : begins_with(source, "<style")  ? "</style"
                                                                : ">";
    const auto end = source.find(ending);
    const auto tag = source.substr(1, end == std::string_view::npos ? end : end - 1);
    if (is_comment) {
      put_text(found, "Comments in the source of the page", std::string(tag), true);
    } else if (std::string_view(ending) == ">") {
      put_attributes(tag, found);
      if (!is_inline(tag)) shown += '\n';
    }
    if (end == std::string_view::npos) break;
    source.remove_prefix(end + std::string_view(ending).size());
  }
  put_text(found, "Text of the web page", shown, true);
  return found;
}

}  // namespace reviewd
