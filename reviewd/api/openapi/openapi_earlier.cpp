#include "libreview/desk/nearest.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object per_cent(std::string_view says) {
  auto number = count(says, 1);
  number["maximum"] = 100;
  return number;
}

/// One of the two is there.
Member of_a_case() {
  return {"case", text_like("The case; absent where it is of a programme.", reference_pattern), false};
}
Member of_a_programme() {
  return {"programme", text_like("The programme; absent where it is of a case.", reference_pattern), false};
}

void add_state(json::object& schemas) {
  schemas["ActionStanding"] =
      object_of("How an action that serves a recommendation stands.",
                {of_a_case(),
                 of_a_programme(),
                 {"action", text_like("The action.", reference_pattern)},
                 {"owner", text_like("Who owns it.", body_pattern)},
                 {"dueOn", day("By when."), false},
                 {"complete", yes_or_no("It is complete.")},
                 {"progress", schema_ref("Progress", "What was said of it last, where anything was."), false},
                 {"reached", schema_ref("Reached", "How far it has reached, by what was said last."), false},
                 {"evidenceEntry",
                  text_like("The newest update, or look at it again, with evidence.", reference_pattern), false}});
  schemas["AnswerStanding"] =
      object_of("What a body said to a recommendation. Of an answer that is awaited nothing else is there.",
                {{"by", text_like("The body.", body_pattern)},
                 {"state", schema_ref("RecommendationState")},
                 {"on", day("The day of its answer."), false},
                 {"entry", text_like("The update that tells it.", reference_pattern), false},
                 {"modified", text("What the recommendation says now, as far as the reader may read it."), false},
                 {"reasons", text("Why, likewise."), false}});
  schemas["WhatBecame"] = object_of(
      "What became of a recommendation.",
      {{"standing", one_of("Whether anything was agreed, and is done.", {"NOTHING_AGREED", "OPEN", "COMPLETE"})},
       {"completeActions", count("How many of its actions are complete.")},
       {"actions", list("Of every case and programme that the reader sees; those of its own record first.",
                        schema_ref("ActionStanding"))},
       {"answers", list("Of each body that it was made to, then of others.", schema_ref("AnswerStanding"))},
       {"progress", schema_ref("Progress", "The worst that is said of an open action."), false},
       {"reached",
        schema_ref("Reached",
                   "The least that any of its actions has reached; not known is less than any "
                   "step."),
        false}});
}

}  // namespace

void add_earlier_schemas(json::object& schemas) {
  auto wanted = text("What is to be recommended, in words.");
  wanted["minLength"] = 1;
  wanted["maxLength"] = review::longest_recommendation;
  schemas["NearestWish"] = object_of(
      "The text of a recommendation. In a body, because it may hold personal data.",
      {{"text", std::move(wanted)},
       {"case", text_like("The case in which it is written: its own are left out.", reference_pattern), false}});
  add_state(schemas);
  schemas["EarlierRecommendation"] = object_of(
      "A recommendation, with the words that the reader may read. The last two are there where it was found by its "
      "words.",
      {of_a_case(),
       of_a_programme(),
       {"recommendation", text_like("Its name there.", reference_pattern)},
       {"entry", text_like("The update that made it.", reference_pattern)},
       {"madeOn", text_like("The day, as far as it is known.", partial_date_pattern)},
       {"text", text("What was recommended.")},
       {"to", list("To whom.", text_like("A body.", body_pattern))},
       {"themes", texts("Its themes.")},
       {"state", schema_ref("WhatBecame")},
       {"alike", per_cent("How like the text it is, in per cent."), false},
       {"shared", texts("The words of the text that both have, by their stems."), false}});
  schemas["NearestList"] =
      object_of("The earlier recommendations most like a text. Nothing else is counted or hinted at.",
                {{"nearest", list("Likest first, five at most.", schema_ref("EarlierRecommendation"))},
                 {"from", per_cent("What is less like the text is not shown.")}});
  schemas["RepeatedRecommendation"] =
      object_of("A recommendation of the case, and the all but equal ones that were made before.",
                {{"made", schema_ref("EarlierRecommendation")},
                 {"times", count("How many those are.")},
                 {"before", list("Likest first, five at most.", schema_ref("EarlierRecommendation"))}});
  schemas["ThemeInCase"] =
      object_of("An earlier case or programme on the same theme.",
                {of_a_case(),
                 of_a_programme(),
                 {"saidOn", text_like("When it was last said there.", partial_date_pattern)},
                 {"recommendations", list("Those on the theme.", schema_ref("EarlierRecommendation"))}});
  schemas["RepeatedTheme"] =
      object_of("A theme of the case, and how often it was found before.",
                {{"theme", text("The theme.")},
                 {"title", text("What the law calls it; the theme itself where no list has it.")},
                 {"findings", count("How many findings on it were made before.")},
                 {"recommended", count("How many recommendations on it were made before.")},
                 {"cases", count("In how many cases.")},
                 {"programmes", count("And in how many programmes.")},
                 {"newest", list("The newest five of these cases and programmes.", schema_ref("ThemeInCase"))}});
  schemas["Repeats"] =
      object_of("What of a case was said before in other cases, and in programmes, that the reader sees.",
                {{"case", text_like("The case.", reference_pattern)},
                 {"recommendations", list("All of the case.", schema_ref("RepeatedRecommendation"))},
                 {"themes", list("All of the case, those found most often first.", schema_ref("RepeatedTheme"))},
                 {"from", per_cent("So like at least are two recommendations that count as the same.")}});
}

}  // namespace reviewd::openapi
