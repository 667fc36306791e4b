#include "reviewd/api/pack_stamp.hpp"

#include <fmt/format.h>

namespace reviewd {
namespace {

std::string_view other_than_words(OtherThan why) {
  switch (why) {
    case OtherThan::program:
      return "The service was updated since, and may count otherwise.";
    case OtherThan::rules:
      return "The rules of that day were others.";
    case OtherThan::days_off:
      return "The days off of that day were others.";
    case OtherThan::not_known:
      return "Which rules and days off were known on that day was not put on record. The first that were stand for "
             "them.";
    case OtherThan::hidden:
      return "Something that was recorded by that day has been hidden since, and is not counted any more.";
  }
  return "";
}

}  // namespace

PackStamp pack_stamp(const Storage::Known& known) {
  PackStamp stamp{.with = known.rules->stamp};
  const auto add_if = [&](bool is, OtherThan why) {
    if (is) stamp.other.push_back(why);
  };
  const auto& then = known.then;
  add_if(stamp.with.program != then.program, OtherThan::program);
  add_if(stamp.with.rules != then.rules, OtherThan::rules);
  add_if(stamp.with.days_off != then.days_off, OtherThan::days_off);
  add_if(!known.is_told, OtherThan::not_known);
  return stamp;
}

std::string_view other_than_code(OtherThan why) {
  switch (why) {
    case OtherThan::program:
      return "PROGRAM";
    case OtherThan::rules:
      return "RULES";
    case OtherThan::days_off:
      return "DAYS_OFF";
    case OtherThan::not_known:
      return "NOT_KNOWN";
    case OtherThan::hidden:
      return "HIDDEN";
  }
  return "";
}

std::vector<std::string> stamp_sentences(const PackStamp& stamp) {
  std::vector<std::string> all{fmt::format("Made with program {}, rules {}, days off {}.", stamp.with.program,
                                           stamp.with.rules, stamp.with.days_off)};
  for (const auto why : stamp.other) all.emplace_back(other_than_words(why));
  return all;
}

}  // namespace reviewd
