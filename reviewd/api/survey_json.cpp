#include "reviewd/api/survey_json.hpp"

#include <boost/json/array.hpp>
#include <utility>

#include "libreview/learning/percent_of.hpp"
#include "libreview/vocabulary/write_message.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

void put_words(json::object& out, std::string_view key, const std::string& value) {
  if (!value.empty()) out[key] = value;
}

/// Never a percentage without the number that it is of.
void put_share(json::object& out, int number, int of) {
  out["number"] = number;
  out["of"] = of;
  if (const auto percent = review::percent_of(number, of)) out["percent"] = *percent;
}

json::object round_json(const review::SurveyRound& round) {
  json::array shares;
  for (const auto& share : round.shares) {
    json::object one{{"answer", share.answer}, {"hopedFor", share.hoped_for}};
    put_words(one, "text", share.text);
    put_share(one, share.number, round.answered());
    shares.push_back(std::move(one));
  }
  json::object out{
      {"on", round.on}, {"entry", round.entry}, {"answered", round.answered()}, {"shares", std::move(shares)}};
  if (round.asked) out["asked"] = *round.asked;
  if (const auto hoped = round.hoped_for()) {
    json::object share;
    put_share(share, *hoped, round.answered());
    out["hopedFor"] = std::move(share);
  }
  return out;
}

}  // namespace

json::object survey_question_json(const review::SurveyQuestion& question) {
  json::array ties;
  for (const auto& tie : question.ties) ties.push_back(review::write_message(tie));
  json::array themes;
  for (const auto& theme : question.themes) themes.push_back(json::value(json::string(theme)));
  json::array rounds;
  for (const auto& round : question.rounds) rounds.push_back(round_json(round));
  json::object out{{"question", question.question}, {"entry", question.entry},     {"askedOn", question.asked_on},
                   {"ties", std::move(ties)},       {"themes", std::move(themes)}, {"rounds", std::move(rounds)}};
  put_words(out, "text", question.text);
  return out;
}

}  // namespace reviewd
