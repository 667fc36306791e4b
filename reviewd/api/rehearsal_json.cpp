#include "reviewd/api/rehearsal_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

namespace reviewd {
namespace {

namespace json = boost::json;

void put_excerpt(json::object& out, const review::TextExcerpt& excerpt) {
  out["before"] = excerpt.before;
  out["match"] = excerpt.match;
  out["after"] = excerpt.after;
}

json::object finding_json(const review::IdentityFinding& finding) {
  json::array whose;
  for (const auto& one : finding.whose) whose.push_back(json::string(one));
  json::object out{{"kind", review::identity_kind_name(finding.kind)},
                   {"how", review::writing_name(finding.how)},
                   {"place", finding.place},
                   {"whose", std::move(whose)},
                   {"times", finding.times},
                   {"look", finding.look}};
  put_excerpt(out, finding.excerpt);
  return out;
}

json::array mentions_json(const std::vector<review::Mention>& mentions) {
  json::array all;
  for (const auto& mention : mentions) {
    json::object out{{"place", mention.place}, {"times", mention.times}};
    put_excerpt(out, mention.excerpt);
    all.push_back(std::move(out));
  }
  return all;
}

/// Letters and signs, not bytes.
std::int64_t characters(const std::string& text) {
  return std::count_if(text.begin(), text.end(),
                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

}  // namespace

json::object rehearsal_json(const Rehearsed& rehearsed) {
  json::array findings;
  json::array jigsaw;
  json::array wording;
  json::array checked;
  json::array unreadable;
  for (const auto& one : rehearsed.findings) findings.push_back(finding_json(one));
  for (const auto& one : rehearsed.jigsaw) {
    jigsaw.push_back(json::object{
        {"kind", one.id}, {"title", one.title}, {"advice", one.advice}, {"mentions", mentions_json(one.mentions)}});
  }
  for (const auto& one : rehearsed.wording) {
    wording.push_back(json::object{{"advice", one.advice}, {"mentions", mentions_json(one.mentions)}});
  }
  for (const auto& one : rehearsed.read.texts) {
    checked.push_back(json::object{{"place", one.place}, {"characters", characters(one.text)}});
  }
  for (const auto& one : rehearsed.read.unread) {
    unreadable.push_back(json::object{{"place", one.place}, {"says", one.says}});
  }
  return {{"findings", std::move(findings)},
          {"jigsaw", std::move(jigsaw)},
          {"wording", std::move(wording)},
          {"checked", std::move(checked)},
          {"unreadable", std::move(unreadable)}};
}

}  // namespace reviewd
